package import Linux

/// What happens to a system call.
package indirect enum Decision: Hashable, Sendable {
    /// The kernel carries it out.
    case allow
    /// It fails with this error, and the program goes on.
    case refuse(Errno)
    /// It is not carried out, and the program hears 0, success.
    case pretend
    /// It is never carried out: the supervisor learns the call and ends the box.
    case kill
    /// It depends on an argument.
    case check(Condition, then: Decision, otherwise: Decision)
}

/// A question about one argument of a system call.
package struct Condition: Hashable, Sendable {
    /// What is asked.
    package enum Question: Hashable, Sendable {
        /// Whether the argument's bits under the mask are one of these numbers.
        case isOne(of: [UInt64], mask: UInt64)
        /// Whether one of these bits is set, or several.
        case hasAny(of: UInt64)
    }

    /// Which argument, from 0.
    package let argument: Int
    /// Whether all 64 bits count.
    ///
    /// Where the kernel's type is an int it looks at the low half alone, and so must we: otherwise a program puts
    /// rubbish in the high half and passes for somebody else.
    package let isWide: Bool
    /// What is asked of it.
    package let question: Question

    /// A question about the low half of an argument, or about all of it where `isWide`.
    package init(argument: Int, isWide: Bool = false, question: Question) {
        self.argument = argument
        self.isWide = isWide
        self.question = question
    }
}

/// Writes a classic BPF program from its end to its beginning.
///
/// Jumps in a filter lead forward only. Writing backwards, every target is there already when a jump to it is written,
/// so that one pass suffices and equal ends are shared.
struct FilterAssembler {
    /// An instruction that has been written.
    struct Place: Hashable {
        fileprivate let index: Int
    }

    /// What a jump compares the accumulator with its operand for.
    enum Comparison: UInt16 {
        case isEqual = 0x15
        case isAtLeast = 0x35
        case hasBits = 0x45
    }

    /// A word of `struct seccomp_data`, by its offset in bytes.
    enum Word: Hashable {
        case number
        case architecture
        /// The low or the high half of an argument. Both architectures that we support are little-endian.
        case low(argument: Int)
        case high(argument: Int)

        fileprivate var offset: UInt32 {
            switch self {
            case .number: 0
            case .architecture: 4
            case .low(let argument): UInt32(16 + 8 * argument)
            case .high(let argument): UInt32(20 + 8 * argument)
            }
        }
    }

    /// The instructions, the last one first.
    private var backwards: [UInt64] = []

    /// The program, whose last written instruction is its first.
    var program: FilterProgram { FilterProgram(instructions: backwards.reversed()) }

    /// Ends the program with an action, one of `SECCOMP_RET_…` with its data.
    mutating func end(_ action: UInt32) -> Place { write(0x06, operand: action) }

    /// Loads a word into the accumulator and goes on at `next`.
    mutating func load(_ word: Word, next: Place) -> Place {
        fallThrough(to: next)
        return write(0x20, operand: word.offset)
    }

    /// Keeps only these bits of the accumulator and goes on at `next`.
    mutating func keep(_ mask: UInt32, next: Place) -> Place {
        fallThrough(to: next)
        return write(0x54, operand: mask)
    }

    /// Goes on at one of two places.
    mutating func branch(_ comparison: Comparison, _ operand: UInt32, yes: Place, no: Place) -> Place {
        var (yes, no) = (yes, no)
        // An offset is a byte; what is farther off is reached by an unconditional jump, whose offset is a word. The
        // first margin is for the jump that the second may need.
        if distance(to: no) >= 255 { no = jump(no) }
        if distance(to: yes) > 255 { yes = jump(yes) }
        let offsets = (yes: UInt8(distance(to: yes)), no: UInt8(distance(to: no)))
        return write(comparison.rawValue, yes: offsets.yes, no: offsets.no, operand: operand)
    }

    private mutating func fallThrough(to place: Place) {
        if distance(to: place) != 0 { _ = jump(place) }
    }

    private mutating func jump(_ place: Place) -> Place { write(0x05, operand: UInt32(distance(to: place))) }

    /// How many instructions an instruction written now would skip to reach `place`.
    private func distance(to place: Place) -> Int { backwards.count - place.index - 1 }

    /// A `struct sock_filter`: the code, both offsets and the operand.
    private mutating func write(_ code: UInt16, yes: UInt8 = 0, no: UInt8 = 0, operand: UInt32) -> Place {
        backwards.append(UInt64(code) | UInt64(yes) << 16 | UInt64(no) << 24 | UInt64(operand) << 32)
        return Place(index: backwards.count - 1)
    }
}

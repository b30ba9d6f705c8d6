/// The ids of a slot's user namespace and what they are on the host.
enum SlotIdentity: Hashable, Sendable {
    /// As root: two host ids of the slot's own, one for the jailer and the boxes' inits, one for the programs.
    case own(jailer: Int, program: Int)
    /// The user's own for the jailer and the inits, a subordinate one of the slot's own for the programs.
    case subordinate(user: Int, group: Int, helpers: IDHelpers)
    /// The user's own, and nothing else.
    case single

    /// In every mode a program sees itself as this user and group.
    static let programID = 1000

    /// The jailer's id in the slot's namespace.
    var jailerID: Int { hasOwnProgramID ? 0 : Self.programID }

    /// Whether the program's id differs from the jailer's.
    var hasOwnProgramID: Bool { self != .single }

    /// Who the jailer is on the host; nil: we ourselves.
    var jailer: Int? {
        if case .own(let jailer, _) = self { jailer } else { nil }
    }

    /// As the jailer takes it on its command line.
    var word: String {
        switch self {
        case .own: "root"
        case .subordinate: "subordinate"
        case .single: "single"
        }
    }
}

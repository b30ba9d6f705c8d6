internal import Linux

/// The ids of a slot's user namespace and what they are on the host.
///
/// As root each slot has two host ids of its own, far above those of people and packages: one for the jailer and the
/// boxes' inits, one for the programs. They differ between slots and between processes (up to the wrap-around of process
/// numbers), so that no per-user limit is shared. As an ordinary user there is our own id, and nothing else.
struct SlotIdentity: Hashable, Sendable {
    /// The jailer's host id and the program's; nil when there is our own only.
    let hostIDs: (jailer: Int, program: Int)?

    /// In the slot's namespace: the jailer's id and the program's.
    var jailerID: Int { hostIDs == nil ? Self.programID : 0 }

    /// In every mode a program sees itself as this user and group.
    static let programID = 1000

    private static let firstHostID = 1_700_000_000
    private static let processes = 131_072
    private static let slotsPerProcess = 64

    init(slot: Int, process: Int, isRoot: Bool) {
        guard isRoot else {
            hostIDs = nil
            return
        }
        let first =
            Self.firstHostID
            + ((process % Self.processes) * Self.slotsPerProcess + slot % Self.slotsPerProcess) * 2
        hostIDs = (first, first + 1)
    }

    /// What `uid_map` and `gid_map` are to hold (`user_namespaces`(7)).
    var map: String? {
        hostIDs.map { "0 \($0.jailer) 1\n\(Self.programID) \($0.program) 1\n" }
    }

    static func == (left: SlotIdentity, right: SlotIdentity) -> Bool { left.map == right.map }

    func hash(into hasher: inout Hasher) { hasher.combine(map) }
}

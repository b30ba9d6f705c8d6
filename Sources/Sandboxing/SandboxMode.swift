/// Under which conditions boxes are made: the same outcomes in each, but not the same walls.
///
/// `docs/sandbox.md` has the table.
public struct SandboxMode: Hashable, Sendable, CustomStringConvertible {
    /// Whose ids boxes have on the host.
    public enum IDs: String, Sendable {
        /// As root: each slot has ids of its own, for jailer and programs.
        case own = "root"
        /// As an ordinary user: the programs of each slot have an id of their own.
        case subordinate = "rootless, subordinate ids"
        /// As an ordinary user: jailers and programs share our single id.
        case single = "rootless, one id"
    }

    /// Whose ids boxes have on the host.
    public let ids: IDs
    /// Which cgroup hierarchy limits memory and processes: `v1` or `v2`.
    public let cgroup: String
    /// The version of Landlock by which programs are restricted; 0 where they are not.
    public let landlock: Int
    /// Whether each slot is bound to a processor of its own.
    public let isPinned: Bool

    /// As reports record it, as in `root, cgroup v1, landlock 6`.
    public var description: String {
        "\(ids.rawValue), cgroup \(cgroup), \(landlock > 0 ? "landlock \(landlock)" : "no landlock")"
            + (isPinned ? ", pinned" : "")
    }
}

extension SandboxMode.IDs {
    init(_ ids: HostIDs) {
        switch ids {
        case .own: self = .own
        case .subordinate: self = .subordinate
        case .single: self = .single
        }
    }
}

/// Under which conditions boxes are made: the same outcomes in each, but not the same walls.
///
/// `docs/sandbox.md` has the table.
public struct SandboxMode: Hashable, Sendable, CustomStringConvertible {
    /// Whether we are root, and each slot has host ids of its own; else jailer and program share our single id.
    public let isRoot: Bool
    /// Which cgroup hierarchy limits memory and processes: `v1` or `v2`.
    public let cgroup: String

    /// As reports record it, as in `root, cgroup v1, no landlock`.
    public var description: String { "\(isRoot ? "root" : "rootless"), cgroup \(cgroup), no landlock" }
}

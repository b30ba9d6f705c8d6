// GLUE: the only file here that knows which sandbox is tested. Everything else is written against Core's Executor.
import Core
import Glibc
import Linux

/// The sandbox that hostile programs are run in.
///
/// Whether it is the one of root or of an ordinary user is decided by how
/// the tests are started.
enum SandboxUnderTest {
    /// Whether the sandbox has host ids of its own to give away, so that a program's differs from the jailer's.
    static let isRoot = geteuid() == 0

    /// One sandbox for all hostile programs, started with the first of them.
    static let shared: Result<any Executor, ExecutorFailure> = Result { () throws(ExecutorFailure) in
        throw ExecutorFailure(operation: "start a sandbox", subject: "SandboxUnderTest", cause: "it is not merged yet")
    }
}

// MARK: - What the host sees of it

extension SandboxUnderTest {
    /// The process numbers of its jailers.
    static func jailers() -> [Int] { [] }

    /// The directories of the cgroup subtree that is its own, one in each hierarchy.
    static func cgroups() -> [String] { [] }

    /// Its state directory, once it has one.
    static var state: String? { nil }

    /// Whether a file of the state directory is one that is still being written.
    static func isTemporary(_ path: String) -> Bool { false }
}

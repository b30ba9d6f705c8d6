package import Core
internal import Glibc
internal import Linux
package import Sandboxing

/// The sandbox that hostile programs are run in.
///
/// Whether it is the one of root or of an ordinary user is decided by how
/// the tests are started.
package enum SandboxUnderTest {
    /// Whether the sandbox has host ids to give away, so that a program's differs from its init's.
    package static var hasTwoIDs: Bool { (try? sandbox.get().mode.ids) != .single }

    /// One sandbox for all hostile programs, started with the first of them.
    package static let shared: Result<any Executor, ExecutorFailure> = sandbox.map { $0 }

    private static let sandbox: Result<Sandbox, ExecutorFailure> = Result { () throws(ExecutorFailure) in
        let sandbox = try make(state: try ScratchDirectory.shared.get() + "/state")
        // Registered after the scratch directory's own, and so called before it.
        atexit { if case .success(let sandbox) = SandboxUnderTest.sandbox { sandbox.stop() } }
        return sandbox
    }

    /// The one sandbox, each of its slots with its jailer: what is counted before a run is what is there after it.
    package static func ready() async throws -> any Executor {
        let executor = try shared.get()
        let quiet = HostileProgram.quiet
        while jailers().count < executor.slotCount {
            let artifact = try await quiet.kept(by: executor)
            try await withThrowingTaskGroup { group in
                for _ in 0..<executor.slotCount {
                    group.addTask { _ = try await executor.run(quiet.command(artifact)) }
                }
                try await group.waitForAll()
            }
        }
        return executor
    }

    /// A sandbox of its own, with its state in the directory `state`.
    package static func make(
        state: String,
        sandboxes: String = sandboxes,
        slots: Int = 2
    ) throws(ExecutorFailure) -> Sandbox {
        try Sandbox(.init(slots: slots, jailer: jailer, sandboxes: sandboxes, state: state))
    }

    /// Ends a sandbox.
    ///
    /// Waiting for that is not for asynchronous code to do; a test's may.
    package static func stop(_ sandbox: Sandbox) { sandbox.stop() }

    /// The jailer that was built together with these tests, beside them.
    package static let jailer: String = {
        let own = HostDirectory.target(ofLink: "/proc/self/exe") ?? ""
        return own.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/assay-jailer"
    }()

    /// The directory of policies and profiles.
    package static let sandboxes: String = {
        let path: String = #filePath
        return path.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Sandboxes"
    }()
}

// MARK: - What the host sees of it

extension SandboxUnderTest {
    /// The process numbers of its jailers.
    package static func jailers() -> [Int] {
        // The inits are in the same cgroups; but the jailers are our own children.
        let numbers = (try? sandbox.get().jailerNumbers) ?? []
        return numbers.filter { HostProcess.parent(of: $0) == Int(getpid()) }
    }

    /// The directories of the cgroup subtree that is its own, one in each hierarchy.
    package static func cgroups() -> [String] { (try? sandbox.get().cgroupDirectories) ?? [] }

    /// Its state directory.
    package static var state: String? { (try? ScratchDirectory.shared.get()).map { $0 + "/state" } }

    /// Whether a file of the state directory is one that is still being written.
    package static func isTemporary(_ path: String) -> Bool { path.contains("/drafts/") }
}

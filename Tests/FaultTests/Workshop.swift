import Core
import Glibc
import Linux
import Sandboxing

/// What all tests of this target share: one directory, the tracer, and the probe that is run in boxes.
struct Workshop: Sendable {
    /// A directory of this test run, removed at its end.
    let directory: String
    /// The tracer's executable.
    let tracer: String
    /// The probe's executable, as bytes.
    let probe: [UInt8]
    /// `sandboxes` with policies that let a probe come to what only Landlock refuses in every version.
    let probedSandboxes: String

    /// Made with its first use.
    static let shared: Result<Workshop, ExecutorFailure> = Result { () throws(ExecutorFailure) in
        var template = Array("/tmp/assay-faults-XXXXXX".utf8CString)
        let isMade = template.withUnsafeMutableBufferPointer { $0.baseAddress.flatMap { mkdtemp($0) } != nil }
        guard isMade else {
            throw ExecutorFailure(operation: "make a directory", subject: "/tmp", cause: "\(Errno.last)")
        }
        let directory = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
        atexit {
            if case .success(let workshop) = Workshop.shared { try? HostWriting.removeTree(workshop.directory) }
        }
        // Whoever the sandbox makes of us must be able to execute the tracer.
        chmod(directory, 0o755)
        let tracer = directory + "/assay-jailer"
        try HostCompiler.make(tracer, from: ["Tracer/main.c", "Tracer/follow.c", "Tracer/registers.c"])
        let probe = directory + "/probe"
        try HostCompiler.make(probe, from: ["Programs/probe.c"])
        do throws(Errno) {
            return Workshop(
                directory: directory,
                tracer: tracer,
                probe: try HostFile.read(probe),
                probedSandboxes: try makeProbedSandboxes(directory + "/sandboxes")
            )
        } catch {
            throw ExecutorFailure(operation: "prepare", subject: directory, cause: "\(error)")
        }
    }

    /// Each policy that a probe is run under is what is delivered, and one more call.
    private static func makeProbedSandboxes(_ copy: String) throws(Errno) -> String {
        try HostCommand.run("/bin/cp", ["-r", sandboxes, copy])
        for policy in ["native", "compiler"] {
            let path = "\(copy)/policies/\(policy).yaml"
            try HostFile.replace("\(copy)/policies/delivered-\(policy).yaml", with: try HostFile.read(path))
            let text = "include: delivered-\(policy)\nallow:\n  what only Landlock refuses: [mknod, mknodat]\n"
            try HostFile.replace(path, with: Array(text.utf8))
        }
        return copy
    }

    /// The directory of what was built together with these tests: the jailer and `assay` are there.
    static let products: String = {
        let own = HostDirectory.target(ofLink: "/proc/self/exe") ?? ""
        return own.split(separator: "/").dropLast().map { "/" + $0 }.joined()
    }()

    /// The jailer that was built together with these tests.
    static let jailer = products + "/assay-jailer"

    /// The directory of policies and profiles.
    static let sandboxes =
        HostEnvironment.variables()["ASSAY_SANDBOXES"] ?? HostCompiler.directory + "/../../Sandboxes"

    /// Waits for `body`, which may block, on a thread of its own.
    static func blocking<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            do {
                try Linux.Thread.start { continuation.resume(with: Result { try body() }) }
            } catch {
                continuation.resume(throwing: error)
            }
        }
    }
}

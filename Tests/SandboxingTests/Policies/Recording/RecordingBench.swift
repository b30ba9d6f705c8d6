import Core
import Glibc
import Linux
import SandboxTesting
import Sandboxing

/// What recording needs on the host: the recorder, and policies that let it trace.
struct RecordingBench {
    /// The recorder's executable.
    let recorder: String
    /// The sandbox whose boxes it works in.
    let sandbox: Sandbox

    private static let here = {
        // …/Tests/SandboxingTests/Policies/Recording/RecordingBench.swift
        let parts = #filePath.split(separator: "/").dropLast(1)
        return "/" + parts.joined(separator: "/")
    }()

    /// Where the programs are that use what a language has.
    static let programs = here + "/Programs"

    /// Makes everything in a directory of its own below the test process's.
    @available(*, noasync)
    static func make() throws -> RecordingBench {
        let directory = try ScratchDirectory.shared.get() + "/recording"
        try HostDirectory.make(directory + "/policies", mode: 0o755)
        try copyPolicies(to: directory + "/policies")
        let sandbox = try Sandbox(
            .init(slots: 2, jailer: SandboxUnderTest.jailer, sandboxes: directory, state: directory + "/state")
        )
        return RecordingBench(recorder: try compile(into: directory), sandbox: sandbox)
    }

    /// Copies the policies as they are delivered but for one word: here `ptrace` ends no box.
    private static func copyPolicies(to directory: String) throws {
        for name in Families.all + Families.variants.keys + ["common"] {
            var text = String(decoding: try HostFile.read("\(Families.directory)/\(name).yaml"), as: UTF8.self)
            if name == "common" {
                let parts = text.split(separator: "ptrace, ", omittingEmptySubsequences: false)
                guard parts.count == 2 else { throw Unfit(what: "common.yaml says ptrace \(parts.count - 1) times") }
                text = parts.joined().replacing("\nallow:\n", with: "\nallow:\n  the recorder: [ptrace]\n")
            }
            try HostFile.replace("\(directory)/\(name).yaml", with: Array(text.utf8))
        }
    }

    private static func compile(into directory: String) throws -> String {
        let result = directory + "/recorder"
        guard let compiler = HostDirectory.resolve("/usr/bin/cc") else { throw Unfit(what: "there is no /usr/bin/cc") }
        let null = try Descriptor.open("/dev/null", O_RDWR)
        let executable = try Descriptor.open(compiler)
        let child = try ChildProcess(
            executable: executable.number,
            arguments: [
                compiler, "-std=gnu17", "-O2", "-Wall", "-Werror", "-static", "-o", result, here + "/recorder.c",
            ],
            environment: ["PATH=/usr/bin:/bin"],
            input: null.number,
            output: null.number,
            error: STDERR_FILENO
        )
        guard try child.wait() == .exited(0) else { throw Unfit(what: "recorder.c does not compile") }
        return result
    }

    private struct Unfit: Error {
        let what: String
    }
}

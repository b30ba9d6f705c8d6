internal import Core
internal import Languages
internal import Linux
internal import Sandboxing

/// What every topic of `assay bench` measures with.
struct Bench: Sendable {
    let invocation: Invocation
    /// A directory of this call's own.
    let scratch: String
    let status: StatusLine
    /// How often each thing is to be done, where that was said.
    let askedRounds: Int?

    /// How often something is done that is done `usual` times where nothing was said.
    func rounds(_ usual: Int) -> Int { askedRounds ?? usual }

    /// Starts a sandbox for `body`, and stops it whatever comes of that.
    func withSandbox<Result>(slots: Int, _ body: (Sandbox) async throws -> Result) async throws -> Result {
        try await invocation.withSandbox(slots: slots, body)
    }

    /// Compiles a program in a box, and copies it for running it bare.
    func program(
        _ text: String,
        _ file: String,
        _ language: LanguageID,
        by sandbox: Sandbox
    ) async throws -> BenchProgram {
        try await BenchProgram(
            text,
            file: file,
            language: language,
            invocation: invocation,
            sandbox: sandbox,
            scratch: scratch
        )
    }

    /// A static hello in C.
    func hello(by sandbox: Sandbox) async throws -> BenchProgram {
        try await program("#include <stdio.h>\nint main(void) { puts(\"hello\"); }\n", "hello.c", "c", by: sandbox)
    }

    /// Runs `command`, which has to end well.
    @discardableResult
    static func run(_ command: Command, by sandbox: Sandbox) async throws -> Outcome {
        let outcome = try await sandbox.run(command)
        guard outcome.termination == .exited(code: 0), outcome.stop == nil else {
            throw Complaint.ownFailure("bench: \(command.arguments[0]) failed in its box")
        }
        return outcome
    }
}

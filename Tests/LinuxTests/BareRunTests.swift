import Linux
import Testing

/// A bare run has nothing of ours about it that would change how a program behaves.
@Suite
struct BareRunTests {
    /// SIGPIPE is signal 13: the lowest bit of the fourth digit.
    @Test(arguments: ["SigBlk:\t0000000000000000$", "SigIgn:\t............[02468ace]...$"])
    func `no signal is blocked, and SIGPIPE is not ignored, whatever the thread has`(_ line: String) async throws {
        Signals.ignoreBrokenPipes()
        // The pool's threads have almost all of them blocked.
        let result = try await Task.detached { try Self.run(["/bin/grep", "-q", "^\(line)", "/proc/self/status"]) }
            .value
        #expect(result.status == 0)
    }

    @Test func `what it writes is read to the end and counted`() throws {
        #expect(try Self.run(["/bin/echo", "hello"]).outputCount == 6)
    }

    @Test func `a program that is not there is an error`() {
        #expect(throws: Errno.missing) { _ = try Self.run(["/nowhere"]) }
    }

    private static func run(_ arguments: [String]) throws -> BareRun.Result {
        try BareRun.run(arguments, environment: [])
    }
}

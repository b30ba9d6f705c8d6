import Core
import Grading
import Languages
import Testing

@Suite struct SelfTesterTests {
    private func check(_ language: LanguageID, _ bench: Bench) async throws -> SelfTester.Result {
        let tester = SelfTester(executor: bench.executor, catalog: try Toys.catalog, locator: Toys.locator)
        return try await tester.test(try #require(try Toys.catalog.profile(language)))
    }

    @Test func `a language that answers right can be offered`() async throws {
        let bench = try Bench { input, _ in .wrote(input == "6 7" ? "42" : "?") }
        let result = try await check("toy", bench)
        #expect(result.isOK && result.isInstalled)
        #expect(result.version == "5.2")
        let command = try #require(bench.commands("compile-toy").first)
        #expect(command.text(of: "self.toy") == "the self-test")
    }

    @Test func `the self-test is compiled every time, and the version asked for once`() async throws {
        let bench = try Bench { _, _ in .wrote("42") }
        _ = try await check("toy", bench)
        _ = try await check("toy", bench)
        #expect(bench.commands("compile-toy").count == 2)
        #expect(bench.executor.commands.filter { $0.arguments.last == "--version" }.count == 1)
    }

    @Test func `the self-test runs what was compiled for it, also where an artifact is never replaced`() async throws {
        let bench = try Bench { _, _ in .wrote("42") }
        _ = try await check("toy", bench)
        _ = try await check("toy", bench)
        let workspaces = bench.commands("run-toy").map(\.workspace)
        #expect(workspaces.count == 2 && Set(workspaces.map { "\($0)" }).count == 2)
    }

    @Test(arguments: [
        (Outcome.wrote("42\n"), "WA (differs)"), (.wrote("4"), "WA (differs)"), (.wrote(""), "WA (no-output)"),
        (.exited(127, error: "ld.so: no libtoy\nmore"), "RTE (exit:127): ld.so: no libtoy"),
        (Outcome(termination: .signaled(name: "KILL"), stop: .forbiddenCall(name: "bpf")), "RTE (syscall:bpf)"),
    ])
    func `a language that does not answer right says why in one line`(outcome: Outcome, words: String) async throws {
        let failure = try #require(try await check("toy", try Bench { _, _ in outcome }).failure)
        #expect(failure.hasSuffix(words))
        #expect(!failure.contains("\n"))
    }

    @Test func `a self-test that does not compile says why in one line`() async throws {
        let bench = try Bench(compile: { _ in .exited(1, error: "\ncannot find stdio.h\nstopped") })
        let failure = try #require(try await check("toy", bench).failure)
        #expect(failure.hasSuffix("cannot find stdio.h"))
    }

    @Test func `a language that is not installed says what to install`() async throws {
        let result = try await check("absent", try Bench())
        #expect(!result.isInstalled)
        #expect(result.failure?.contains("apt-get install toy-absent") == true)
    }

    @Test func `a failing executor is an error`() async throws {
        let failure = ExecutorFailure(operation: "clone", subject: "slot 0", cause: "EAGAIN")
        let bench = try Bench { _, _ async throws(ExecutorFailure) in throw failure }
        await #expect(throws: GradingError.machinery(failure)) { try await check("toy", bench) }
    }
}

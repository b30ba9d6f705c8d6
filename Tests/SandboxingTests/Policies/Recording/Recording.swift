import Core
import Grading
import Languages
import Linux
import SandboxTesting
import Sandboxing

/// What the languages that are installed here do in a box: compiled, run and recorded once for all tests.
struct Recording: Sendable {
    /// The calls.
    var calls = MadeCalls()
    /// The languages that were recorded.
    var languages: Set<String> = []
    /// Programs that did not end well: without what they would have done the record says too little.
    var failures: [String] = []

    /// The recording of this test run.
    static let ofThisHost = Task { try await record() }

    private static func record() async throws -> Recording {
        let bench = try makeBench()
        defer { SandboxUnderTest.stop(bench.sandbox) }
        let sandboxes = SandboxUnderTest.sandboxes
        let catalog = try LanguageCatalog(directory: sandboxes + "/languages")
        let environment = HostEnvironment.variables()
        let locator = ToolchainLocator(
            searchPath: environment["PATH", default: ""].split(separator: ":").map(String.init),
            home: environment["HOME"],
            etc: sandboxes + "/etc",
            hidden: []
        )
        let log = CallLog()
        // The common languages stand for all that share their policies; a policy of its own needs its own evidence.
        let wanted = catalog.profiles.filter { profile in
            let policies = [profile.compile, profile.run].compactMap { $0?.policy }
            return profile.tier == .common || policies.contains { Families.variants[$0] != nil }
        }
        var recording = Recording()
        try await withThrowingTaskGroup(of: (String, [String]).self) { group in
            var known: Set<[Tool]> = []
            for profile in wanted where (try? locator.locate(profile)) != nil {
                // The versions of a language are the same tools with other options: one of them is enough.
                guard known.insert(profile.tools.sorted { $0.name < $1.name }).inserted else { continue }
                let language = profile.id.rawValue
                let executor = RecordingExecutor(
                    sandbox: bench.sandbox,
                    recorder: bench.recorder,
                    language: language,
                    log: log
                )
                group.addTask {
                    (language, try await failures(of: profile, in: catalog, locator, by: executor))
                }
            }
            for try await (language, failures) in group {
                recording.languages.insert(language)
                recording.failures += failures
            }
        }
        recording.calls = log.all
        recording.failures += log.losses.map { "no record of " + $0 }
        return recording
    }

    /// Compiles and runs a language's self-test and its programs.
    ///
    /// - Returns: what did not end well.
    private static func failures(
        of profile: LanguageProfile,
        in catalog: LanguageCatalog,
        _ locator: ToolchainLocator,
        by executor: RecordingExecutor
    ) async throws -> [String] {
        var failures: [String] = []
        let test = try await SelfTester(executor: executor, catalog: catalog, locator: locator).test(profile)
        if let failure = test.failure { failures.append("\(profile.id): \(failure)") }
        let plain = PlainRun(executor: executor, catalog: catalog, locator: locator)
        for program in try RecordedProgram.all(for: profile) {
            let result = try await plain.run(
                program.submission(in: profile.id),
                input: MemoryBytes(program.input),
                limits: Limits(cpuTime: .seconds(120))
            )
            guard result.verdict != .accepted else { continue }
            let said = try result.outcome?.standardError.bytes(upTo: 500) ?? Array(result.compile.diagnostics.utf8)
            let end = "\(result.verdict.rawValue) \(result.reason.map { "\($0)" } ?? "")"
            failures.append("\(profile.id): \(program.path): \(end): \(String(decoding: said, as: UTF8.self))")
        }
        return failures
    }

    /// Compiling the recorder waits, which asynchronous code must not; a test's may.
    private static func makeBench() throws -> RecordingBench { try RecordingBench.make() }
}

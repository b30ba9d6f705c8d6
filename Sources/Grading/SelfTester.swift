public import Core
public import Languages
internal import Problems

/// Shows that a language works on this host, in the sandbox: compiles and runs the program of its profile.
public struct SelfTester: Sendable {
    /// What a self-test showed.
    public struct Result: Sendable, Hashable {
        /// The language.
        public var language: LanguageID
        /// Whether its tools are there.
        public var isInstalled: Bool
        /// Why the language cannot be offered, in one line; nil when it can.
        public var failure: String?
        /// The toolchain's version, where it says one.
        public var version: String?
        /// How long compiling and running took, on the clock.
        public var seconds: Double

        /// Whether the language can be offered.
        public var isOK: Bool { failure == nil }
    }

    private let workshop: Workshop

    /// Self-tests by `executor`.
    public init(executor: any Executor, catalog: LanguageCatalog, locator: ToolchainLocator) {
        workshop = Workshop(boxes: Boxes(executor), catalog: catalog, locator: locator)
    }

    /// What the toolchain of `profile` says its version is; nil when it does not say, or is not there.
    ///
    /// It is asked in a box the first time, and then never again.
    ///
    /// - Throws: `.machinery` when the executor failed, `.cancelled`.
    public func version(of profile: LanguageProfile) async throws(GradingError) -> String? {
        guard let toolchain = try? workshop.locator.locate(profile) else { return nil }
        let version = try await ToolchainVersion(boxes: workshop.boxes).version(of: toolchain)
        return version.isEmpty ? nil : version
    }

    /// Tests the language of `profile`.
    ///
    /// Its program is compiled even where that was done before.
    ///
    /// - Throws: `.machinery` when the executor failed, `.cancelled`. A language that does not work is a result.
    public func test(_ profile: LanguageProfile) async throws(GradingError) -> Result {
        let toolchain: Toolchain
        do throws(GradingError) {
            toolchain = try workshop.toolchain(for: profile.id)
        } catch {
            return Result(language: profile.id, isInstalled: false, failure: error.description, seconds: 0)
        }
        let version = try await ToolchainVersion(boxes: workshop.boxes).version(of: toolchain)
        let start = ContinuousClock.now
        let failure = try await failure(of: toolchain)
        return Result(
            language: profile.id,
            isInstalled: true,
            failure: failure,
            version: version.isEmpty ? nil : version,
            seconds: (ContinuousClock.now - start).inSeconds
        )
    }

    /// Why the self-test of `toolchain` failed; nil when it passed.
    private func failure(of toolchain: Toolchain) async throws(GradingError) -> String? {
        let test = toolchain.profile.selfTest
        let files = [BoxFile(path: test.file, content: MemoryBytes(test.source))]
        let sources = SourceTree(files: files, entry: nil)
        let compilation = try await workshop.compile(sources, with: toolchain, limits: ProblemLimits(), isAnew: true)
        guard let artifact = compilation.artifact else {
            return "its self-test does not compile: \(SelfTester.line(compilation.note.diagnostics))"
        }
        let program = Program(toolchain: toolchain, artifact: artifact, sources: sources)
        let trial = Trial(boxes: workshop.boxes, program: program, limits: Limits())
        let run = try await trial.run(input: MemoryBytes(test.input))
        do throws(ByteSourceFailure) {
            return try SelfTester.failure(run, expected: Array(test.output.utf8))
        } catch {
            throw GradingError(reading: "what the self-test of \(toolchain.profile.id) wrote", error)
        }
    }

    private static func failure(_ run: Judgement.Run, expected: [UInt8]) throws(ByteSourceFailure) -> String? {
        let output = try run.outcome.standardOutput.bytes(upTo: expected.count + 1)
        let check = Check(conclusion: output == expected ? .accepted : .wrong(isOutputEmpty: output.isEmpty))
        let judgement = Judgement.decide(run, check: check) ?? Judgement(.judgeError)
        guard judgement.verdict != .accepted else { return nil }
        let reason = judgement.reason.map { " (\($0))" } ?? ""
        let said = try BoundedText([run.outcome.standardError], limit: BoundedText.messageLimit).text
        let words = said.isEmpty ? "" : ": \(line(said))"
        return "its self-test ends with \(judgement.verdict.rawValue)\(reason)\(words)"
    }

    /// The first line of `text` that says something.
    private static func line(_ text: String) -> String {
        text.split(separator: "\n").first.map(String.init) ?? "no reason given"
    }
}

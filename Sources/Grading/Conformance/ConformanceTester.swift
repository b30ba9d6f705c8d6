public import Core
public import Languages
internal import Problems

/// Tries what every language has to do here: compiles and runs the small program of a row, and judges it.
public struct ConformanceTester: Sendable {
    private let workshop: Workshop
    private let programs: ConformancePrograms

    /// A tester of these languages that runs everything by `executor`.
    public init(
        executor: any Executor,
        catalog: LanguageCatalog,
        locator: ToolchainLocator,
        programs: ConformancePrograms
    ) {
        workshop = Workshop(boxes: Boxes(executor), catalog: catalog, locator: locator)
        self.programs = programs
    }

    /// Tries `row` of the language of `profile`, which has to be installed.
    ///
    /// - Throws: `.badInput` when it is not installed, or its programs cannot be read; `.machinery` when the executor
    ///   failed; `.cancelled`. A row that fails is a result.
    public func check(
        _ row: ConformanceRow,
        of profile: LanguageProfile
    ) async throws(GradingError) -> ConformanceResult {
        let entry: ConformancePrograms.Entry
        do throws(ProfileError) {
            entry = try programs.entry(for: row, of: profile)
        } catch {
            throw .badInput(error.description)
        }
        switch entry {
        case .missing(let path):
            let mend = "write Sandboxes/\(path) or a \(row.rawValue).none that says why not"
            return ConformanceResult(row: row, conclusion: .missing("there is no program: \(mend)"))
        case .notApplicable(let reason):
            return ConformanceResult(row: row, conclusion: .notApplicable(reason))
        case .program(let files, let entry):
            let (failure, usage) = try await attempt(row, of: profile, SourceTree(files: files, entry: entry))
            return ConformanceResult(row: row, conclusion: conclusion(of: row, profile, failure), usage: usage)
        }
    }

    private func conclusion(
        of row: ConformanceRow,
        _ profile: LanguageProfile,
        _ failure: String?
    ) -> ConformanceResult.Conclusion {
        switch (failure, profile.conformance.knownFailures[row]) {
        case (nil, nil): .passed
        case (let failure?, nil): .failed(failure)
        case (_?, let reason?): .knownFailure(reason)
        case (nil, _?): .failed("it passes now; take it off knownFailures in \(profile.id).yaml")
        }
    }

    /// Compiles and runs `sources`; the first is nil when all was as the row wants it, else says in a line what was not.
    private func attempt(
        _ row: ConformanceRow,
        of profile: LanguageProfile,
        _ sources: SourceTree
    ) async throws(GradingError) -> (failure: String?, usage: Usage?) {
        let task = ConformanceTask(row)
        let toolchain = try workshop.toolchain(for: profile.id)
        let compilation = try await workshop.compile(sources, with: toolchain, limits: ProblemLimits())
        if case .refusal(let line) = task.expectation {
            let place = DiagnosticPlace(file: sources.files[0].path, line: line)
            return (Self.offence(of: compilation, place, of: toolchain), compilation.note.usage)
        }
        guard let artifact = compilation.artifact else {
            let reason = compilation.refusal.map { " (\($0))" } ?? ""
            return ("CE\(reason): \(Self.line(compilation.note.diagnostics))", compilation.note.usage)
        }
        let program = Program(toolchain: toolchain, artifact: artifact, sources: sources)
        let trial = Trial(boxes: workshop.boxes, program: program, limits: task.limits)
        let run = try await trial.run(input: MemoryBytes(task.input))
        do throws(ByteSourceFailure) {
            let silent = task.isWarned && compilation.note.diagnostics.isEmpty
            let failure = try Self.offence(of: run, against: task.expectation)
            return (
                failure ?? (silent ? "the compile step says nothing; have it warn of something" : nil),
                run.outcome.usage
            )
        } catch {
            throw GradingError(reading: "what the program of \(row.rawValue) wrote", error)
        }
    }

    private static func offence(
        of compilation: Compilation,
        _ place: DiagnosticPlace,
        of toolchain: Toolchain
    ) -> String? {
        switch compilation.refusal {
        case .diagnostics: return place.offence(in: compilation.note.diagnostics)
        case let other?: return "CE (\(other)), where its diagnostics were due"
        case nil where toolchain.profile.compile == nil:
            return "nothing looks at it before it runs; give the profile a compile step that checks the syntax"
        case nil: return "the compile step accepts it"
        }
    }
}

// MARK: - Judging

extension ConformanceTester {
    private static func offence(
        of run: Judgement.Run,
        against expectation: ConformanceTask.Expectation
    ) throws(ByteSourceFailure) -> String? {
        let ended = Judgement.decide(run, check: nil)
        switch expectation {
        case .output(let answer):
            guard ended == nil else { break }
            return try difference(of: run.outcome.standardOutput, from: answer)
        case .exit(let code):
            if ended == Judgement(.runtimeError, .exit(code)) { return nil }
        case .failure:
            guard ended?.verdict == .runtimeError else { break }
            return run.outcome.standardError.byteCount > 0 ? nil : "it says nothing on standard error"
        case .signal:
            if case (.runtimeError, .signal)? = ended.map({ ($0.verdict, $0.reason) }) { return nil }
        case .timeLimit:
            if ended == Judgement(.timeLimit, .cpu) { return nil }
        case .memoryLimit:
            if ended == Judgement(.memoryLimit) { return nil }
        case .refusal:
            break
        }
        return try told(ended, of: run)
    }

    private static func difference(of output: any ByteSource, from answer: [UInt8]) throws(ByteSourceFailure) -> String?
    {
        var validator = StandardValidator()
        validator.isCaseSensitive = true
        let result = try validator.check(output: output, answer: MemoryBytes(answer))
        guard !result.accepted else { return nil }
        let detail = result.judgeMessage.split(separator: "\n").dropFirst().joined(separator: ", ")
        return result.isOutputEmpty ? "WA (no-output)" : "WA (differs): \(detail)"
    }

    /// How a run ended that should have ended otherwise, with its last words.
    private static func told(_ ended: Judgement?, of run: Judgement.Run) throws(ByteSourceFailure) -> String {
        guard let ended else { return "it ends with exit code 0" }
        let reason = ended.reason.map { " (\($0))" } ?? ""
        let said = try BoundedText([run.outcome.standardError], limit: BoundedText.messageLimit).text
        return "\(ended.verdict.rawValue)\(reason)" + (said.isEmpty ? "" : ": \(line(said))")
    }

    /// The first line of `text` that says something.
    private static func line(_ text: String) -> String {
        text.split(separator: "\n").first.map(String.init) ?? "no reason given"
    }
}

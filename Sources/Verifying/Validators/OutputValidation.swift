internal import Core
internal import Grading
internal import Linux
internal import Problems

/// Has the output validators look at the judges' answers, and at what is no answer; and the grader at results.
struct OutputValidation {
    let folder: PackageFolder
    let problem: Problem
    let trials: PackageTrials
    let sideBySide: SideBySide

    /// On how many tests junk is tried.
    private static let mostTests = 3

    private var isCustom: Bool { if case .custom = problem.validator { true } else { false } }
    private var name: String {
        if case .custom(let programs) = problem.validator { programs.first?.name ?? "output_validator" } else { "" }
    }
    /// Whether an output says anything by itself: no validator has to speak with whoever wrote it.
    private var isPlain: Bool { !problem.type.isInteractive && !problem.type.isMultiPass }

    /// Everything that is wrong with the validators, or with what they look at.
    ///
    /// - Throws: our own failures.
    func findings(progress: (String) -> Void) async throws -> [Finding] {
        var findings = try await grader()
        if isCustom { progress("compiling \(name)") }
        let check = try await trials.outputCheck(of: problem)
        if let failure = check.failure {
            let lines = failure.split(separator: "\n").map(String.init)
            let said = lines.first { $0.contains("error:") }.map { " (\($0))" } ?? ""
            findings.append(Finding(.error, .brokenProgram, name, (lines.first ?? failure) + said, mend: "mend it"))
            return findings
        }
        if let program = problem.staticValidator {
            do throws(GradingError) {
                _ = try await trials.prepare(program, of: problem)
            } catch {
                findings.append(try Finding(broken: program.name, error))
            }
        }
        if isPlain {
            findings += try await answers(check, progress)
            findings += try await special(check)
        }
        if isCustom {
            progress("fuzzing the output validator")
            var crashes = ValidatorCrashes()
            let junk = try await junk(check, &crashes)
            findings += junk.findings
            // One that finds no end in what is no answer is waited for once and not for each of them.
            if !junk.isStopped { try await tiny(check, &crashes) }
            findings += crashes.findings(of: name)
        }
        return findings
    }

    // MARK: - What is right

    private func answers(_ check: PackageTrials.OutputCheck, _ progress: (String) -> Void) async throws -> [Finding] {
        let tests = problem.tests
        let answers = try await sideBySide.map(tests) {
            try await trials.check($0.answer, on: $0, by: check)
        } progress: {
            progress("checking answers \($0)/\(tests.count)")
        }
        var findings: [Finding] = []
        for (test, answer) in zip(tests, answers) {
            let path = folder.below(test.answerPath) ?? "data/\(test.name).ans"
            // With a validator of its own a problem may have something else than an output as its answer.
            let isError = !isCustom || problem.format == .y2025_09 && test.isSample && !hasOther(test)
            findings += self.findings(answer, path, isError ? .error : .warning, .answerRefused, "the judges' answer")
        }
        for test in tests {
            let path = "data/\(test.name).out"
            guard folder.kind(path) == .file, let output = PackageFolderFile.source(folder, path) else { continue }
            let answer = try await trials.check(output, on: test, by: check)
            findings += self.findings(answer, path, .error, .outputRefused, "the output that is shown")
        }
        return findings
    }

    private func hasOther(_ test: TestCase) -> Bool {
        ["out", "ans.statement"].contains { folder.kind("data/\(test.name).\($0)") == .file }
    }

    private func findings(
        _ answer: PackageTrials.Answer,
        _ path: String,
        _ severity: Finding.Severity,
        _ code: Finding.Code,
        _ what: String
    ) -> [Finding] {
        switch answer {
        case .accepted: []
        case .rejected(let said):
            [
                Finding(
                    severity,
                    code,
                    path,
                    "the output validator refuses \(what)" + said.asReason,
                    mend: "mend one of them"
                )
            ]
        case .failed(let why), .stopped(let why):
            [
                Finding(
                    .error,
                    .validatorCrash,
                    path,
                    "given \(what): \(why.firstLine)",
                    mend: "mend the output validator"
                )
            ]
        }
    }

    /// `valid_output` and `invalid_output` (2025-09).
    private func special(_ check: PackageTrials.OutputCheck) async throws -> [Finding] {
        var findings: [Finding] = []
        for (name, isValid) in [("valid_output", true), ("invalid_output", false)] {
            for special in SpecialCases(folder: folder).cases(in: name) {
                guard let answer = special.answer, let output = special.output else { continue }
                let standard: StandardValidator?
                do {
                    let arguments = special.outputArguments
                    standard = isCustom ? nil : try StandardValidator(arguments: arguments, format: problem.format)
                } catch {
                    findings.append(
                        Finding(.error, .wrongType, special.path + ".yaml", error.description, mend: "correct it")
                    )
                    continue
                }
                let test = TestCase(
                    name: special.path,
                    input: special.input,
                    answer: answer,
                    validatorArguments: special.outputArguments,
                    standardValidator: standard
                )
                let said = try await trials.check(output, on: test, by: check)
                let path = special.path + ".out"
                if isValid {
                    findings += self.findings(said, path, .error, .outputRefused, "this valid output")
                } else if said == .accepted {
                    let message = "the output validator accepts this invalid output"
                    findings.append(Finding(.error, .invalidOutputAccepted, path, message, mend: "mend one of them"))
                } else if said.failure != nil {
                    findings += self.findings(said, path, .error, .invalidOutputAccepted, "this invalid output")
                }
            }
        }
        return findings
    }

    // MARK: - What is not

    /// The tests on which a program of the package has the say.
    private var asked: [TestCase] { problem.tests.filter { $0.namedChecker == nil } }

    /// Small tests, of which samples come first.
    private var few: [TestCase] {
        Array(asked.filter { $0.input.byteCount + $0.answer.byteCount < 1 << 20 }.prefix(Self.mostTests))
    }

    private func junk(
        _ check: PackageTrials.OutputCheck,
        _ crashes: inout ValidatorCrashes
    ) async throws -> (findings: [Finding], isStopped: Bool) {
        let tries = few.flatMap { test in Junk.all.map { (test, $0) } }.filter { test, junk in
            // An answer without any token is no junk.
            !junk.bytes.isEmpty || !((try? test.answer.bytes(upTo: 4096)) ?? []).allSatisfy { $0 <= 0x20 }
        }
        // What is accepted may be but one pass of several.
        let isFinal = !problem.type.isMultiPass
        let answers = try await answers(to: tries, check)
        var findings: [Finding] = []
        for ((test, junk), answer) in zip(tries, answers) {
            if answer == .accepted, isFinal {
                let message = "the validator accepts \(junk.name) as the output of \(test.name)"
                findings.append(Finding(.warning, .junkOutput, name, message, mend: "have it refuse that"))
            }
            crashes.add(junk, test, answer)
        }
        return (findings, answers.last?.isStopped ?? false)
    }

    /// What the validator says to each of `tries`, up to the first that it had to be stopped at.
    private func answers(
        to tries: [(TestCase, Junk)],
        _ check: PackageTrials.OutputCheck
    ) async throws -> [PackageTrials.Answer] {
        try await sideBySide.map(tries, upTo: \.isStopped) { test, junk in
            try await trials.check(MemoryBytes(junk.bytes), on: test, by: check)
        }
    }

    /// What the validator does with small outputs, whatever it thinks of them.
    private func tiny(_ check: PackageTrials.OutputCheck, _ crashes: inout ValidatorCrashes) async throws {
        guard let test = few.first(where: { !$0.isSample }) ?? few.first else { return }
        let answers = try await answers(to: Junk.tiny.map { (test, $0) }, check)
        for (junk, answer) in zip(Junk.tiny, answers) { crashes.add(junk, test, answer) }
    }

    // MARK: - The grader

    private func grader() async throws -> [Finding] {
        guard let program = problem.grader else { return [] }
        let results: [[(verdict: Verdict, score: Double)]] = [
            [(.accepted, 1), (.accepted, 1)], [(.accepted, 1), (.wrongAnswer, 0)], [(.timeLimit, 0)],
            [(.runtimeError, 0)],
        ]
        var findings: [Finding] = []
        for members in results {
            do throws(GradingError) {
                guard
                    let failure = try await trials.failure(
                        ofGrader: program,
                        given: members,
                        flags: flags(problem.data),
                        of: problem
                    )
                else { continue }
                let words = members.map { "\($0.verdict.rawValue) \(Int($0.score))" }.joined(separator: ", ")
                findings.append(
                    Finding(.error, .grader, program.name, "given \(words): \(failure)", mend: "mend the grader")
                )
            } catch {
                return [try Finding(broken: program.name, error)]
            }
        }
        return findings
    }

    /// The flags of the first group that has the grader put it together.
    private func flags(_ group: TestGroup) -> [String] {
        if case .customGrader(let flags, _) = group.grading { return flags }
        return group.groups.lazy.map(flags).first { !$0.isEmpty } ?? []
    }
}

extension PackageTrials.Answer {
    /// Whether it was waited for in vain.
    var isStopped: Bool { if case .stopped = self { true } else { false } }
}

internal import Core
internal import Grading
internal import Problems

/// Has the package's input validators look at every input, and at what is none.
struct InputValidation {
    let folder: PackageFolder
    let problem: Problem
    let trials: PackageTrials
    let sideBySide: SideBySide

    /// One question to all validators.
    struct Question: Sendable {
        /// What it is about, for a finding.
        let path: String
        let input: any ByteSource
        let arguments: InputValidatorArguments
        let more: [String]
        let files: [BoxFile]
    }

    /// What a validator said that does not simply accept.
    struct Objection: Sendable {
        let validator: String
        let answer: PackageTrials.Answer
    }

    /// Everything that is wrong with the validators, or with what they look at.
    ///
    /// - Throws: our own failures.
    func findings(progress: (String) -> Void) async throws -> [Finding] {
        let available: Problem.InputValidators
        do {
            available = try problem.inputValidators()
        } catch {
            return error.issues.map { Finding($0, .error, .brokenProgram, in: folder) }
        }
        var findings = available.foreign.map { path in
            Finding(
                .warning,
                .foreignValidator,
                path,
                "this validator is not run: there is nothing here that can",
                mend: "add one in C, C++ or Python 3 beside it"
            )
        }
        findings += available.noted.map { Finding($0, $0.isFault ? .error : .warning, .brokenProgram, in: folder) }
        findings += sameNames(available.programs)
        guard !available.programs.isEmpty else {
            // Other formats have no such programs.
            if available.foreign.isEmpty, folder.kind(Description.path) != nil {
                let mend = "add a program that ends with 42 for a right input, else with 43"
                findings.append(
                    Finding(.error, .noInputValidator, "input_validators", "there is no input validator", mend: mend)
                )
            }
            return findings
        }
        var validators: [PackageTrials.Prepared] = []
        for program in available.programs {
            progress("compiling \(program.name)")
            do throws(GradingError) {
                validators.append(try await trials.prepare(program, of: problem))
            } catch {
                findings.append(try Finding(broken: program.name, error))
            }
        }
        guard !validators.isEmpty else { return findings }
        findings += try await realInputs(validators, progress)
        findings += try await invalidInputs(validators)
        findings += try await InputFuzz(validation: self, validators: validators).findings(progress: progress)
        return findings
    }

    /// Files of tests that take the place of a validator's own: both are put into its working directory.
    private func sameNames(_ programs: [PackageProgram]) -> [Finding] {
        // What is compiled is not looked at any more.
        let interpreted = programs.filter { ![.c, .cpp].contains($0.kind) }
        return problem.tests.flatMap { test in
            test.files.compactMap { file in
                guard let program = interpreted.first(where: { $0.files.contains { $0.path == file.path } }) else {
                    return nil
                }
                return Finding(
                    .error,
                    .brokenProgram,
                    "data/\(test.name).files/\(file.path)",
                    "\(program.name) has a file of this name, too, and finds this one in its place",
                    mend: "rename one of them"
                )
            }
        }
    }

    /// What the validators have against `question`; empty where all of them accept it.
    func objections(
        to question: Question,
        _ validators: [PackageTrials.Prepared]
    ) async throws -> [Objection] {
        var objections: [Objection] = []
        for validator in validators {
            let answer = try await trials.validate(
                question.input,
                by: validator,
                arguments: question.arguments.arguments(for: validator.name) + question.more,
                files: question.files,
                of: problem
            )
            if answer != .accepted { objections.append(Objection(validator: validator.name, answer: answer)) }
        }
        return objections
    }

    private func realInputs(
        _ validators: [PackageTrials.Prepared],
        _ progress: (String) -> Void
    ) async throws -> [Finding] {
        let questions = problem.tests.map { test in
            Question(
                path: folder.below(test.inputPath) ?? "data/\(test.name).in",
                input: test.input,
                arguments: test.inputValidatorArguments,
                more: test.arguments,
                files: test.files
            )
        }
        let answers = try await sideBySide.map(questions) {
            try await self.objections(to: $0, validators)
        } progress: {
            progress("validating inputs \($0)/\(questions.count)")
        }
        return zip(questions, answers).flatMap { question, objections in
            objections.map { objection in
                switch objection.answer {
                case .failed(let why), .stopped(let why):
                    Finding(
                        .error,
                        .validatorStopped,
                        question.path,
                        "\(objection.validator) \(why.firstLine)",
                        mend: "mend the validator"
                    )
                case .rejected(let said):
                    Finding(
                        .error,
                        .inputRefused,
                        question.path,
                        "\(objection.validator) refuses this input" + said.asReason,
                        mend: "mend one of them"
                    )
                case .accepted: Finding(.note, .inputRefused, question.path, "accepted")
                }
            }
        }
    }

    private func invalidInputs(_ validators: [PackageTrials.Prepared]) async throws -> [Finding] {
        let cases = SpecialCases(folder: folder).cases(in: "invalid_input")
        let answers = try await sideBySide.map(cases) { special in
            let question = Question(
                path: special.path + ".in",
                input: special.input,
                arguments: special.inputArguments,
                more: special.arguments,
                files: special.files
            )
            return try await self.objections(to: question, validators)
        }
        return zip(cases, answers).compactMap { special, objections in
            guard objections.isEmpty else { return nil }
            return Finding(
                .error,
                .invalidInputAccepted,
                special.path + ".in",
                "no input validator refuses this invalid input",
                mend: "mend the validators, or move the case"
            )
        }
    }
}

extension PackageFolder {
    /// The path below the package; nil where it is not in there.
    func below(_ path: String?) -> String? {
        guard let path, path.hasPrefix(root + "/") else { return nil }
        return String(path.dropFirst(root.count + 1))
    }
}

extension String {
    /// The first line that says something.
    var firstLine: String { split(separator: "\n").first { !$0.allSatisfy(\.isWhitespace) }.map(String.init) ?? "" }

    /// The line of what a program said that says why: the first one but in Python, which begins with where it was.
    var tellingLine: String {
        let isPlace = ["Traceback (most recent call last)", "File \""].contains {
            firstLine.drop { $0 == " " }.hasPrefix($0)
        }
        guard isPlace else { return firstLine }
        return split(separator: "\n").last { !$0.allSatisfy(\.isWhitespace) }.map(String.init) ?? ""
    }

    /// What a program said, behind what it did; at most a line of moderate length.
    var asReason: String {
        let line = tellingLine
        return line.isEmpty ? "" : " (\(line.count > 120 ? String(line.prefix(120)) + "…" : line))"
    }
}

extension Finding {
    /// What loading found.
    init(_ issue: PackageIssue, _ severity: Severity, _ code: Code, in folder: PackageFolder) {
        self.init(
            severity,
            code,
            issue.path(in: folder),
            line: issue.line,
            issue.message,
            mend: issue.mend
        )
    }

    /// What loading went on with.
    init(noted issue: PackageIssue, in folder: PackageFolder) {
        let isError = issue.isUnknownKey || issue.isFault
        let code: Code = issue.isUnknownKey ? .unknownKey : issue.isFault ? .formatRule : .ignored
        self.init(issue, isError ? .error : .warning, code, in: folder)
        if issue.isUnknownKey, mend.isEmpty { mend = "correct or remove it" }
    }

    /// A program of the package that cannot be used.
    ///
    /// - Throws: `error` where that is our own fault.
    init(broken program: String, _ error: GradingError) throws(GradingError) {
        guard case .badInput(let why) = error else { throw error }
        let lines = why.split(separator: "\n").map(String.init)
        let said = lines.dropFirst().first { $0.contains("error") } ?? lines.dropFirst().first
        let message = (lines.first ?? "it cannot be used") + (said.map { " (\($0))" } ?? "")
        self.init(.error, .brokenProgram, program, message, mend: "mend it")
    }
}

extension PackageIssue {
    /// The file below the package; the whole path where it is elsewhere.
    fileprivate func path(in folder: PackageFolder) -> String {
        for directory in [folder.shown, folder.root] {
            if file == directory { return "" }
            if file.hasPrefix(directory + "/") { return String(file.dropFirst(directory.count + 1)) }
        }
        return file
    }
}

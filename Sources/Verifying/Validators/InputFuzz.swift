internal import Core
internal import Grading
internal import Problems

/// Shows input validators what is no right input.
struct InputFuzz {
    let validation: InputValidation
    let validators: [PackageTrials.Prepared]

    /// How many tests are tried, and how large they may be.
    private static let mostTests = 6
    private static let largest = 64 << 10
    private static let mostArguments = 8

    /// A test whose input is small enough to be changed.
    private struct Sample: Sendable {
        let test: TestCase
        let bytes: [UInt8]
    }

    /// What the validators let through.
    ///
    /// - Throws: our own failures.
    func findings(progress: (String) -> Void) async throws -> [Finding] {
        let samples = samples()
        let known = Set(samples.map(\.bytes))
        progress("fuzzing the input validators")
        let junk = try await junk(known)
        // One that finds no end in what is no input is waited for once and not for each of them.
        return try await junk.isStopped ? junk.findings : junk.findings + changes(samples, known)
    }

    private func samples() -> [Sample] {
        validation.problem.tests.filter { $0.input.byteCount <= Self.largest }.compactMap { test in
            (try? test.input.bytes()).map { Sample(test: test, bytes: $0) }
        }
    }

    private func question(_ bytes: [UInt8], like test: TestCase) -> InputValidation.Question {
        InputValidation.Question(
            path: "input_validators",
            input: MemoryBytes(bytes),
            arguments: test.inputValidatorArguments,
            more: test.arguments,
            files: test.files
        )
    }

    // MARK: - Junk

    private func junk(_ known: Set<[UInt8]>) async throws -> (findings: [Finding], isStopped: Bool) {
        var arguments: Set<[String]> = []
        let tests = validation.problem.tests.filter { test in
            arguments.insert([
                test.inputValidatorArguments.common.description, test.inputValidatorArguments.byName.description,
            ]).inserted
        }.prefix(Self.mostArguments)
        let tries = tests.flatMap { test in Junk.all.filter { !known.contains($0.bytes) }.map { (test, $0) } }
        func isStopped(_ objections: [InputValidation.Objection]) -> Bool {
            objections.contains { $0.answer.isStopped }
        }
        let objections = try await validation.sideBySide.map(tries, upTo: isStopped) { test, junk in
            try await validation.objections(to: question(junk.bytes, like: test), validators)
        }
        var findings: [Finding] = []
        for ((test, junk), objections) in zip(tries, objections) {
            let flags = test.inputValidatorArguments.common.joined(separator: " ")
            let with = flags.isEmpty ? "" : " with the arguments \"\(flags)\""
            if objections.isEmpty {
                let message = "no input validator refuses \(junk.name)\(with)"
                findings.append(Finding(.warning, .junkInput, place, message, mend: "have one look at the whole input"))
            }
            findings += stops(objections, on: junk.name)
        }
        return (findings, objections.last.map(isStopped) ?? false)
    }

    private var place: String { validators.first?.name ?? "input_validators" }

    /// Validators that do not come to an end by themselves.
    private func stops(_ objections: [InputValidation.Objection], on what: String) -> [Finding] {
        objections.compactMap { objection in
            guard let why = objection.answer.failure else { return nil }
            let message = "given \(what) the validator \(why.firstLine)"
            return Finding(.warning, .validatorCrash, objection.validator, message, mend: "have it end with 43")
        }
    }

    // MARK: - Changes

    private func changes(_ samples: [Sample], _ known: Set<[UInt8]>) async throws -> [Finding] {
        var candidates: [Sample] = []
        var groups: Set<String> = []
        // The smallest of each group first, then the smallest of all.
        let sorted = samples.filter { !$0.bytes.isEmpty }.sorted { $0.bytes.count < $1.bytes.count }
        for sample in sorted where candidates.count < Self.mostTests {
            let group = sample.test.name.split(separator: "/").dropLast().joined(separator: "/")
            if groups.insert(group).inserted { candidates.append(sample) }
        }
        for sample in sorted where candidates.count < Self.mostTests {
            if !candidates.contains(where: { $0.test.name == sample.test.name }) { candidates.append(sample) }
        }
        let isFree = try await takesFreeText(candidates)
        let mutations = Mutation.allCases.filter { mutation in
            // What an input of the package has is meant to be right.
            !(mutation.isStyle && isFree) && !samples.contains { mutation.isIn($0.bytes) }
        }
        let tried = candidates
        let answers = try await validation.sideBySide.map(mutations) { mutation -> String? in
            var accepted: String?
            for sample in tried {
                guard let changed = mutation.apply(to: sample.bytes), !known.contains(changed) else { continue }
                let objections = try await validation.objections(to: question(changed, like: sample.test), validators)
                if !objections.isEmpty { return nil }
                accepted = accepted ?? sample.test.name
            }
            return accepted
        }
        return zip(mutations, answers).compactMap { mutation, test in
            guard let test else { return nil }
            return Finding(
                .warning,
                .changedInput,
                place,
                "no input validator refuses \(mutation.rawValue), as in a changed \(test).in",
                mend: "have one be strict, or have a test with it"
            )
        }
    }

    /// Whether the validators take any text for a part of the input: then how that is written is up to the tests.
    private func takesFreeText(_ candidates: [Sample]) async throws -> Bool {
        for sample in candidates {
            guard let text = Mutation.freeText(in: sample.bytes) else { continue }
            if try await validation.objections(to: question(text, like: sample.test), validators).isEmpty {
                return true
            }
        }
        return false
    }
}

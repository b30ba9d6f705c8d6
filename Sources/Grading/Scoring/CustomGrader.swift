internal import Core
internal import Problems

/// The package's own program that puts results together (legacy).
struct CustomGrader: Sendable {
    private let boxes: Boxes
    private let name: String
    private let program: PreparedProgram
    private let limits: Limits

    /// The compiled `program`.
    ///
    /// - Throws: `.badInput` when it cannot be compiled, `.machinery` when the executor failed.
    init(_ program: PackageProgram, limits: ProblemLimits, in workshop: Workshop) async throws(GradingError) {
        boxes = workshop.boxes
        name = program.name
        self.program = try await workshop.prepare(program, limits: limits)
        self.limits = Limits(
            cpuTime: limits.validationTime,
            memory: limits.validationMemory,
            output: limits.validationOutput
        )
    }

    /// Asks it what `members` come to: one line for each, `VERDICT score`, and one such line back.
    ///
    /// - Throws: `.machinery` when the executor failed.
    func grade(_ members: [GroupResult], flags: [String]) async throws(GradingError) -> GroupResult {
        var command = try program.command(arguments: flags, limits: limits)
        let lines = members.map { CustomGrader.line(for: $0) + "\n" }
        command.input = MemoryBytes(lines.joined())
        let outcome = try await boxes.run(command)
        guard outcome.stop == nil, outcome.termination == .exited(code: 0) else {
            return GroupResult(failure: "the grader \(name) did not end well")
        }
        let text: String
        do {
            text = String(decoding: try outcome.standardOutput.bytes(upTo: 4096), as: UTF8.self)
        } catch {
            throw GradingError(reading: "what the grader \(name) wrote", error)
        }
        return CustomGrader.result(in: text, of: members, by: name)
    }

    /// What a grader is told of a member.
    static func line(for member: GroupResult) -> String {
        "\(member.verdict.graderWord) \(member.score.graderNumber)"
    }

    /// What the grader `name` has written that `members` come to.
    static func result(in text: String, of members: [GroupResult], by name: String) -> GroupResult {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count == 2, let verdict = Verdict(graderWord: words[0]), let score = Double(words[1]),
            score.isFinite
        else {
            return GroupResult(failure: "the grader \(name) wrote something else than one line \"VERDICT score\"")
        }
        if verdict == .judgeError { return GroupResult(failure: "the grader \(name) gave JE") }
        return GroupResult(
            verdict: verdict,
            reason: members.first { $0.verdict == verdict }?.reason,
            score: score
        )
    }
}

extension Verdict {
    /// The word for it in the format's vocabulary, which has none for memory and output.
    fileprivate var graderWord: String {
        switch self {
        case .accepted: "AC"
        case .wrongAnswer: "WA"
        case .timeLimit: "TLE"
        case .runtimeError, .memoryLimit, .outputLimit, .compileError: "RTE"
        case .judgeError, .skipped: "JE"
        }
    }

    fileprivate init?(graderWord: Substring) {
        guard let verdict = Verdict(rawValue: String(graderWord)), verdict != .skipped, verdict != .compileError else {
            return nil
        }
        self = verdict
    }
}

extension Double {
    /// Whole numbers without a point.
    fileprivate var graderNumber: String {
        self == rounded() && magnitude < 1e15 ? String(Int(self)) : String(self)
    }
}

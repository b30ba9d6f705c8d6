public import Core

/// The legacy format's standard grader, set up by `grader_flags`.
public struct StandardGrader: Hashable, Sendable {
    /// How the verdict comes out.
    public enum VerdictMode: String, Hashable, Sendable {
        /// The worst there is.
        case worstError = "worst_error"
        /// The first that is not accepted.
        case firstError = "first_error"
        /// Always accepted.
        case alwaysAccept = "always_accept"
    }

    /// How the score comes out.
    public enum ScoreMode: String, Hashable, Sendable {
        case sum
        case average = "avg"
        case minimum = "min"
        case maximum = "max"
    }

    /// How the verdict comes out.
    public var verdictMode = VerdictMode.worstError
    /// How the score comes out.
    public var scoreMode = ScoreMode.sum
    /// Whether of two members, the samples and the secret tests, the second one alone counts; at the root only.
    public var ignoresSample = false
    /// Whether one accepted member is enough.
    public var acceptsIfAny = false

    /// The format's defaults.
    public init() {}

    /// One member's result.
    public struct Result: Hashable, Sendable {
        /// Its verdict.
        public var verdict: Verdict
        /// Its score.
        public var score: Double

        /// A result with these parts.
        public init(verdict: Verdict, score: Double) {
            self.verdict = verdict
            self.score = score
        }
    }

    /// From the worst on; what is not in the format's list stands beside its like.
    private static let worst: [Verdict] = [
        .judgeError, .compileError, .runtimeError, .memoryLimit, .timeLimit, .outputLimit, .wrongAnswer,
    ]

    /// The group's result.
    ///
    /// Members that were not run (`SK`) count for nothing. Where the samples are ignored, the last of those that were run
    /// is what counts: of one result that one, whatever it is of. Without members the group is accepted with the score 0.
    public func grade(_ results: [Result]) -> Result {
        var counted = results.filter { $0.verdict != .skipped }
        if ignoresSample { counted = counted.suffix(1) }
        return Result(verdict: verdict(of: counted.map(\.verdict)), score: score(of: counted.map(\.score)))
    }

    private func verdict(of verdicts: [Verdict]) -> Verdict {
        if verdictMode == .alwaysAccept { return .accepted }
        if acceptsIfAny, verdicts.contains(.accepted) { return .accepted }
        switch verdictMode {
        case .firstError: return verdicts.first { $0 != .accepted } ?? .accepted
        case .worstError, .alwaysAccept:
            return StandardGrader.worst.first { verdicts.contains($0) } ?? .accepted
        }
    }

    private func score(of scores: [Double]) -> Double {
        guard !scores.isEmpty else { return 0 }
        return switch scoreMode {
        case .sum: scores.reduce(0, +)
        case .average: scores.reduce(0, +) / Double(scores.count)
        case .minimum: scores.min() ?? 0
        case .maximum: scores.max() ?? 0
        }
    }
}

extension StandardGrader {
    /// The grader that `flags` ask for; where several set the same, the last one counts.
    ///
    /// - Returns: nil for an unknown flag, which `unknown` then is.
    public init?(flags: [String], unknown: inout String) {
        self.init()
        for flag in flags {
            if let mode = VerdictMode(rawValue: flag) {
                verdictMode = mode
            } else if let mode = ScoreMode(rawValue: flag) {
                scoreMode = mode
            } else {
                switch flag {
                case "ignore_sample": ignoresSample = true
                case "accept_if_any_accepted": acceptsIfAny = true
                // problemtools takes it, too, and means the usual.
                case "no_errors": verdictMode = .worstError
                default:
                    unknown = flag
                    return nil
                }
            }
        }
    }
}

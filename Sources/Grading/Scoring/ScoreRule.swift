internal import Core
internal import Problems

/// What a test may be worth, and what its validator may say about that.
enum ScoreRule: Hashable, Sendable {
    /// Nothing, and whatever the validator says about scores means nothing (samples, and problems without scores).
    case ignored
    /// Nothing, and the validator must say nothing (tests of pass-fail groups, 2025-09).
    case none
    /// At most so much (2025-09).
    case bounded(Double)
    /// What the validator says (2025-09).
    case unbounded
    /// What the validator says where it may, which it then must; else one of these (legacy).
    case legacy(LegacyScores, ValidatorScores)
}

extension ScoreRule {
    /// What the validators' word on an accepted or rejected test comes to; nil: the test has no score.
    ///
    /// - Throws: `ScoreError` for what the format calls a judge error.
    func score(isAccepted: Bool, _ given: GivenScore?) throws(ScoreError) -> Double? {
        switch self {
        case .ignored: return nil
        case .none:
            if given != nil { throw ScoreError("a validator gave a score in a pass-fail group") }
            return nil
        case .legacy(let scores, let validators):
            return try legacy(scores, validators, isAccepted: isAccepted, given)
        case .bounded(let maximum):
            guard isAccepted else {
                if given != nil { throw ScoreError("a validator gave a score to what it rejected") }
                return 0
            }
            switch given {
            case nil: return maximum
            case .multiplier(let factor): return factor * maximum
            case .score(let score):
                guard let score = (0...maximum).score(sameAs: try notNegative(score)) else {
                    throw ScoreError("a validator gave the score \(score), and at most \(maximum) is to be had")
                }
                return score
            }
        case .unbounded:
            switch given {
            case .multiplier: throw ScoreError("a validator gave a multiplier where scores are unbounded")
            case .score(let score) where isAccepted: return try notNegative(score)
            case .score: throw ScoreError("a validator gave a score to what it rejected")
            case nil where isAccepted: throw ScoreError("a validator gave no score where scores are unbounded")
            case nil: return 0
            }
        }
    }

    /// The score, which in 2025-09 must not be negative.
    private func notNegative(_ score: Double) throws(ScoreError) -> Double {
        guard score >= 0 else { throw ScoreError("a validator gave the score \(score), and none may be negative") }
        return score
    }

    private func legacy(
        _ scores: LegacyScores,
        _ validators: ValidatorScores,
        isAccepted: Bool,
        _ given: GivenScore?
    ) throws(ScoreError) -> Double {
        switch given {
        case .score(let score):
            guard validators != .never else {
                throw ScoreError("a validator gave a score, and problem.yaml does not say \"validation: custom score\"")
            }
            return score
        case .multiplier: throw ScoreError("a validator gave a multiplier, which the legacy format does not have")
        case nil:
            if validators == .always, isAccepted { throw ScoreError("a validator gave no score to what it accepted") }
            return isAccepted ? scores.accept : scores.reject
        }
    }
}

/// What a validator says about the score.
enum GivenScore: Hashable, Sendable {
    /// `score.txt`.
    case score(Double)
    /// `score_multiplier.txt`, from 0 to 1.
    case multiplier(Double)
}

extension GivenScore {
    /// The names of the two files that a validator may write.
    static let (scoreFile, multiplierFile) = ("score.txt", "score_multiplier.txt")

    /// The file that it was in.
    var file: String {
        switch self {
        case .score: GivenScore.scoreFile
        case .multiplier: GivenScore.multiplierFile
        }
    }

    /// What is in the two files, either of which may be missing.
    ///
    /// - Throws: `ScoreError` for both at once, and for what is no number, or no multiplier from 0 to 1.
    init?(score: [UInt8]?, multiplier: [UInt8]?) throws(ScoreError) {
        switch (score, multiplier) {
        case (nil, nil): return nil
        case (_?, _?): throw ScoreError("a validator wrote both score.txt and score_multiplier.txt")
        case (let bytes?, nil):
            guard let value = GivenScore.number(bytes) else { throw ScoreError("score.txt holds no number") }
            self = .score(value)
        case (nil, let bytes?):
            guard let value = GivenScore.number(bytes), (0...1).contains(value) else {
                throw ScoreError("score_multiplier.txt holds no number from 0 to 1")
            }
            self = .multiplier(value)
        }
    }

    /// The one number in a file, by the format's grammar, with whitespace around it.
    private static func number(_ bytes: [UInt8]) -> Double? {
        let words = bytes.split { [0x20, 0x09, 0x0a, 0x0b, 0x0c, 0x0d].contains($0) }
        guard words.count == 1, let word = words.first, word.count <= 400 else { return nil }
        guard let value = Double(token: word), value.isFinite else { return nil }
        return value
    }
}

/// Why a score is a judge error.
struct ScoreError: Error, Hashable, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

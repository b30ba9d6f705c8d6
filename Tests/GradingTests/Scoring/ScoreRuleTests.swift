import Core
import Problems
import Testing

@testable import Grading

@Suite struct ScoreRuleTests {
    private static func legacy(_ accept: Double, _ reject: Double, _ validators: ValidatorScores) -> ScoreRule {
        var scores = LegacyScores()
        (scores.accept, scores.reject) = (accept, reject)
        return .legacy(scores, validators)
    }

    @Test(arguments: [
        (ScoreRule.ignored, true, GivenScore.score(5) as GivenScore?, nil as Double?), (.ignored, true, nil, nil),
        (.none, true, nil, nil), (.bounded(20), true, nil, 20), (.bounded(20), false, nil, 0),
        (.bounded(20), true, .multiplier(0.25), 5), (.bounded(20), true, .score(20), 20),
        (.bounded(100.0 / 12), true, .score(8.33333333334), 100.0 / 12), (.ignored, true, .score(-5), nil),
        (.unbounded, true, .score(1e9), 1e9), (.unbounded, false, nil, 0),
        (legacy(3, -1, .never), true, nil, 3), (legacy(3, -1, .never), false, nil, -1),
        (legacy(3, -1, .always), true, .score(7), 7),
        (legacy(3, -1, .always), false, .score(2), 2),
        (legacy(3, -1, .always), false, nil, -1), (legacy(3, -1, .sometimes), true, nil, 3),
        (legacy(3, -1, .sometimes), true, .score(8), 8),
    ])
    func `a test is worth what the format says`(
        rule: ScoreRule,
        isAccepted: Bool,
        given: GivenScore?,
        expected: Double?
    ) throws {
        #expect(try rule.score(isAccepted: isAccepted, given) == expected)
    }

    @Test(arguments: [
        (ScoreRule.none, true, GivenScore.score(5) as GivenScore?, "pass-fail"),
        (.none, false, .multiplier(1), "pass-fail"),
        (.bounded(20), true, .score(20.5), "20.5"), (.bounded(20), false, .score(1), "rejected"),
        (.bounded(20), false, .multiplier(0), "rejected"), (.unbounded, true, nil, "no score"),
        (.unbounded, true, .multiplier(1), "multiplier"), (.unbounded, false, .score(1), "rejected"),
        (.bounded(20), true, .score(-5), "negative"), (.unbounded, true, .score(-0.5), "negative"),
        (legacy(1, 0, .never), true, .score(7), "custom score"),
        (legacy(1, 0, .always), true, nil, "no score"),
        (legacy(1, 0, .always), true, .multiplier(1), "multiplier"),
    ])
    func `what breaks the format's rules is a judge error`(
        rule: ScoreRule,
        isAccepted: Bool,
        given: GivenScore?,
        words: String
    ) {
        let error = #expect(throws: ScoreError.self) { try rule.score(isAccepted: isAccepted, given) }
        #expect(error?.description.contains(words) == true)
    }

    @Test(arguments: [
        ("5" as String?, nil as String?, GivenScore.score(5) as GivenScore?), (" 0.5\n", nil, .score(0.5)),
        ("-3", nil, .score(-3)),
        (nil, "0.25", .multiplier(0.25)), (nil, nil, nil),
    ])
    func `a score is read from its file`(score: String?, multiplier: String?, expected: GivenScore?) throws {
        let read = try GivenScore(
            score: score.map { Array($0.utf8) },
            multiplier: multiplier.map { Array($0.utf8) }
        )
        #expect(read == expected)
    }

    @Test(arguments: [
        ("" as String?, nil as String?), ("five", nil), ("0x10", nil), (nil, "0x1p-1"), ("1e999", nil), ("1 2", nil),
        ("nan", nil), ("inf", nil), (nil, "1.5"),
        (nil, "-0.1"),
        (nil, ""), ("1", "1"), (String(repeating: "1", count: 500), nil),
    ])
    func `what is no score is a judge error`(score: String?, multiplier: String?) {
        #expect(throws: ScoreError.self) {
            try GivenScore(
                score: score.map { Array($0.utf8) },
                multiplier: multiplier.map { Array($0.utf8) }
            )
        }
    }
}

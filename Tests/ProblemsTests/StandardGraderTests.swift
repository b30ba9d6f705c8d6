import Core
import Problems
import Testing

@Suite struct StandardGraderTests {
    private func result(_ text: Substring) -> StandardGrader.Result {
        let parts = text.split(separator: ":")
        return .init(verdict: Verdict(rawValue: String(parts[0])) ?? .judgeError, score: Double(parts[1]) ?? .nan)
    }

    @Test(arguments: [
        ("", "AC:1 AC:2", "AC:3"), ("", "AC:1 WA:0 RTE:0", "RTE:1"), ("", "TLE:0 WA:0", "TLE:0"),
        ("", "WA:0 OLE:0 TLE:0 MLE:0 RTE:0 JE:0", "JE:0"), ("", "OLE:0 WA:0 MLE:0", "MLE:0"),
        ("first_error", "AC:1 WA:0 RTE:0", "WA:1"), ("first_error worst_error", "WA:0 RTE:0", "RTE:0"),
        ("always_accept", "WA:0 AC:1", "AC:1"), ("accept_if_any_accepted", "WA:0 AC:1", "AC:1"),
        ("accept_if_any_accepted", "WA:0 RTE:0", "RTE:0"), ("no_errors", "WA:0 RTE:0", "RTE:0"),
        ("avg", "AC:1 AC:2", "AC:1.5"), ("min", "AC:5 WA:-1", "WA:-1"), ("max", "AC:5 WA:-1", "WA:5"),
        ("min max", "AC:5 AC:7", "AC:7"), ("ignore_sample", "WA:9 AC:2", "AC:2"), ("ignore_sample", "AC:1", "AC:1"),
        // Of what was not run nothing is said: what is left is the only one, and counts.
        ("ignore_sample", "WA:3", "WA:3"), ("ignore_sample", "WA:3 SK:0", "WA:3"),
        ("ignore_sample max", "AC:9 TLE:1", "TLE:1"),
        ("ignore_sample accept_if_any_accepted", "AC:9 WA:1", "WA:1"),
        ("", "AC:1 SK:0", "AC:1"), ("avg", "AC:4 SK:0", "AC:4"), ("", "", "AC:0"),
    ])
    func `puts verdicts and scores together as its flags say`(flags: String, results: String, expected: String) throws {
        var unknown = ""
        let grader = try #require(
            StandardGrader(flags: flags.split(separator: " ").map(String.init), unknown: &unknown)
        )
        #expect(grader.grade(results.split(separator: " ").map(result)) == result(expected[...]))
    }
}

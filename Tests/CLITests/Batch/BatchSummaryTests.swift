import Core
import Testing

@testable import CLI

@Suite struct BatchSummaryTests {
    private func summary(_ results: [(Verdict?, Bool?)]) -> BatchSummary {
        var summary = BatchSummary()
        for (verdict, asExpected) in results { summary.add(problem: "p", verdict: verdict, asExpected: asExpected) }
        return summary
    }

    @Test(
        arguments: [
            ([], ExitCode.badInput), ([(Verdict.accepted, nil)], .good), ([(.wrongAnswer, nil)], .notGood),
            ([(.wrongAnswer, true)], .good), ([(.accepted, false), (.accepted, true)], .notGood),
            ([(.judgeError, nil)], .ownFailure), ([(.judgeError, false), (.accepted, true)], .ownFailure),
            ([(nil, nil)], .badInput), ([(nil, nil), (.timeLimit, nil)], .notGood),
            ([(nil, nil), (.accepted, nil)], .good),
        ] as [([(Verdict?, Bool?)], ExitCode)]
    )
    func `the exit code tells whether all went as it should`(_ results: [(Verdict?, Bool?)], _ code: ExitCode) {
        #expect(summary(results).exitCode == code)
    }

    @Test(arguments: [(Verdict.accepted, ExitCode.badInput), (.wrongAnswer, .badInput), (.judgeError, .ownFailure)])
    func `what cannot be judged as it is makes the batch bad input`(_ other: Verdict, _ code: ExitCode) {
        var summary = summary([(other, nil)])
        summary.add(problem: "p", verdict: nil, asExpected: nil, isRefused: true)
        #expect(summary.exitCode == code && summary.skipped == 1 && summary.refused == 1)
    }

    @Test func `the table has a row for each problem, and the sum`() {
        var summary = BatchSummary()
        summary.add(problem: "b", verdict: .accepted, asExpected: true)
        summary.add(problem: "a\u{1B}[31m", verdict: .wrongAnswer, asExpected: false)
        summary.add(problem: "b", verdict: nil, asExpected: nil)
        let lines = summary.lines(style: TextStyle(hasColour: false))
        #expect(lines.count == 4)
        #expect(
            lines[0].split(separator: " ").joined(separator: " ") == "problem submissions AC WA skipped as expected"
        )
        #expect(lines[1].hasSuffix("0 of 1") && !lines[1].contains("\u{1B}"))
        #expect(lines[2].split(separator: " ") == ["b", "2", "1", "1", "all"])
        #expect(lines[3].split(separator: " ") == ["all", "3", "1", "1", "1", "1", "of", "2"])
    }

    @Test(arguments: [(0, "0:00"), (5, "0:05"), (65, "1:05"), (3600, "1:00:00"), (7209, "2:00:09")])
    func `time that is left is told as on a clock`(_ seconds: Int, _ text: String) {
        #expect(BatchProgress.clockText(seconds) == text)
    }
}

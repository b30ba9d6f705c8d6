internal import Batch
internal import Core
internal import Grading
internal import Linux
internal import Problems

/// One batch on one slot and on as many as there are processors: what the others are worth.
extension Bench {
    /// A submission as somebody hands it in: most are right, some wrong, some too slow.
    private enum Kind: String, CaseIterable {
        case slow, right, wrong

        /// How many of them there are among a dozen.
        var count: Int {
            switch self {
            case .slow, .wrong: 3
            case .right: 6
            }
        }

        var verdict: Verdict {
            switch self {
            case .slow: .timeLimit
            case .right: .accepted
            case .wrong: .wrongAnswer
            }
        }

        /// Uses 20 ms of CPU time for a test, but for the slow ones, which find no end on the fifth.
        func source(_ mark: String) -> [UInt8] {
            let fifth =
                switch self {
                case .slow: "for (volatile unsigned i = 0;; i++);"
                case .right: ""
                case .wrong: "n = 0;"
                }
            return Array(
                """
                // \(mark)
                #include <stdio.h>
                #include <time.h>
                int main(void) {
                    int n;
                    if (scanf("%d", &n) != 1) return 1;
                    while (clock() < CLOCKS_PER_SEC / 50);
                    if (n == 5) { \(fifth) }
                    printf("%d\\n", n);
                }

                """.utf8
            )
        }
    }

    func slots() async throws -> BenchSection {
        let several = max(2, Processes.processorCount)
        var times: [Int: [Double]] = [:]
        for round in 0...rounds(5) {
            for slots in [1, several] {
                try status.show("a batch on \(slots == 1 ? "1 slot" : "\(slots) slots"), round \(round)")
                let seconds = try await batch(slots: slots, mark: "\(round) \(slots)")
                // The first finds out about the toolchain.
                if round > 0 { times[slots, default: []].append(seconds) }
            }
        }
        let medians = times.mapValues { $0.sorted()[$0.count / 2] }
        let one = medians[1] ?? 0
        let rows = [1, several].map { slots in
            BenchSection.Row(
                slots == 1 ? "1 slot" : "\(slots) slots",
                [
                    "a batch": .seconds(medians[slots] ?? 0),
                    "times as fast": .ratio(one / (medians[slots] ?? 1)),
                ]
            )
        }
        return BenchSection(
            topic: "slots",
            rows: rows,
            notes: [
                "A dozen submissions in C, each compiled, of 30 tests that take 20 ms: 6 right, 3 wrong on the fifth test, and",
                "3 that run there into a limit of half a second. In turns, medians.",
            ]
        )
    }

    /// Seconds for the batch on so many slots; `mark` makes its sources new.
    private func batch(slots: Int, mark: String) async throws -> Double {
        let tests = (1...30).map { number in
            TestCase(
                name: "secret/\(number)",
                input: MemoryBytes("\(number)\n"),
                answer: MemoryBytes("\(number)\n")
            )
        }
        let problem = Problem(shortName: "bench", directory: "/", timeLimit: .milliseconds(500), tests: tests)
        let submissions = Kind.allCases.flatMap { kind in (0..<kind.count).map { (kind, $0) } }
        return try await withSandbox(slots: slots) { sandbox in
            let grader = Grader(
                executor: sandbox,
                catalog: try invocation.catalog(),
                locator: try invocation.locator(),
                site: GradingSite(sandbox)
            )
            grader.expectMore(true)
            var options = GradingOptions(packageHash: "bench")
            if slots == 1 { options.width = 2 }
            let time = try await ContinuousClock().measure {
                var left = submissions.makeIterator()
                try await BatchRunner(width: GradeBatch.width(slots: slots)).run(
                    next: { () -> (Kind, Int)? in
                        let item = left.next()
                        if item == nil { grader.expectMore(false) }
                        return item
                    },
                    judge: { [options] item in
                        let (kind, number) = item
                        let submission = Submission(
                            id: "\(kind) \(number)",
                            language: "c",
                            files: [.init(name: "a.c", content: kind.source("\(kind) \(number) \(mark)"))]
                        )
                        let verdict = try await grader.grade(submission, on: problem, options: options).verdict
                        guard verdict == kind.verdict else {
                            throw Complaint.ownFailure("bench: a \(kind) submission was \(verdict.rawValue)")
                        }
                    },
                    take: { (_: Void) in }
                )
            }
            return time / .seconds(1)
        }
    }
}

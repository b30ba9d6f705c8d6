internal import Batch
internal import Core
internal import Grading
internal import Linux
internal import Problems
internal import Sandboxing

/// What `assay grade` itself takes: memory for very many results, and time beside that of its boxes.
extension Bench {
    private static let testCount = 100

    func batch() async throws -> BenchSection {
        let submissions = rounds(100) * 100
        let (seconds, peak) = try await manyResults(submissions)
        let (grading, boxes) = try await oneSlot()
        return BenchSection(
            topic: "batch",
            rows: [
                BenchSection.Row(
                    "\(submissions) submissions, \(submissions * Self.testCount) test results",
                    [
                        "per second": .perSecond(Double(submissions * Self.testCount) / seconds),
                        "figure": .words("\(peak >> 20) MiB at most"),
                    ]
                ),
                BenchSection.Row(
                    "1000 tests on one slot",
                    [
                        "per second": .perSecond(1000 / grading),
                        "figure": .words("\(Figures.decimal((grading / boxes - 1) * 100, places: 1)) % over the boxes"),
                    ]
                ),
            ],
            notes: [
                "The first row: with boxes that take no time, with journal, CSV, JUnit and HTML. The second: 10 submissions",
                "of 100 tests each in real boxes, against the same commands in the same sandbox without anything else.",
            ],
            isGood: peak < 300 << 20
        )
    }

    /// Judges, keeps and reports that many results in boxes that cost nothing.
    private func manyResults(_ submissions: Int) async throws -> (seconds: Double, peak: Int) {
        let grader = try grader(by: InstantExecutor())
        let problem = Self.problem
        let journal = try Journal(scratch + "/batch.jsonl", state: scratch, resumes: false)
        let progress = BatchProgress(count: submissions, on: invocation.console.error)
        try OwnMemory.forgetPeak()
        let seconds = try await ContinuousClock().measure {
            try await Self.judge(submissions, on: problem, by: grader, width: 3) { result in
                try journal.append(JSONLine.bytes(of: result))
                try progress.add(.accepted)
            }
            try progress.clear()
            try status.show("reports of \(submissions) submissions")
            var summary = BatchSummary()
            try JournalLine.forEach(in: journal) { summary.add($0) }
            let reports = ["csv", "junit", "html"].map { "\($0)=\(scratch)/batch.\($0)" }.joined(separator: ",")
            try ReportRequests(reports).write(from: journal)
            guard summary.submissions == submissions, summary.exitCode == .good else {
                throw Complaint.ownFailure("bench: \(summary.submissions) of \(submissions) submissions were accepted")
            }
        }
        return (seconds / .seconds(1), OwnMemory.peak() ?? .max)
    }

    /// Seconds for ten submissions on one slot, and for nothing but their boxes: the medians of rounds that take turns.
    private func oneSlot() async throws -> (grading: Double, boxes: Double) {
        try await withSandbox(slots: 1) { sandbox in
            let executor = RecordedExecutor(sandbox)
            let grader = try grader(by: executor)
            var gradings: [Double] = []
            var boxes: [Double] = []
            for round in 0...rounds(9) {
                try status.show("one slot, round \(round)")
                let grading = try await ContinuousClock().measure {
                    try await Self.judge(10, on: Self.problem, by: grader, width: 2) { _ in }
                }
                let commands = executor.takeCommands()
                let bare = try await ContinuousClock().measure {
                    try await BatchRunner(width: 2).run(
                        next: Self.each(commands),
                        judge: { try await sandbox.run($0) },
                        take: { _ in }
                    )
                }
                // The first round compiles.
                guard round > 0 else { continue }
                gradings.append(grading / .seconds(1))
                boxes.append(bare / .seconds(1))
            }
            return (gradings.sorted()[gradings.count / 2], boxes.sorted()[boxes.count / 2])
        }
    }

    private func grader(by executor: any Executor) throws -> Grader {
        Grader(
            executor: executor,
            catalog: try invocation.catalog(),
            locator: try invocation.locator(),
            site: GradingSite(assay: Version.number, host: HostEnvironment.machine(), sandbox: "bench")
        )
    }

    /// A problem in memory whose every answer is hello.
    private static var problem: Problem {
        let tests = (1...testCount).map { number in
            TestCase(name: "secret/\(number)", input: MemoryBytes("\(number)\n"), answer: MemoryBytes("hello\n"))
        }
        return Problem(shortName: "bench", directory: "/", timeLimit: .seconds(5), tests: tests)
    }

    private static func judge(
        _ submissions: Int,
        on problem: Problem,
        by grader: Grader,
        width: Int,
        take: (BatchResult) throws -> Void
    ) async throws {
        var options = GradingOptions(allTests: true)
        options.packageHash = "bench"
        options.width = 2
        let source = Array("#include <stdio.h>\nint main(void) { puts(\"hello\"); }\n".utf8)
        try await BatchRunner(width: width).run(
            next: each(Array(0..<submissions)),
            judge: { [options] number in
                let submission = Submission(
                    id: "s\(number)",
                    language: "c",
                    files: [.init(name: "hello.c", content: source)],
                    entry: nil
                )
                let report = try await grader.grade(submission, on: problem, options: options)
                return BatchResult(
                    id: "s\(number)",
                    problem: "bench",
                    expected: [.accepted],
                    outcome: .judged(report, surprises: [])
                )
            },
            take: take
        )
    }

    private static func each<Element>(_ elements: [Element]) -> () -> Element? {
        var iterator = elements.makeIterator()
        return { iterator.next() }
    }
}

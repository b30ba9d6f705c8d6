import Queueing
import Testing

@testable import CLI

struct QueueTextTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z"), (951_782_399_999, "2000-02-28T23:59:59.999Z"),
        (951_782_400_000, "2000-02-29T00:00:00.000Z"), (1_709_251_199_000, "2024-02-29T23:59:59.000Z"),
        (4_107_542_400_001, "2100-03-01T00:00:00.001Z"), (-1, "1969-12-31T23:59:59.999Z"),
    ])
    func `moments are written in UTC`(milliseconds: Int, text: String) {
        #expect(UTCTime.text(Timestamp(milliseconds: milliseconds)) == text)
    }

    @Test(arguments: [
        (-5, "0.0 s"), (1250, "1.2 s"), (10_000, "10 s"), (119_999, "119 s"), (120_000, "2 min"), (7_200_000, "2 h"),
        (172_800_000, "2 d"),
    ])
    func `spans are as long as they need to be`(milliseconds: Int, text: String) {
        #expect(UTCTime.span(.milliseconds(milliseconds)) == text)
    }

    @Test func `a table's columns are as wide as their widest cell, and no cell steers the terminal`() {
        var table = TextTable([.init("name"), .init("count", right: true)])
        table.add(["a\u{1B}[2J", "7"])
        table.add(["longer name", "12345678"])
        #expect(
            table.lines(width: 80, style: TextStyle(hasColour: false)) == [
                "name            count", "a\\u{1b}[2J          7", "longer name  12345678",
            ]
        )
        #expect(table.lines(width: 8, style: TextStyle(hasColour: false)).allSatisfy { $0.count <= 8 })
    }

    @Test func `jobs that no worker takes are told`() {
        let worker = WorkerRecord(
            name: "w",
            host: "h",
            process: 1,
            slots: 1,
            labels: ["language:c"],
            state: .ready
        )
        let statistics = QueueStatistics(
            counts: [.queued: 3, .dead: 1],
            delayed: 0,
            oldestAge: .seconds(7),
            waiting: [
                .init(labels: ["language:c"], ready: 1, oldestAge: .zero),
                .init(labels: ["class:large", "language:c"], ready: 2, oldestAge: .seconds(7)),
            ],
            enqueuedLastMinute: 4,
            endedLastMinute: 1,
            workers: [worker],
            contentBytes: 1 << 20
        )
        let lines = StatisticsText(statistics, now: Timestamp(milliseconds: 0))
            .lines(width: 100, style: TextStyle(hasColour: false))
        #expect(lines.contains("no worker takes 2 jobs with class:large language:c"))
        #expect(lines.count { $0.hasPrefix("no worker") } == 1)
        #expect(lines[0] == "jobs: queued 3  running 0  done 0  dead 1  cancelled 0")
    }

    @Test func `of submissions that were judged again only the newest job counts`() {
        func job(_ id: String, rejudges: String? = nil) -> Job {
            let content = ContentDigest(rawValue: "")
            let request = JudgingRequest(problem: .init(name: "p", package: content), language: "c", files: [])
            var new = NewJob(request)
            new.rejudges = rejudges.map(JobID.init)
            return Job(
                id: JobID(rawValue: id),
                number: 0,
                submitted: new,
                state: .done,
                createdAt: Timestamp(milliseconds: 0)
            )
        }
        let jobs = [job("e"), job("d", rejudges: "b"), job("c"), job("b", rejudges: "a"), job("a")]
        var newest = NewestJobs()
        // A page ends where it likes.
        let found = newest.among(Array(jobs.prefix(2))) + newest.among(Array(jobs.dropFirst(2)))
        #expect(found.map(\.id.rawValue) == ["e", "d", "c"])
    }
}

import Queueing
import SQLiteQueue
import Service
import Testing

/// What whoever operates the service makes alarms of.
@Suite(.timeLimit(.minutes(10))) struct FiguresTests {
    @Test func `a worker that took itself out of service is among the figures, and so is what nobody takes`() throws {
        let test = try ServiceUnderTest()
        defer { test.end() }
        let run = #"{"language":"python3","files":{"a.py":"print(1)"}}"#
        #expect(try test.call("POST", "/v1/submissions", json: run).status == 202)
        let worker = WorkerRecord(name: "w", host: "h", process: 1, slots: 4, labels: ["language:c"], state: .ready)
        try test.queue.register(worker)
        func metrics() throws -> [Substring] {
            try test.call("GET", "/metrics", key: "ops-admin").body.split(whereSeparator: \.isNewline)
        }
        let before = try metrics()
        for line in [
            #"assay_workers{state="broken"} 0"#, "assay_slots 4", "assay_jobs_unserved 1",
            "assay_queue_oldest_age_seconds 0",
        ] {
            #expect(before.contains { $0 == line }, "\(line): \(before)")
        }
        try test.queue.report(worker.id, .broken, detail: "the disk is full")
        try test.queue.report(worker.id, .gone, detail: "the disk is full")
        let after = try metrics()
        for line in [#"assay_workers{state="broken"} 1"#, "assay_slots 0", "assay_jobs_unserved 1"] {
            #expect(after.contains { $0 == line }, "\(line): \(after)")
        }
        let statistics = try test.call("GET", "/v1/statistics", key: "ops-admin")
        #expect(statistics.json["unserved"] == .number(1))
        #expect(statistics.body.contains(#""state":"broken","detail":"the disk is full""#), "\(statistics.body)")
    }
}

import HTTPServing
import Queueing
import SQLiteQueue
import Service
import Testing

@Suite(.timeLimit(.minutes(60))) struct RejudgeRouteTests {
    private let path = "/v1/submissions:rejudge"

    /// A service with a problem, and submissions of it that are done, the oldest first.
    private func service(_ count: Int) throws -> (test: ServiceUnderTest, ids: [String]) {
        let test = try ServiceUnderTest()
        let pushed = try test.call(
            "POST",
            "/v1/problems",
            key: "ops-admin",
            type: "application/zip",
            body: try ServiceUnderTest.package()
        )
        #expect(pushed.status == 201, "\(pushed.body)")
        var ids: [String] = []
        for number in 0..<count {
            let body = #"{"problem":"toy","language":"python3","files":{"a.py":"\#(number)"}}"#
            let made = try test.call("POST", "/v1/submissions", json: body)
            ids.append(try #require(made.json["id"]?.string, "\(made.body)"))
            try test.judge("{}")
        }
        return (test, ids)
    }

    private func items(_ answer: ServiceUnderTest.Answer, _ name: String) -> [String] {
        #expect(answer.status == 202, "\(answer.body)")
        return (answer.json["items"]?.items ?? []).compactMap { $0[name]?.string }
    }

    @Test(arguments: [
        (#"{"problem":"nosuch"}"#, "problem-unknown", "/problem"), (#"{"ids":[]}"#, "invalid-field", "/ids"),
        (#"{"ids":["x"],"limit":1}"#, "invalid-field", "/limit"),
        (#"{"ids":["x"],"after":"1"}"#, "invalid-field", "/after"),
        (#"{"problem":"toy","after":"x"}"#, "invalid-field", "/after"),
        (#"{"problem":"toy","ids":["x"]}"#, "invalid-field", "/ids"), ("{}", "invalid-field", "/ids"),
    ])
    func `what says nothing that could be judged again is refused`(body: String, code: String, at: String) throws {
        let (test, _) = try service(0)
        defer { test.end() }
        let answer = try test.call("POST", path, key: "ops-admin", json: body)
        #expect(answer.status == 422 && answer.json["code"] == .text(code), "\(answer.body)")
        #expect(answer.json["at"] == .text(at))
    }

    @Test func `all submissions of a problem are reached, and none is judged twice`() throws {
        let (test, ids) = try service(3)
        defer { test.end() }
        let body = #"{"problem":"toy","limit":2}"#
        let dry = try test.call("POST", path, key: "ops-admin", json: #"{"problem":"toy","limit":2,"dryRun":true}"#)
        #expect(items(dry, "rejudges") == [ids[2], ids[1]] && items(dry, "id").isEmpty)
        let first = try test.call("POST", path, key: "ops-admin", json: body)
        #expect(items(first, "rejudges") == [ids[2], ids[1]] && items(first, "state") == ["queued", "queued"])
        // The same at once, as somebody does whose connection broke.
        let second = try test.call("POST", path, key: "ops-admin", json: body)
        #expect(items(second, "id") == items(first, "id"))
        let cursor = try #require(first.json["next"]?.string)
        for _ in 0..<2 { try test.judge("{}") }
        let more = #"{"problem":"toy","limit":2,"after":"\#(cursor)"}"#
        let last = try test.call("POST", path, key: "ops-admin", json: more)
        #expect(items(last, "rejudges") == [ids[0]] && last.json["next"] == .null)
        try test.judge("{}")
        let done = try test.call("GET", "/v1/submissions?problem=toy&state=done", key: "ops-admin")
        #expect(done.json["items"]?.items?.count == 6)
    }

    @Test func `a submission that is named twice is judged once`() throws {
        let (test, ids) = try service(1)
        defer { test.end() }
        let body = #"{"ids":["\#(ids[0])","\#(ids[0])"]}"#
        let answer = try test.call("POST", path, key: "ops-admin", json: body)
        #expect(Set(items(answer, "id")).count == 1 && items(answer, "rejudges") == [ids[0], ids[0]])
        #expect(try test.queue.statistics().count(.queued) == 1)
    }
}

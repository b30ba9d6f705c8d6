import Access
import Queueing
import SQLiteQueue
import Service
import Testing

/// A limit that allows a lot, or nothing, and says so.
private struct Figures: RateLimiting {
    /// Whether it answers only those who may block.
    var isSlow = false
    var isAllowed = true

    func take(_ subject: RateSubject, cost: Int) -> RateDecision {
        let name =
            switch subject {
            case .key: "key"
            case .address: "address"
            }
        return RateDecision(
            isAllowed: isAllowed,
            policy: .init(name: name, quota: 100, window: 60),
            remaining: 100 - cost,
            reset: 7,
            retryAfter: isAllowed ? 0 : 3
        )
    }

    func takeAtOnce(_ subject: RateSubject, cost: Int) -> RateDecision? {
        isSlow ? nil : take(subject, cost: cost)
    }
}

private let run = #"{"language":"python3","files":{"main.py":"print(1)\n"}}"#

struct RateFieldTests {
    private func service(_ rates: Figures = Figures()) throws -> ServiceUnderTest {
        try ServiceUnderTest { settings in
            settings.rates = rates
            settings.origins = ["https://a.example"]
        }
    }

    struct Asked: Sendable {
        var method = "GET"
        var path: String
        var key: String? = "t-both"
        var body = ""
        var status: Int
        var limit: String
    }

    @Test(
        arguments: [
            Asked(path: "/v1/submissions", status: 200, limit: "\"key\";r=98;t=7"),
            Asked(method: "POST", path: "/v1/submissions", body: run, status: 202, limit: "\"key\";r=95;t=7"),
            Asked(method: "POST", path: "/v1/runs?wait=0", body: run, status: 202, limit: "\"key\";r=95;t=7"),
            Asked(method: "POST", path: "/v1/runs", body: "{", status: 400, limit: "\"key\";r=95;t=7"),
            Asked(method: "POST", path: "/v1/runs?wait=x", body: run, status: 400, limit: "\"key\";r=95;t=7"),
            Asked(path: "/v1/submissions/1", status: 404, limit: "\"key\";r=99;t=7"),
            Asked(path: "/v1/statistics", status: 403, limit: "\"key\";r=98;t=7"),
            Asked(path: "/v1/submissions", key: "wrong", status: 401, limit: "\"address\";r=95;t=7"),
            Asked(path: "/v1/submissions", key: nil, status: 401, limit: "\"address\";r=99;t=7"),
        ],
        [false, true]
    )
    func `every answer to what was counted says how the limit stands`(asked: Asked, isSlow: Bool) throws {
        let test = try service(Figures(isSlow: isSlow))
        defer { test.end() }
        let answer = try test.call(asked.method, asked.path, key: asked.key, json: asked.body)
        #expect(answer.status == asked.status, "\(answer.body)")
        #expect(answer.head.lowercased().components("ratelimit:") == [asked.limit], "\(answer.head)")
        #expect(answer.head.lowercased().components("ratelimit-policy:").count == 1)
    }

    @Test func `a run that is over says so, too`() throws {
        let test = try service()
        defer { test.end() }
        let fields = ["Idempotency-Key: once"]
        #expect(try test.call("POST", "/v1/runs?wait=0", fields: fields, json: run).status == 202)
        try test.judge(#"{"outcome":"exited","exitCode":0,"stdout":"1\n"}"#)
        let answer = try test.call("POST", "/v1/runs", fields: fields, json: run)
        #expect(answer.status == 200 && answer.json["stdout"] == .text("1\n"), "\(answer.body)")
        #expect(answer.head.lowercased().components("ratelimit:") == ["\"key\";r=95;t=7"], "\(answer.head)")
    }

    @Test(arguments: [
        ("Content-Type: text/plain", "Content-Length: 2", 415),
        ("Content-Type: application/json", "Content-Length: 99999999", 413),
    ])
    func `so does what is refused before its body was read`(type: String, length: String, status: Int) throws {
        let test = try service()
        defer { test.end() }
        let refused = try test.exchange(
            "POST /v1/submissions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer t-both\r\n\(type)\r\n\(length)\r\n"
                + "Origin: https://a.example\r\n\r\n"
        )
        #expect(refused.status == status, "\(refused.head)")
        #expect(refused.head.lowercased().components("ratelimit:") == ["\"key\";r=95;t=7"], "\(refused.head)")
        #expect(refused.head.lowercased().components("access-control-allow-origin:") == ["https://a.example"])
    }

    @Test func `what nobody counts says nothing of a limit`() throws {
        let test = try service()
        defer { test.end() }
        for (method, path) in [("GET", "/healthz"), ("PUT", "/v1/submissions"), ("GET", "/nothing")] {
            #expect(try test.call(method, path).head.lowercased().components("ratelimit").isEmpty, "\(path)")
        }
    }

    @Test(arguments: [("t-both", "\"key\""), ("wrong", "\"address\""), (nil, "\"address\"")] as [(String?, String)])
    func `what is too much is refused, and says when to come back`(key: String?, name: String) throws {
        let test = try service(Figures(isAllowed: false))
        defer { test.end() }
        let answer = try test.call("GET", "/v1/submissions", key: key, fields: ["Origin: https://a.example"])
        #expect(answer.status == 429 && answer.json["code"] == .text("rate-limited"), "\(answer.body)")
        #expect(answer.head.lowercased().components("retry-after:") == ["3"])
        #expect(answer.head.lowercased().components("ratelimit:").first?.hasPrefix(name) == true)
        #expect(answer.head.lowercased().components("access-control-allow-origin:") == ["https://a.example"])
    }

    @Test func `what is judged again stays with its key and its webhook`() throws {
        let test = try service()
        defer { test.end() }
        let order = #"{"language":"python3","files":{"a.py":"1"},"webhook":{"url":"https://example.org/hook"}}"#
        let made = try test.call("POST", "/v1/submissions", json: order)
        let id = try #require(made.json["id"]?.string, "\(made.body)")
        try test.judge(#"{"outcome":"exited","exitCode":0}"#)
        let again = try test.call("POST", "/v1/submissions:rejudge", key: "ops-admin", json: #"{"ids":["\#(id)"]}"#)
        let new = try #require(again.json["items"]?.items?.first?["id"]?.string, "\(again.body)")
        let old = try #require(try test.queue.job(JobID(rawValue: id))).submitted
        let copy = try #require(try test.queue.job(JobID(rawValue: new))).submitted
        #expect(copy.apiKey == "t-both" && copy.tenant == "t")
        #expect(copy.webhook != nil && copy.webhook == old.webhook)
    }
}

extension String {
    /// The values of the header fields that begin so.
    fileprivate func components(_ name: String) -> [String] {
        split(separator: "\r\n").filter { $0.hasPrefix(name) }.map {
            String($0.dropFirst(name.count).drop { $0 == " " })
        }
    }
}

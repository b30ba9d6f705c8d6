import Access
import Glibc
import HTTPServing
import Queueing
import SQLiteQueue
import Service
import Testing

/// The service with keys, and a limit, as `assay serve` has them.
struct KnownKeyTests {
    let clock = ManualQueueClock()

    private func service(_ rule: RateRule, limits: ServerLimits = ServerLimits()) throws -> (ServiceUnderTest, String) {
        var queueSettings = QueueSettings()
        queueSettings.clock = clock
        let clock = clock
        let test = try ServiceUnderTest(queueSettings, limits: limits) { settings in
            guard let store = settings.queue as? any AccessStore else { return }
            settings.keys = KeyRing(store, clock: clock)
            settings.rates = SharedRateLimit(store, key: rule, clock: clock)
        }
        return (test, try key(test))
    }

    private func key(
        _ test: ServiceUnderTest,
        _ scopes: Set<Scope> = [.submit, .read],
        expiresAt: Timestamp? = nil
    ) throws -> String {
        let text = KeyText.random()
        try test.queue.add(
            KeyRecord(
                id: text.id,
                digest: text.digest,
                name: "n",
                tenant: "t",
                scopes: scopes,
                createdAt: clock.now(),
                expiresAt: expiresAt
            )
        )
        return text.text
    }

    @Test func `a key has its burst, is refused beyond it, and has it again later`() throws {
        let (test, key) = try service(RateRule(name: "key", burst: 40, window: .seconds(60)))
        defer { test.end() }
        // Lists cost two.
        for left in stride(from: 38, through: 0, by: -2) {
            let answer = try test.call("GET", "/v1/submissions", key: key)
            #expect(answer.status == 200, "\(answer.body)")
            #expect(answer.head.lowercased().contains("\r\nratelimit: \"key\";r=\(left);t="), "\(answer.head)")
            #expect(answer.head.lowercased().contains("\r\nratelimit-policy: \"key\";q=40;w=60\r\n"))
        }
        let refused = try test.call("GET", "/v1/submissions", key: key)
        #expect(refused.status == 429 && refused.json["code"] == .text("rate-limited"), "\(refused.body)")
        #expect(refused.head.lowercased().contains("\r\nretry-after: 3\r\n"), "\(refused.head)")
        // Another key, and who has none, are not meant.
        #expect(try test.call("GET", "/v1/submissions", key: try self.key(test)).status == 200)
        #expect(try test.call("GET", "/v1/submissions", key: nil).status == 401)
        clock.advance(by: .seconds(3))
        #expect(try test.call("GET", "/v1/submissions", key: key).status == 200)
        #expect(try test.call("GET", "/v1/submissions", key: key).status == 429)
    }

    @Test func `a key is shown in either field`() throws {
        let (test, key) = try service(RateRule(name: "key", burst: 1000, window: .seconds(60)))
        defer { test.end() }
        for _ in 0..<2 {
            for field in ["X-Auth-Token: \(key)", "Authorization: bearer \(key)"] {
                #expect(try test.call("GET", "/v1/submissions", key: nil, fields: [field]).status == 200)
            }
        }
        for field in [
            "X-Auth-Token: \(key)x", "Authorization: Basic \(key)", "Authorization: \(key)",
            "X-Auth-Token: Bearer \(key)", "Authorization: Bearer \(key) \(key)",
        ] {
            #expect(try test.call("GET", "/v1/submissions", key: nil, fields: [field]).status == 401, "\(field)")
        }
    }

    @Test func `a key that expires is good for nothing more at once, also when it is remembered`() throws {
        let (test, _) = try service(RateRule(name: "key", burst: 1000, window: .seconds(60)))
        defer { test.end() }
        let text = try key(test, [.read], expiresAt: clock.now() + .seconds(10))
        for _ in 0..<2 { #expect(try test.call("GET", "/v1/submissions", key: text).status == 200) }
        clock.advance(by: .seconds(10))
        #expect(try test.call("GET", "/v1/submissions", key: text).status == 401)
    }

    @Test func `a stream goes on behind the event that its reader has seen, and beats when nothing happens`() throws {
        let (test, key) = try service(
            RateRule(name: "key", burst: 1000, window: .seconds(60)),
            limits: ServerLimits(heartbeatSeconds: 1)
        )
        defer { test.end() }
        let run = #"{"language":"python3","files":{"a.py":"1"}}"#
        let id = try #require(try test.call("POST", "/v1/submissions", key: key, json: run).json["id"]?.string)
        let head =
            "GET /v1/submissions/\(id)/events HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(key)\r\n"
            + "Connection: close\r\n"
        let first = test.connected(Array((head + "\r\n").utf8))
        // In chunks, so that a line may follow on what says how long its chunk is.
        let begun = ServiceUnderTest.rest(of: first, until: ":\n\n").replacing("\r\n", with: "\n")
        close(first)
        #expect(begun.contains("event: queued\n"), "\(begun)")
        let seen = begun.split(separator: "\n").filter { $0.hasPrefix("id: ") }.last.map { $0.dropFirst(4) } ?? ""
        try test.judge(
            #"{"outcome":"exited","exitCode":0}"#,
            progress: [Progress(.compiled, detail: Array(#"{"type":"compiled","compile":{"ok":true}}"#.utf8))]
        )
        let again = test.connected(Array((head + "Last-Event-ID: \(seen)\r\n\r\n").utf8))
        let rest = ServiceUnderTest.rest(of: again)
        close(again)
        #expect(!rest.contains("event: queued\n"), "\(rest)")
        for name in ["started", "compiled", "finished"] { #expect(rest.contains("event: \(name)\n"), "\(rest)") }
    }

    @Test func `no route tells a candidate a byte of a secret case`() throws {
        let (test, _) = try service(RateRule(name: "key", burst: 1_000_000, window: .seconds(60)))
        defer { test.end() }
        let admin = try key(test, [.admin])
        let candidates = [try key(test), try key(test, [.read]), try key(test, [.submit])]
        let pushed = try test.call(
            "POST",
            "/v1/problems",
            key: admin,
            type: "application/zip",
            body: ServiceUnderTest.package()
        )
        #expect(pushed.status == 201, "\(pushed.body)")
        let order = #"{"problem":"toy","files":{"a.py":"1"},"webhook":{"url":"https://example.org/"}}"#
        let made = try test.call("POST", "/v1/submissions", key: candidates[0], json: order)
        let id = try #require(made.json["id"]?.string, "\(made.body)")
        let test2 =
            #"{"name":"secret/2","verdict":"RTE","reason":"exit:S3CR3T","exitCode":"S3CR3T","judgeMessage":"S3CR3T"}"#
        try test.judge(
            #"{"schema":1,"verdict":"WA","judgeMessage":"S3CR3T","tests":[\#(test2)]}"#,
            verdict: "WA",
            progress: [Progress(.test, detail: Array(#"{"type":"test","index":0,"total":1,"test":\#(test2)}"#.utf8))]
        )
        #expect(try test.call("GET", "/v1/submissions/\(id)", key: admin).body.contains("S3CR3T"))
        var seen = 0
        for route in test.service.routes {
            let path = route.path.replacing("{id}", with: id).replacing("{name}", with: "toy")
            for key in candidates {
                let body = route.bodyLimit > 0 ? #"{"ids":["\#(id)"],"problem":"toy"}"# : ""
                let answer = try test.call(route.method, path, key: key, json: body)
                #expect(!answer.body.contains("S3CR3T") && !answer.head.contains("S3CR3T"), "\(route.method) \(path)")
                #expect((200..<500).contains(answer.status), "\(route.method) \(path): \(answer.body)")
                if answer.status < 300 { seen += 1 }
            }
        }
        #expect(seen > 20)
    }
}

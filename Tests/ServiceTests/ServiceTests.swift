import Core
import Queueing
import SQLiteQueue
import Service
import Testing

private let hello = #"{"problem":"toy","files":{"hello.py":"print('hi')\n"}}"#
private let run = #"{"language":"python3","files":{"main.py":"print(input())\n"},"stdin":"hi\n"}"#

struct ServiceTests {
    @Test func `a submission goes in, is judged, and comes out live`() throws {
        let test = try ServiceUnderTest()
        defer { test.end() }
        let pushed = try test.call(
            "POST",
            "/v1/problems",
            key: "ops-admin",
            type: "application/zip",
            body: ServiceUnderTest.package()
        )
        #expect(pushed.status == 201, "\(pushed.body)")
        let accepted = try test.call("POST", "/v1/submissions", json: hello)
        #expect(accepted.status == 202, "\(accepted.body)")
        let id = try #require(accepted.json["id"]?.string)
        #expect(try test.call("GET", "/v1/submissions/\(id)").json["state"] == .text("queued"))
        try test.judge(
            #"{"schema":1,"verdict":"AC","tests":[],"judgeMessage":"S3CR3T"}"#,
            progress: [Progress(.compiled, detail: Array(#"{"type":"compiled","compile":{"ok":true}}"#.utf8))]
        )
        let events = try test.call("GET", "/v1/submissions/\(id)/events")
        for name in ["queued", "started", "compiled", "finished"] { #expect(events.body.contains("event: \(name)\n")) }
        #expect(!events.body.contains("S3CR3T"))
        let done = try test.call("GET", "/v1/submissions/\(id)")
        #expect(done.json["verdict"] == .text("AC") && done.json["report"]?["verdict"] == .text("AC"))
        #expect(!done.body.contains("S3CR3T"))
        #expect(try test.call("GET", "/v1/submissions/\(id)", key: "ops-admin").body.contains("S3CR3T"))
        #expect(try test.call("GET", "/v1/submissions").body.contains(id))
        let last = events.body.split(separator: "\n").filter { $0.hasPrefix("id: ") }.last.map { $0.dropFirst(4) } ?? ""
        #expect(try test.call("GET", "/v1/submissions/\(id)/events", fields: ["Last-Event-ID: \(last)"]).status == 204)
    }

    @Test(arguments: [("prolog", "a.pl", "print 1;", "prolog"), ("octave", "a.m", "int main() {}", "octave")])
    func `a language that a problem alone takes is found as submit finds it`(
        allowed: String,
        file: String,
        text: String,
        language: String
    ) throws {
        let test = try ServiceUnderTest()
        defer { test.end() }
        let pushed = try test.call(
            "POST",
            "/v1/problems",
            key: "ops-admin",
            type: "application/zip",
            body: ServiceUnderTest.package(more: "languages: [\(allowed)]\n")
        )
        #expect(pushed.status == 201, "\(pushed.body)")
        let order = #"{"problem":"toy","files":{"\#(file)":"\#(text)"}}"#
        let accepted = try test.call("POST", "/v1/submissions", json: order)
        #expect(accepted.status == 202, "\(accepted.body)")
        let job = try #require(try test.queue.list(JobFilter(), after: nil, limit: 1).jobs.first)
        #expect(job.submitted.request.language == language)
    }

    @Test func `one tenant never sees what is another's`() throws {
        let test = try ServiceUnderTest()
        defer { test.end() }
        let id = try #require(try test.call("POST", "/v1/submissions", key: "a-both", json: run).json["id"]?.string)
        #expect(try test.call("GET", "/v1/submissions/\(id)", key: "a-both").status == 200)
        for (method, path) in [
            ("GET", "/v1/submissions/\(id)"), ("GET", "/v1/submissions/\(id)/events"),
            ("DELETE", "/v1/submissions/\(id)"),
        ] {
            // Once after the owner's answer was remembered, too.
            #expect(try test.call(method, path, key: "b-both").status == 404, "\(method) \(path)")
        }
        #expect(try test.call("GET", "/v1/submissions", key: "b-both").json["items"] == .list([]))
        #expect(try test.call("GET", "/v1/submissions?tenant=a", key: "b-both").status == 403)
        #expect(try test.call("GET", "/v1/submissions?tenant=a", key: "ops-admin").body.contains(id))
    }

    @Test func `what candidates get of a problem has no byte of a secret case`() throws {
        let test = try ServiceUnderTest()
        defer { test.end() }
        _ = try test.call(
            "POST",
            "/v1/problems",
            key: "ops-admin",
            type: "application/zip",
            body: ServiceUnderTest.package()
        )
        let problem = try test.call("GET", "/v1/problems/toy")
        #expect(problem.status == 200 && problem.body.contains("sample answer") && problem.body.contains("Say hello."))
        #expect(!problem.body.contains("S3CR3T"))
        #expect(try test.call("GET", "/v1/problems").json["items"]?.items?.first?["title"] == .text("Toy"))
    }

    @Test(arguments: [
        ("GET", "/v1/submissions", "t-submit"), ("GET", "/v1/statistics", "t-both"), ("GET", "/v1/workers", "t-both"),
        ("GET", "/metrics", "t-both"), ("POST", "/v1/submissions", "t-read"), ("POST", "/v1/runs", "t-read"),
        ("DELETE", "/v1/submissions/1", "t-read"), ("POST", "/v1/problems", "t-both"),
        ("POST", "/v1/submissions:rejudge", "t-both"), ("POST", "/v1/submissions/1:retry", "t-both"),
        ("GET", "/v1/submissions/1/events", "t-submit"), ("POST", "/v1/submissions:batch", "t-read"),
    ])
    func `a key is good for its scopes alone`(method: String, path: String, key: String) throws {
        let test = try ServiceUnderTest()
        defer { test.end() }
        #expect(try test.call(method, path, key: key, body: Array("{}".utf8)).status == 403)
        #expect(try test.call(method, path, key: nil, body: Array("{}".utf8)).status == 401)
        #expect(try test.call(method, path, key: "wrong", body: Array("{}".utf8)).status == 401)
    }

    @Test(
        arguments: [
            ("{", 400, "invalid-json", nil),
            ("[]", 422, "invalid-field", ""),
            ("{}", 422, "invalid-field", "/files"),
            (#"{"files":{}}"#, 422, "invalid-field", "/files"),
            (#"{"files":{"a/b.py":""}}"#, 422, "invalid-field", "/files/a~1b.py"),
            (#"{"files":{"..":""}}"#, 422, "invalid-field", "/files/.."),
            (#"{"files":{"a.py":{"base64":"?"}}}"#, 422, "invalid-field", "/files/a.py/base64"),
            (#"{"files":{"a.py":""},"porblem":"x"}"#, 422, "invalid-field", "/porblem"),
            (#"{"files":{"a.py":""},"problem":"x"}"#, 422, "problem-unknown", "/problem"),
            (#"{"files":{"a.py":""},"language":"pyton3"}"#, 422, "language-unknown", "/language"),
            (#"{"files":{"a.nothing":""}}"#, 422, "language-unknown", "/language"),
            (#"{"files":{"a.py":""},"limits":{"time":0}}"#, 422, "invalid-field", "/limits/time"),
            (#"{"files":{"a.py":""},"limits":{"time":61}}"#, 422, "invalid-field", "/limits/time"),
            (#"{"files":{"a.py":""},"priority":1}"#, 403, "forbidden", "/priority"),
            (#"{"files":{"a.py":""},"labels":["x"]}"#, 403, "forbidden", "/labels"),
            (#"{"files":{"a.py":""},"problem":"toy","limits":{"time":1}}"#, 403, "forbidden", "/limits"),
            (#"{"files":{"a.py":""},"problem":"toy","stdin":"x"}"#, 422, "invalid-field", "/stdin"),
            (#"{"files":{"a.py":""},"samples":true}"#, 422, "invalid-field", "/samples"),
            (#"{"files":{"a.py":""},"entry":"a\u0000"}"#, 422, "invalid-field", "/entry"),
            (#"{"files":{"a.py":""},"entry":""}"#, 422, "invalid-field", "/entry"),
            (#"{"files":{"-a.py":""}}"#, 422, "invalid-field", "/files/-a.py"),
            (#"{"files":{"a.py":""},"arguments":["a\u0000"]}"#, 422, "invalid-field", "/arguments"),
            (#"{"files":{"a.py":""},"priority":0.5}"#, 422, "invalid-field", "/priority"),
        ] as [(String, Int, String, String?)]
    )
    func `a wrong body is told where it is wrong`(body: String, status: Int, code: String, at: String?) throws {
        let test = try ServiceUnderTest()
        defer { test.end() }
        let answer = try test.call("POST", "/v1/submissions", json: body)
        #expect(answer.status == status && answer.json["code"] == .text(code), "\(answer.body)")
        #expect(answer.json["at"]?.string == at)
        #expect(answer.json["type"] == .text("/errors/\(code)") && answer.json["status"] == .number(status))
        #expect(answer.head.lowercased().contains("content-type: application/problem+json"))
    }

    @Test func `the same order with the same key is the same submission`() throws {
        let test = try ServiceUnderTest()
        defer { test.end() }
        let first = try test.call("POST", "/v1/submissions", fields: ["Idempotency-Key: k"], json: run)
        let second = try test.call("POST", "/v1/submissions", fields: ["Idempotency-Key: k"], json: run)
        #expect(
            first.json["id"] == second.json["id"] && first.json["new"] == .flag(true)
                && second.json["new"] == .flag(false)
        )
        let other = run.replacing("hi", with: "ho")
        let third = try test.call("POST", "/v1/submissions", fields: ["Idempotency-Key: k"], json: other)
        #expect(third.status == 409 && third.json["code"] == .text("idempotency-conflict"))
    }

    @Test func `a batch is enqueued as a whole or not at all`() throws {
        let test = try ServiceUnderTest()
        defer { test.end() }
        let bad = try test.call("POST", "/v1/submissions:batch", json: #"{"items":[\#(run),{"files":{}}]}"#)
        #expect(bad.status == 422 && bad.json["at"] == .text("/items/1/files"))
        #expect(try test.call("GET", "/v1/submissions").json["items"] == .list([]))
        let good = try test.call("POST", "/v1/submissions:batch", json: #"{"items":[\#(run),\#(run)]}"#)
        #expect(good.status == 202 && good.json["items"]?.items?.count == 2)
    }

    @Test func `a full queue says when to come back`() throws {
        var settings = QueueSettings()
        settings.depth = DepthRule(total: 2, tenant: 1)
        let test = try ServiceUnderTest(settings)
        defer { test.end() }
        #expect(try test.call("POST", "/v1/submissions", json: run).status == 202)
        let tenant = try test.call("POST", "/v1/submissions", json: run)
        #expect(tenant.status == 429 && tenant.json["code"] == .text("tenant-full"))
        #expect(tenant.head.lowercased().contains("\r\nretry-after: "))
        #expect(try test.call("POST", "/v1/submissions", key: "u-both", json: run).status == 202)
        let all = try test.call("POST", "/v1/submissions", key: "v-both", json: run)
        #expect(all.status == 503 && all.json["code"] == .text("queue-full"))
    }

    @Test func `what was answered is not told again after something has happened`() throws {
        let test = try ServiceUnderTest()
        defer { test.end() }
        let id = try #require(try test.call("POST", "/v1/submissions", json: run).json["id"]?.string)
        for _ in 0..<3 { #expect(try test.call("GET", "/v1/submissions/\(id)").json["state"] == .text("queued")) }
        let taken = try test.call("DELETE", "/v1/submissions/\(id)")
        #expect(taken.status == 202 && taken.json["cancellation"] == .text("cancelled"))
        #expect(try test.call("GET", "/v1/submissions/\(id)").json["state"] == .text("cancelled"))
        #expect(try test.call("GET", "/v1/submissions/\(id)/events").body.contains("event: cancelled\n"))
    }

    @Test func `a run that is not over in time is told by its id`() throws {
        let test = try ServiceUnderTest()
        defer { test.end() }
        let answer = try test.call("POST", "/v1/runs?wait=0", json: run)
        #expect(answer.status == 202 && answer.json["state"] == .text("queued"))
    }

    @Test(arguments: [
        ("GET", "/v1/nothing", 404), ("PUT", "/v1/submissions", 405), ("DELETE", "/healthz", 405),
        ("GET", "/v1/submissions/1", 404), ("GET", "/v1/submissions/1:retry", 405),
        ("DELETE", "/v1/webhooks/deliveries", 405),
        ("OPTIONS", "/v1/submissions", 204), ("HEAD", "/healthz", 200), ("GET", "/readyz", 200),
        ("GET", "/openapi.json", 200),
        ("GET", "/v1/languages", 200), ("GET", "/v1/submissions?limit=0", 400), ("GET", "/v1/submissions?x=1", 400),
        ("GET", "/v1/submissions?state=lost", 400), ("GET", "/v1/submissions?after=x", 400),
        ("GET", "/v1/problems/none", 404),
    ])
    func `routes answer as they should`(method: String, path: String, status: Int) throws {
        let test = try ServiceUnderTest()
        defer { test.end() }
        let answer = try test.call(method, path)
        #expect(answer.status == status, "\(answer.body)")
        if status == 405 || method == "OPTIONS" { #expect(answer.head.lowercased().contains("\r\nallow: ")) }
        for field in [
            "content-security-policy: default-src 'none'", "x-content-type-options: nosniff",
            "referrer-policy: no-referrer",
        ] {
            #expect(answer.head.lowercased().contains(field))
        }
    }

    @Test func `figures are there for people and for Prometheus`() throws {
        let test = try ServiceUnderTest()
        defer { test.end() }
        _ = try test.call("POST", "/v1/submissions", json: run)
        #expect(try test.call("GET", "/v1/statistics", key: "ops-admin").json["queued"] == .number(1))
        #expect(try test.call("GET", "/metrics", key: "ops-admin").body.contains("assay_jobs{state=\"queued\"} 1\n"))
        #expect(try test.call("GET", "/v1/workers", key: "ops-admin").json["items"] == .list([]))
    }

    @Test(
        arguments: [
            ("localhost", nil, 200), ("127.0.0.1:8080", nil, 200), ("[::1]", nil, 200), ("evil.example", nil, 421),
            ("localhost", "http://localhost:3000", 200), ("localhost", "https://evil.example", 403),
            ("localhost", "null", 403),
        ] as [(String, String?, Int)]
    )
    func `without keys neither other names nor other pages are let in`(
        host: String,
        origin: String?,
        status: Int
    ) throws {
        let test = try ServiceUnderTest { settings in
            settings.isOpen = true
        }
        defer { test.end() }
        let fields = origin.map { ["Origin: \($0)"] } ?? []
        let answer = try test.call("GET", "/healthz", host: host, fields: fields)
        #expect(answer.status == status)
    }

    @Test(arguments: ["Forwarded: for=1.2.3.4", "X-Forwarded-For: 1.2.3.4", "X-Real-IP: 1.2.3.4", "Via: 1.1 proxy"])
    func `without keys nobody who comes through a proxy is let in`(field: String) throws {
        let test = try ServiceUnderTest { settings in settings.isOpen = true }
        defer { test.end() }
        #expect(try test.call("GET", "/v1/submissions", fields: [field]).status == 403)
        let guarded = try ServiceUnderTest()
        defer { guarded.end() }
        #expect(try guarded.call("GET", "/v1/submissions", fields: [field]).status == 200)
    }

    @Test func `a body of very many values is refused before it takes memory`() throws {
        let test = try ServiceUnderTest()
        defer { test.end() }
        let groups = [String](
            repeating: String(repeating: "[", count: 60) + String(repeating: "]", count: 60),
            count: 4000
        )
        let answer = try test.call(
            "POST",
            "/v1/submissions:batch",
            json: #"{"items":[\#(groups.joined(separator: ","))]}"#
        )
        #expect(answer.status == 400 && answer.json["code"] == .text("invalid-json"), "\(answer.body)")
        #expect(answer.body.contains("too many values"))
    }

    /// The directory in a zip, the parameter, the status, and the name that comes of it.
    static let names: [(directory: String, query: String, status: Int, name: String?)] = [
        ("toy", "", 201, "toy"), ("package", "", 201, "package"), ("", "", 400, nil), ("", "?name=mine", 201, "mine"),
        ("toy", "?name=mine", 201, "mine"),
    ]

    @Test(arguments: names)
    func `a package is called as it says, or as its directory, and by nothing else`(
        directory: String,
        query: String,
        status: Int,
        name: String?
    ) throws {
        let test = try ServiceUnderTest()
        defer { test.end() }
        let answer = try test.call(
            "POST",
            "/v1/problems\(query)",
            key: "ops-admin",
            type: "application/zip",
            body: try ServiceUnderTest.package(directory)
        )
        #expect(answer.status == status, "\(answer.body)")
        if status == 400 {
            #expect(answer.json["code"] == .text("invalid-parameter") && answer.body.contains("?name="))
        }
        #expect(try test.queue.packages().map(\.name) == (name.map { [$0] } ?? []))
    }

    @Test func `a package that nobody could judge with is refused`() throws {
        let test = try ServiceUnderTest()
        defer { test.end() }
        let answer = try test.call(
            "POST",
            "/v1/problems?name=x",
            key: "ops-admin",
            type: "application/zip",
            body: [80, 75, 0]
        )
        #expect(answer.status == 422 && answer.json["code"] == .text("package-invalid"))
        #expect(!answer.body.contains(test.directory))
        #expect(try test.call("POST", "/v1/problems", key: "ops-admin", json: "{}").status == 415)
    }
}

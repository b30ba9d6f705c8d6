import SQLiteQueue
import Service
import Testing
import Webhooks

private let run = #"{"language":"python3","files":{"main.py":"print(1)\n"}"#

struct WebhookRouteTests {
    private func submit(_ test: ServiceUnderTest, _ more: String = "", key: String = "t-both") throws -> String {
        let made = try test.call("POST", "/v1/submissions", key: key, json: run + more + "}")
        #expect(made.status == 202, "\(made.body)")
        return try #require(made.json["id"]?.string)
    }

    private func deliveries(
        _ test: ServiceUnderTest,
        key: String = "t-both",
        _ query: String = ""
    ) throws -> [JSONValue] {
        let answer = try test.call("GET", "/v1/webhooks/deliveries\(query)", key: key)
        #expect(answer.status == 200, "\(answer.body)")
        return answer.json["items"]?.items ?? []
    }

    @Test func `the end of a submission that names a webhook is written down to be told there`() throws {
        let test = try ServiceUnderTest()
        defer { test.end() }
        let id = try submit(test, #","webhook":{"url":"https://example.org/hook"}"#)
        _ = try submit(test)
        try test.judge("{}")
        try test.judge("{}")
        let items = try deliveries(test)
        #expect(items.count == 1)
        let one = try #require(items.first)
        #expect(one["submission"] == .text(id) && one["host"] == .text("example.org:443"))
        #expect(one["state"] == .text("waiting") && one["type"] == .text("submission.finished"))
        #expect(one["attempts"] == .number(0) && one["status"] == .null && one["error"] == .null)
        let name = try #require(one["id"]?.string)
        #expect(try test.call("GET", "/v1/webhooks/deliveries/\(name)").json["log"] == .list([]))
    }

    @Test func `a webhook of a key is told of what came under that key alone`() throws {
        let test = try ServiceUnderTest()
        defer { test.end() }
        let made = try test.call("POST", "/v1/webhooks", json: #"{"url":"https://example.org/a"}"#)
        #expect(made.status == 201 && made.json["key"] == .text("t-both"), "\(made.body)")
        #expect(made.json["secret"]?.string.flatMap(WebhookSecret.init) != nil)
        let mine = try submit(test)
        _ = try submit(test, key: "t-submit")
        try test.judge("{}")
        try test.judge("{}")
        #expect(try deliveries(test).map { $0["submission"] } == [.text(mine)])
        let id = try #require(made.json["id"]?.string)
        let listed = try test.call("GET", "/v1/webhooks")
        #expect(listed.json["items"]?.items?.count == 1 && !listed.body.contains("whsec_"))
        #expect(try test.call("DELETE", "/v1/webhooks/\(id)").status == 204)
        #expect(try deliveries(test).isEmpty)
    }

    @Test func `a webhook, its secret and its messages are nobody else's`() throws {
        let test = try ServiceUnderTest()
        defer { test.end() }
        let made = try test.call(
            "POST",
            "/v1/webhooks",
            key: "ops-admin",
            json: #"{"url":"https://a.org/","tenant":"t"}"#
        )
        let id = try #require(made.json["id"]?.string)
        #expect(made.json["tenant"] == .text("t") && made.json["key"] == .null)
        _ = try submit(test)
        try test.judge("{}")
        let message = try #require(try deliveries(test).first?["id"]?.string)
        // Not even a key of the tenant that it is for: it could make messages that are taken for ours.
        for key in ["t-both", "u-both"] {
            #expect(try test.call("GET", "/v1/webhooks/\(id)", key: key).status == 404)
            #expect(try test.call("DELETE", "/v1/webhooks/\(id)", key: key).status == 404)
            #expect(try test.call("POST", "/v1/webhooks/\(id):enable", key: key).status == 404)
            #expect(try test.call("GET", "/v1/webhooks", key: key).json["items"] == .list([]))
        }
        #expect(try test.call("GET", "/v1/webhooks/deliveries/\(message)", key: "u-both").status == 404)
        #expect(try test.call("POST", "/v1/webhooks/deliveries/\(message)/replay", key: "u-both").status == 404)
        #expect(try deliveries(test, key: "u-both").isEmpty)
        #expect(try test.call("GET", "/v1/webhooks/deliveries?tenant=t", key: "u-both").status == 403)
        let many = try test.call("POST", "/v1/webhooks/deliveries:replay", key: "u-both", json: #"{"state":"waiting"}"#)
        #expect(many.status == 202 && many.json["replayed"] == .number(0), "\(many.body)")
        #expect(try test.call("GET", "/v1/webhooks/\(id)", key: "ops-admin").body.contains("whsec_"))
    }

    @Test func `messages are sent again, one or many`() throws {
        let test = try ServiceUnderTest()
        defer { test.end() }
        for _ in 0..<3 { _ = try submit(test, #","webhook":{"url":"https://example.org/hook"}"#) }
        for _ in 0..<3 { try test.judge("{}") }
        for claimed in try test.queue.claim(3, for: .seconds(60), load: HostLoad()) {
            let attempt = DeliveryAttempt(
                number: 1,
                at: claimed.delivery.at,
                duration: .zero,
                status: 404,
                error: "404"
            )
            #expect(try test.queue.settle(claimed, attempt, .dead(reason: "404")))
        }
        let dead = try deliveries(test, "?state=dead&limit=2")
        #expect(dead.count == 2 && dead.first?["error"] == .text("404") && dead.first?["status"] == .number(404))
        let one = try #require(dead.first?["id"]?.string)
        let again = try test.call("POST", "/v1/webhooks/deliveries/\(one)/replay")
        #expect(again.status == 202 && again.json["replayed"] == .number(1), "\(again.body)")
        #expect(try deliveries(test, "?state=dead").count == 2)
        let rest = try test.call("POST", "/v1/webhooks/deliveries:replay", json: "{}")
        #expect(rest.json["replayed"] == .number(2), "\(rest.body)")
        #expect(try deliveries(test, "?state=waiting").count == 3)
    }

    @Test(arguments: [
        (#"{}"#, 422), (#"{"url":"ftp://a.org/"}"#, 422), (#"{"url":"https://u@a.org/"}"#, 422),
        (#"{"url":"https://a.org/","events":["x"]}"#, 422), (#"{"url":"https://a.org/","events":[]}"#, 422),
        (#"{"url":"https://a.org/","tenant":"u"}"#, 403), (#"{"url":"https://a.org/","key":"other"}"#, 403),
        (#"{"url":"https://a.org/","more":1}"#, 422),
    ])
    func `a webhook that cannot be is refused`(_ body: String, _ status: Int) throws {
        let test = try ServiceUnderTest()
        defer { test.end() }
        #expect(try test.call("POST", "/v1/webhooks", json: body).status == status)
        #expect(try test.call("GET", "/v1/webhooks").json["items"] == .list([]))
    }

    @Test(arguments: [
        #"{"url":"nowhere"}"#, #"{"url":"https://a.org/","secret":"short"}"#, #"{"secret":"whsec_"}"#,
        #""https://a.org/""#,
    ])
    func `a submission with a webhook that cannot be is refused`(_ webhook: String) throws {
        let test = try ServiceUnderTest()
        defer { test.end() }
        let answer = try test.call("POST", "/v1/submissions", json: run + ",\"webhook\":\(webhook)}")
        #expect(answer.status == 422 && answer.json["at"]?.string?.hasPrefix("/webhook") == true, "\(answer.body)")
    }
}

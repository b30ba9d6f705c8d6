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
        let message = try #require(try deliveries(test, key: "ops-admin").first?["id"]?.string)
        // Not even a key of the tenant that it is for: it could make messages that are taken for ours.
        for key in ["t-both", "u-both"] {
            #expect(try test.call("GET", "/v1/webhooks/\(id)", key: key).status == 404)
            #expect(try test.call("DELETE", "/v1/webhooks/\(id)", key: key).status == 404)
            #expect(try test.call("POST", "/v1/webhooks/\(id):enable", key: key).status == 404)
            #expect(try test.call("GET", "/v1/webhooks", key: key).json["items"] == .list([]))
        }
        for key in ["t-both", "t-read", "u-both"] {
            #expect(try test.call("GET", "/v1/webhooks/deliveries/\(message)", key: key).status == 404)
            #expect(try deliveries(test, key: key).isEmpty)
        }
        for key in ["t-both", "t-submit", "u-both"] {
            #expect(try test.call("POST", "/v1/webhooks/deliveries/\(message)/replay", key: key).status == 404)
        }
        #expect(try test.call("GET", "/v1/webhooks/deliveries?tenant=t", key: "u-both").status == 403)
        let many = try test.call("POST", "/v1/webhooks/deliveries:replay", key: "u-both", json: #"{"state":"waiting"}"#)
        #expect(many.status == 202 && many.json["replayed"] == .number(0), "\(many.body)")
        #expect(try test.call("GET", "/v1/webhooks/\(id)", key: "ops-admin").body.contains("whsec_"))
    }

    @Test func `messages of single submissions are those of the key that they came under`() throws {
        let test = try ServiceUnderTest()
        defer { test.end() }
        let webhook = #","webhook":{"url":"https://example.org/hook"}"#
        let mine = try submit(test, webhook)
        let other = try submit(test, webhook, key: "t-submit")
        try test.judge("{}")
        try test.judge("{}")
        #expect(try deliveries(test).map { $0["submission"] } == [.text(mine)])
        let all = try deliveries(test, key: "t-admin")
        #expect(Set(all.compactMap { $0["submission"]?.string }) == [mine, other])
        let theirs = try #require(all.first { $0["submission"] == .text(other) }?["id"]?.string)
        #expect(try test.call("GET", "/v1/webhooks/deliveries/\(theirs)").status == 404)
        #expect(try test.call("POST", "/v1/webhooks/deliveries/\(theirs)/replay").status == 404)
        let many = try test.call("POST", "/v1/webhooks/deliveries:replay", json: "{}")
        #expect(many.json["replayed"] == .number(0))
    }

    @Test func `why a receiver was not reached is an admin's to know`() throws {
        let test = try ServiceUnderTest()
        defer { test.end() }
        _ = try submit(test, #","webhook":{"url":"http://inner.example/"}"#)
        try test.judge("{}")
        let claimed = try #require(try test.queue.claim(1, for: .seconds(60), load: HostLoad()).first)
        let attempt = DeliveryAttempt(
            number: 1,
            at: claimed.delivery.at,
            duration: .zero,
            status: nil,
            error: "it leads to a private address"
        )
        #expect(try test.queue.settle(claimed, attempt, .dead(reason: "it leads to a private address")))
        let path = "/v1/webhooks/deliveries/\(claimed.delivery.id)"
        #expect(try test.call("GET", path, key: "t-admin").body.contains("private"))
        let told = try test.call("GET", path)
        #expect(told.status == 200 && !told.body.contains("private"))
        let reason = JSONValue.text("the receiver was not reached, or its address is not allowed")
        #expect(told.json["error"] == reason && told.json["log"]?.items?.first?["error"] == reason)
        #expect(try deliveries(test).first?["error"] == reason)
    }

    @Test func `an endpoint that was gone is asked again for who names it again`() throws {
        let test = try ServiceUnderTest()
        defer { test.end() }
        let webhook = #","webhook":{"url":"https://example.org/hook"}"#
        _ = try submit(test, webhook)
        try test.judge("{}")
        let claimed = try #require(try test.queue.claim(1, for: .seconds(60), load: HostLoad()).first)
        let attempt = DeliveryAttempt(
            number: 1,
            at: claimed.delivery.at,
            duration: .zero,
            status: 410,
            error: "gone"
        )
        #expect(try test.queue.settle(claimed, attempt, .gone(reason: "gone")))
        let id = try submit(test, webhook)
        try test.judge("{}")
        #expect(try deliveries(test, "?submission=\(id)").count == 1)
    }

    @Test func `endpoints are listed page by page`() throws {
        let test = try ServiceUnderTest()
        defer { test.end() }
        for number in 0..<5 {
            let made = try test.call("POST", "/v1/webhooks", json: #"{"url":"https://example.org/\#(number)"}"#)
            #expect(made.status == 201)
        }
        var seen: [String] = []
        var more: String? = ""
        while let after = more {
            let path = "/v1/webhooks?limit=2" + (after.isEmpty ? "" : "&after=\(after)")
            let page = try test.call("GET", path).json
            // What is gone does not stand in the way of those behind it.
            let last = try #require(page["items"]?.items?.last?["id"]?.string)
            #expect(try test.call("DELETE", "/v1/webhooks/\(last)").status == 204)
            seen += (page["items"]?.items ?? []).compactMap { $0["url"]?.string }
            more = page["next"]?.string
        }
        #expect(seen.count == 5 && Set(seen).count == 5)
        #expect(try test.call("GET", "/v1/webhooks?after=nothing").status == 400)
        #expect(
            try test.call("POST", "/v1/webhooks", key: "ops-admin", json: #"{"url":"http://a/","key":""}"#).status
                == 422
        )
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

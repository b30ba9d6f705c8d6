import Compatibility
import Linux
import QueueTesting
import Queueing
import Service
import Testing
import Webhooks

/// Judge0's callbacks, from the request to a receiver that takes them.
@Suite(.timeLimit(.minutes(60))) struct Judge0CallbackTests {
    /// Sends what is in a service's outbox, to anywhere.
    private func deliverer(_ test: AdapterUnderTest) throws -> Deliverer {
        try Deliverer(
            test.queue,
            try CurlSender(.everything),
            rule: DeliveryRule(first: .milliseconds(1), factor: 1, longest: .milliseconds(1)),
            styles: [Judge0Callback.style: Judge0Callback.form(of: test.queue)]
        )
    }

    private func submit(_ test: AdapterUnderTest, _ more: String) throws -> String {
        let body = #"{"source_code":"print(1)","language_id":71,\#(more)}"#
        let answer = try test.ask("POST", "/submissions", json: body)
        #expect(answer.status == 201, "\(answer.body)")
        return try #require(answer.json["token"]?.string)
    }

    @Test(arguments: Engine.allCases)
    func `the end of a submission is put to its callback, in Base64`(engine: Engine) throws {
        let test = try AdapterUnderTest(engine)
        defer { test.end() }
        let receiver = try Receiver(.accept)
        let deliverer = try deliverer(test)
        defer { deliverer.stop() }
        let token = try submit(test, #""callback_url":"\#(receiver.url)?task=7","expected_output":"hello""#)
        try test.run(RunReports.exited(0, #""stdout":"hello\n","stderr":"w""#))
        let request = try #require(receiver.wait(for: 1).first)
        #expect(request.line == "PUT /hook?task=7 HTTP/1.1")
        #expect(request.headers["content-type"] == "application/json")
        #expect(
            String(decoding: request.body, as: UTF8.self)
                == #"{"stdout":"aGVsbG8K","time":"0.012","memory":8448,"stderr":"dw==","token":"\#(token)","#
                + #""compile_output":null,"message":null,"status":{"id":3,"description":"Accepted"}}"#
        )
        // It is what who asks with the token is told.
        let asked = try test.ask("GET", "/submissions/\(token)?base64_encoded=true")
        #expect(Array(asked.body.utf8) == request.body)
        let told = try test.ask("GET", "/submissions/\(token)?fields=callback_url").json
        #expect(told["callback_url"] == .text("\(receiver.url)?task=7"))
    }

    @Test(arguments: Engine.allCases)
    func `a callback that fails is put again, and what was taken back is told, too`(engine: Engine) throws {
        let test = try AdapterUnderTest(engine)
        defer { test.end() }
        let receiver = try Receiver(.status("502 No"), .answer(""), .accept)
        let deliverer = try deliverer(test)
        defer { deliverer.stop() }
        let token = try submit(test, #""callback_url":"\#(receiver.url)""#)
        _ = try test.queue.cancel(JobID(judge0: token))
        let requests = receiver.wait(for: 3)
        #expect(requests.count == 3 && Set(requests.map(\.body)).count == 1)
        let told = try JSONValue(parsing: requests[0].body)
        #expect(told["token"] == .text(token) && told["status"]?["id"] == .number(13))
        // "cancelled"
        #expect(told["message"] == .text("Y2FuY2VsbGVk"))
    }

    @Test(arguments: Engine.allCases)
    func `each of a batch has its own callback`(engine: Engine) throws {
        let test = try AdapterUnderTest(engine)
        defer { test.end() }
        let first = try Receiver(.accept)
        let second = try Receiver(.accept)
        let deliverer = try deliverer(test)
        defer { deliverer.stop() }
        let items = [first, second].map { #"{"source_code":"x","language_id":71,"callback_url":"\#($0.url)"}"# }
        let made = try test.ask(
            "POST",
            "/submissions/batch",
            json: #"{"submissions":[\#(items.joined(separator: ","))]}"#
        )
        let tokens = try #require(made.json.items).compactMap { $0["token"]?.string }
        try test.run(RunReports.exited())
        try test.run(RunReports.refused)
        for (receiver, (token, status)) in zip([first, second], zip(tokens, [3, 11])) {
            let request = try #require(receiver.wait(for: 1).first)
            let told = try JSONValue(parsing: request.body)
            #expect(told["token"] == .text(token) && told["status"]?["id"] == .number(status))
        }
    }

    @Test(arguments: [
        "file:///etc/passwd", "example.org/hook", "http://user@example.org/", "http://example.org:0/", "http:// /",
        "javascript:alert(1)",
    ])
    func `a callback that cannot be is refused, and nothing is run`(url: String) throws {
        let test = try AdapterUnderTest(.sqlite)
        defer { test.end() }
        let body = #"{"source_code":"x","language_id":71,"callback_url":"\#(url)"}"#
        for (path, json) in [("/submissions", body), ("/submissions/batch", #"{"submissions":[\#(body)]}"#)] {
            let answer = try test.ask("POST", path, json: json)
            let told = answer.json.items?.first ?? answer.json
            #expect(told["callback_url"]?.items?.count == 1, "\(answer.body)")
            #expect(answer.status == (path == "/submissions" ? 422 : 201))
        }
        #expect(try test.queue.list(JobFilter(), after: nil, limit: 9).jobs.isEmpty)
    }

    @Test func `a callback to this machine is not made unless that is allowed, and is there to be replayed`() throws {
        let test = try AdapterUnderTest(.sqlite)
        defer { test.end() }
        let receiver = try Receiver(.accept)
        let ends = Monitor(0)
        let deliverer = try Deliverer(
            test.queue,
            try CurlSender(AddressRule()),
            styles: [Judge0Callback.style: Judge0Callback.form(of: test.queue)],
            told: { _, _ in ends.change { $0 += 1 } }
        )
        defer { deliverer.stop() }
        let token = try submit(test, #""callback_url":"\#(receiver.url)""#)
        _ = try test.queue.cancel(JobID(judge0: token))
        _ = ends.wait(until: nil) { $0 == 1 ? () : nil }
        let listed =
            try test.ask("GET", "/v1/webhooks/deliveries?state=dead", key: "t-admin").json["items"]?.items ?? []
        #expect(listed.map { $0["submission"] } == [.text(JobID(judge0: token).rawValue)])
        #expect(listed.first?["error"]?.string?.contains("a loopback address") == true)
        let name = try #require(listed.first?["id"]?.string)
        #expect(try test.ask("POST", "/v1/webhooks/deliveries/\(name)/replay").status == 202)
        _ = ends.wait(until: nil) { $0 == 2 ? () : nil }
        #expect(receiver.connectionCount == 0)
    }
}

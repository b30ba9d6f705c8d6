import Glibc
import Linux
import Testing
import Webhooks

/// `assay serve` as it was built, and a receiver on loopback; nobody judges, so that no sandbox is needed.
@Suite(.timeLimit(.minutes(60))) struct ServeWebhookTests {
    private static let secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="

    /// A server at a port that the system chooses.
    private func serve(_ scratch: borrowing ScratchDirectory, _ more: String...) throws -> BuiltProgram {
        try BuiltProgram.start(
            ["serve", "--insecure-no-keys", "--listen", "127.0.0.1:0"] + more,
            environment: environment(scratch)
        )
    }

    private func environment(_ scratch: borrowing ScratchDirectory) -> [String: String] {
        ["ASSAY_STATE": scratch.path, "ASSAY_DATABASE": "sqlite:\(scratch.path)/queue.db", "HOME": "/nonexistent"]
    }

    /// Enqueues a run whose end is told at `url`, and takes it back: that is an end, too.
    private func endOne(_ port: Int, _ url: String) throws -> String {
        let made = try LoopbackExchange.ask(
            "POST",
            "/v1/submissions",
            port: port,
            json: #"{"language":"python3","files":{"a.py":"print(1)\n"},"webhook":{"url":""#
                + url + #"","secret":""# + Self.secret + #""}}"#
        )
        let id = try #require(made.body.split(separator: "\"").dropFirst(3).first.map(String.init), "\(made.body)")
        let cancelled = try LoopbackExchange.ask("DELETE", "/v1/submissions/\(id)", port: port)
        #expect(cancelled.body.contains(#""cancellation":"cancelled""#), "\(cancelled.body)")
        return id
    }

    @Test func `the end of a submission is told, signed, and the server ends when it is told to`() throws {
        let scratch = try ScratchDirectory()
        let receiver = try LoopbackExchange()
        let program = try serve(scratch, "--webhook-allow", "127.0.0.0/8")
        defer { program.send(SIGKILL) }
        let port = try program.awaitPort()
        let id = try endOne(port, "http://127.0.0.1:\(receiver.port)/hook")
        let message = try receiver.receive()
        #expect(message.head.hasPrefix("POST /hook HTTP/1.1"))
        #expect(message.body.contains(#""type":"submission.cancelled""#) && message.body.contains("\"id\":\"\(id)\""))
        let name = try #require(message.field("webhook-id"))
        let moment = try #require(message.field("webhook-timestamp").flatMap { Int($0) })
        let secret = try #require(WebhookSecret(Self.secret))
        let signature = secret.signature(id: name, timestamp: moment, body: Array(message.body.utf8))
        #expect(message.field("webhook-signature") == signature)
        // Once more, by a replay: the same message, under the same id.
        let again = try LoopbackExchange.ask("POST", "/v1/webhooks/deliveries/\(name)/replay", port: port)
        #expect(again.head.contains(" 202 "), "\(again.head)")
        let second = try receiver.receive()
        #expect(second.field("webhook-id") == name && second.body == message.body)
        program.send(SIGTERM)
        let (end, log) = try program.end()
        #expect(end == .exited(0), "\(log)")
    }

    @Test(arguments: ["127.0.0.1", "localhost"])
    func `loopback is not told unless that is allowed, also by a name that leads there`(host: String) throws {
        let scratch = try ScratchDirectory()
        let receiver = try LoopbackExchange()
        let program = try serve(scratch)
        defer { program.send(SIGKILL) }
        let port = try program.awaitPort()
        _ = try endOne(port, "http://\(host):\(receiver.port)/hook")
        var dead = ""
        // The suite's time limit ends this where nothing comes of it.
        while !dead.contains("msg_") {
            try program.pause()
            dead = try LoopbackExchange.ask("GET", "/v1/webhooks/deliveries?state=dead", port: port).body
        }
        #expect(dead.contains("a loopback address"), "\(dead)")
        program.send(SIGTERM)
        #expect(try program.end().end == .exited(0))
        let audit = try BuiltProgram.run(["webhooks", "list", "--state", "dead"], environment: environment(scratch))
        #expect(audit.output.contains("msg_"))
    }

    @Test(arguments: [
        ["--rate", "0/60"], ["--rate", "many"], ["--address-rate", "5"], ["--webhook-allow", "10.0.0.0/33"],
        ["--webhook-allow", "here"],
    ])
    func `options that cannot be are refused in one line`(arguments: [String]) throws {
        let scratch = try ScratchDirectory()
        let result = try BuiltProgram.run(
            ["serve", "--listen", "127.0.0.1:0"] + arguments,
            environment: environment(scratch)
        )
        #expect(result.code == 2 && result.error.contains(arguments[0]), "\(result.error)")
    }
}

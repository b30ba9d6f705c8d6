import Glibc
import QueueTesting
import Queueing
import Testing
import Webhooks

struct SenderTests {
    static let message = WebhookMessage(body: Array("{\"a\":1}".utf8))

    func send(
        to url: String,
        _ rule: AddressRule = .everything,
        limit: Duration = .seconds(20),
        method: String = "POST"
    ) throws -> DeliveryAnswer {
        let sender = try CurlSender(rule, limit: limit)
        var message = Self.message
        message.method = method
        return sender.send(message, to: url, headers: [(name: "webhook-id", value: "msg_1")])
    }

    @Test(arguments: ["POST", "PUT"]) func `a message arrives as it was sent`(method: String) throws {
        let receiver = try Receiver(.answer("HTTP/1.1 204 No Content\r\n\r\n"))
        #expect(try send(to: receiver.url, method: method) == .status(204, retryAfter: nil))
        let request = try #require(receiver.requests.first)
        #expect(request.line == "\(method) /hook HTTP/1.1" && request.body == Self.message.body)
        #expect(request.headers["content-type"] == "application/json" && request.headers["webhook-id"] == "msg_1")
        #expect(request.headers["user-agent"] == "assay" && request.headers["accept"] == nil)
    }

    @Test(arguments: [
        ("500 No", DeliveryAnswer.status(500, retryAfter: nil)), ("410 Gone", .status(410, retryAfter: nil)),
        ("429 Slow\r\nRetry-After: 77", .status(429, retryAfter: 77)),
        ("503 Later\r\nRetry-After: nonsense", .status(503, retryAfter: nil)),
        ("503 Later\r\nRetry-After: -5", .status(503, retryAfter: nil)),
        ("503 Later\r\nRetry-After: 999999", .status(503, retryAfter: 86_400)),
    ])
    func `what the receiver answers is told`(head: String, expected: DeliveryAnswer) throws {
        let receiver = try Receiver(.answer("HTTP/1.1 \(head)\r\nContent-Length: 2\r\n\r\nno"))
        #expect(try send(to: receiver.url) == expected)
    }

    @Test func `a redirect is not followed`() throws {
        let target = try Receiver(.answer("HTTP/1.1 200 OK\r\n\r\n"))
        let receiver = try Receiver(
            .answer("HTTP/1.1 307 Elsewhere\r\nLocation: \(target.url)\r\nContent-Length: 0\r\n\r\n")
        )
        #expect(try send(to: receiver.url) == .status(307, retryAfter: nil))
        #expect(target.connectionCount == 0)
    }

    @Test(arguments: ["", "HTTP/1.1 200 OK\r\nContent-Le", "HTTP/1.1 200 OK\r\n"])
    func `a receiver that never ends its answer is given up`(text: String) throws {
        let receiver = try Receiver(.stall(text))
        guard case .unreachable = try send(to: receiver.url, limit: .milliseconds(300)) else {
            Issue.record("it answered")
            return
        }
    }

    @Test(arguments: [
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort", "", "hello", "HTTP/1.1 \r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "HTTP/1.1 99999 OK\r\n\r\n",
    ])
    func `a receiver that lies about what it sends has not answered`(text: String) throws {
        let receiver = try Receiver(.answer(text))
        guard case .unreachable(let why) = try send(to: receiver.url) else {
            Issue.record("it answered")
            return
        }
        #expect(!why.isEmpty && !why.contains("\n"))
    }

    @Test func `a body without end counts by its status, and is not read to no end`() throws {
        let receiver = try Receiver(
            .endless(head: "HTTP/1.1 200 OK\r\n\r\n", again: String(repeating: "x", count: 1000))
        )
        #expect(try send(to: receiver.url) == .status(200, retryAfter: nil))
    }

    @Test(arguments: ["X-More: \(String(repeating: "x", count: 500))\r\n", "HTTP/1.1 100 Continue\r\n\r\n"])
    func `a head without end is given up`(line: String) throws {
        let head = line.hasPrefix("X") ? "HTTP/1.1 200 OK\r\n" : ""
        let receiver = try Receiver(.endless(head: head, again: line))
        #expect(try send(to: receiver.url) == .unreachable("the answer's head is too large"))
    }

    @Test(arguments: [
        "http://127.0.0.1", "http://localhost", "http://[::1]", "http://2130706433", "http://0x7f000001",
        "http://0177.1",
        "http://127.1", "http://[::ffff:127.0.0.1]", "http://0.0.0.0", "http://0", "http://[::]",
    ])
    func `an address of this machine is refused, however it is written, and no byte is sent`(host: String) throws {
        let receiver = try Receiver(.answer("HTTP/1.1 200 OK\r\n\r\n"))
        guard case .refused(let why) = try send(to: "\(host):\(receiver.port)/", AddressRule()) else {
            Issue.record("it was sent")
            return
        }
        #expect(why.contains("not allowed"))
        #expect(receiver.connectionCount == 0)
    }

    @Test(arguments: ["file:///etc/hostname", "ftp://127.0.0.1/", "gopher://127.0.0.1/", "dict://127.0.0.1/"])
    func `no other protocol is spoken`(url: String) throws {
        guard case .unreachable = try send(to: url) else {
            Issue.record("it was")
            return
        }
    }

    @Test func `nobody listening, and no such host, are told as that`() throws {
        let receiver = try Receiver(.answer(""))
        receiver.close()
        #expect(try send(to: receiver.url) != .status(200, retryAfter: nil))
        #expect(try send(to: "http://nobody.invalid/") != .status(200, retryAfter: nil))
    }

    @Test func `a proxy of the environment is passed by`() async {
        // Other threads read the environment, and start programs with it.
        await #expect(processExitsWith: .success) {
            let proxy = try Receiver(.answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"))
            let receiver = try Receiver(.answer("HTTP/1.1 202 OK\r\nContent-Length: 0\r\n\r\n"))
            setenv("http_proxy", "http://127.0.0.1:\(proxy.port)", 1)
            defer { unsetenv("http_proxy") }
            #expect(try Self().send(to: receiver.url) == .status(202, retryAfter: nil))
            #expect(proxy.connectionCount == 0)
        }
    }
}

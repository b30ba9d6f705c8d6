import Digest
import Glibc
import Linux
import Queueing
import SQLiteQueue
import Testing
import Webhooks

/// A queue in a directory of its own, which goes with it.
final class Outbox {
    let directory: String
    let queue: SQLiteQueue

    init() throws {
        var template = Array("/tmp/assay-outbox-XXXXXX".utf8CString)
        let made = template.withUnsafeMutableBufferPointer { $0.baseAddress.flatMap { mkdtemp($0) } != nil }
        try #require(made)
        directory = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
        queue = try SQLiteQueue(path: directory + "/queue.db")
    }

    deinit { try? HostWriting.removeTree(directory) }

    func endpoint(_ receiver: Receiver, style: String = Endpoint.standardStyle) throws -> Endpoint {
        let url = try EndpointURL(receiver.url)
        return try queue.add(.single(tenant: "t", url: url, style: style, at: queue.settings.clock.now()))
    }

    /// Enqueues a job that is told to `endpoint`, and ends it.
    func end(_ endpoint: Endpoint) throws -> JobID {
        let package = try queue.put(Array("package".utf8))
        let request = JudgingRequest(problem: .init(name: "p", package: package), language: "c", files: [])
        let id = try queue.enqueue(NewJob(request, tenant: "t", webhook: endpoint.id)).id
        _ = try queue.cancel(id)
        return id
    }

    /// Waits until a message is in that state.
    func wait(for state: Delivery.State, of job: JobID) throws -> Delivery {
        while true {
            let found = try queue.deliveries(DeliveryFilter(job: job), before: nil, limit: 1).first
            if let found, found.state == state { return found }
            usleep(2000)
        }
    }
}

struct DelivererTests {
    /// Tries follow at once.
    let quick = DeliveryRule(first: .milliseconds(1), factor: 1, longest: .milliseconds(1), tries: 3)

    @Test func `a message is delivered, and its receiver can check who has sent it`() throws {
        let outbox = try Outbox()
        let receiver = try Receiver(.answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"))
        let endpoint = try outbox.endpoint(receiver)
        let deliverer = try Deliverer(outbox.queue, try CurlSender(.everything))
        let job = try outbox.end(endpoint)
        deliverer.wake()
        let request = try #require(receiver.wait(for: 1).first)
        let message = try outbox.wait(for: .delivered, of: job)
        deliverer.stop()
        #expect(request.headers["webhook-id"] == message.id && request.body == message.standardBody)
        let timestamp = try #require(request.headers["webhook-timestamp"].flatMap(Int.init))
        let right = endpoint.secret.signature(id: message.id, timestamp: timestamp, body: request.body)
        #expect(request.headers["webhook-signature"] == right)
        #expect(message.status == 200 && message.attempts == 1 && message.error.isEmpty)
    }

    @Test func `a receiver that fails is tried again, with the same id and the same body`() throws {
        let outbox = try Outbox()
        let receiver = try Receiver(
            .answer("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"),
            .answer(""),
            .answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        )
        let deliverer = try Deliverer(outbox.queue, try CurlSender(.everything), rule: quick)
        let job = try outbox.end(try outbox.endpoint(receiver))
        let message = try outbox.wait(for: .delivered, of: job)
        deliverer.stop()
        let requests = receiver.requests
        #expect(requests.count == 3 && Set(requests.map(\.body)).count == 1)
        #expect(Set(requests.map { $0.headers["webhook-id"] }).count == 1)
        let log = try #require(try outbox.queue.delivery(message.id)).attempts
        #expect(log.map(\.status) == [500, nil, 200] && log.map(\.error.isEmpty) == [false, false, true])
    }

    @Test func `what was tried often enough is given up, and delivered when it is sent again`() throws {
        let outbox = try Outbox()
        let no = "HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n"
        let receiver = try Receiver(
            .answer(no),
            .answer(no),
            .answer(no),
            .answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        )
        let deliverer = try Deliverer(outbox.queue, try CurlSender(.everything), rule: quick)
        let job = try outbox.end(try outbox.endpoint(receiver))
        let dead = try outbox.wait(for: .dead, of: job)
        #expect(dead.attempts == 3 && dead.error == "the receiver answered 503; it was tried 3 times")
        try outbox.queue.replay(dead.id)
        #expect(try outbox.wait(for: .delivered, of: job).attempts == 4)
        deliverer.stop()
    }

    @Test func `an address that is not allowed is given up at once, and says why`() throws {
        let outbox = try Outbox()
        let receiver = try Receiver(.answer("HTTP/1.1 200 OK\r\n\r\n"))
        let deliverer = try Deliverer(outbox.queue, try CurlSender(AddressRule()))
        let dead = try outbox.wait(for: .dead, of: try outbox.end(try outbox.endpoint(receiver)))
        deliverer.stop()
        #expect(dead.error == "it leads to a loopback address, which is not allowed")
        #expect(receiver.connectionCount == 0)
    }

    @Test func `several senders of one outbox send every message once`() throws {
        let outbox = try Outbox()
        let receiver = try Receiver(.answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"))
        let endpoint = try outbox.endpoint(receiver)
        let jobs = try (0..<40).map { _ in try outbox.end(endpoint) }
        let others = try (0..<3).map { _ in
            try Deliverer(try SQLiteQueue(path: outbox.directory + "/queue.db"), try CurlSender(.everything))
        }
        for job in jobs { _ = try outbox.wait(for: .delivered, of: job) }
        for deliverer in others { deliverer.stop() }
        let ids = receiver.requests.compactMap { $0.headers["webhook-id"] }
        #expect(ids.count == 40 && Set(ids).count == 40)
    }

    @Test func `an adapter's endpoints are told in its own form`() throws {
        let outbox = try Outbox()
        let receiver = try Receiver(.answer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"))
        let deliverer = try Deliverer(
            outbox.queue,
            try CurlSender(.everything),
            styles: [
                "other": { claimed in
                    WebhookMessage(
                        method: "PUT",
                        contentType: "text/plain",
                        body: Array(claimed.delivery.job.rawValue.utf8)
                    )
                }
            ]
        )
        let job = try outbox.end(try outbox.endpoint(receiver, style: "other"))
        let unknown = try outbox.end(try outbox.endpoint(receiver, style: "unknown"))
        _ = try outbox.wait(for: .delivered, of: job)
        #expect(try outbox.wait(for: .dead, of: unknown).error.contains("'unknown'"))
        deliverer.stop()
        let request = try #require(receiver.requests.first)
        #expect(request.line == "PUT /hook HTTP/1.1" && request.body == Array(job.rawValue.utf8))
        #expect(request.headers["content-type"] == "text/plain")
    }
}

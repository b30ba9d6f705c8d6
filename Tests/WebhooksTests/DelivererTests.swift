import Digest
import Glibc
import Linux
import QueueTesting
import Queueing
import SQLiteQueue
import Testing
import Webhooks

/// A queue in a directory of its own, which goes with it, and what became of the messages in its outbox.
final class Outbox {
    let directory: String
    let queue: SQLiteQueue
    /// What became of each try, job by job.
    private let fates = Monitor<[JobID: [DeliveryFate]]>([:])

    init() throws {
        var template = Array("/tmp/assay-outbox-XXXXXX".utf8CString)
        let made = template.withUnsafeMutableBufferPointer { $0.baseAddress.flatMap { mkdtemp($0) } != nil }
        try #require(made)
        directory = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
        queue = try SQLiteQueue(path: directory + "/queue.db")
    }

    deinit { try? HostWriting.removeTree(directory) }

    /// Hears what became of tries.
    var witness: Deliverer.Witness {
        { [fates] claimed, fate in fates.change { $0[claimed.delivery.job, default: []].append(fate) } }
    }

    /// Sends what is in it.
    func deliverer(
        _ rule: AddressRule = .everything,
        limit: Duration = .seconds(60),
        _ tries: DeliveryRule = DeliveryRule(),
        styles: [String: WebhookMessage.Style] = [:]
    ) throws -> Deliverer {
        let sender = try CurlSender(rule, connectLimit: limit, limit: limit)
        return try Deliverer(queue, sender, rule: tries, styles: styles, told: witness)
    }

    func endpoint(_ url: String, style: String = Endpoint.standardStyle) throws -> Endpoint {
        let url = try EndpointURL(url)
        return try queue.add(
            .single(tenant: "t", url: url, secret: .made(from: "a"), style: style, at: queue.settings.clock.now())
        )
    }

    /// Enqueues a job that is told to `endpoint`, and ends it.
    func end(_ endpoint: Endpoint) throws -> JobID {
        let package = try queue.put(Array("package".utf8))
        let request = JudgingRequest(problem: .init(name: "p", package: package), language: "c", files: [])
        let id = try queue.enqueue(NewJob(request, tenant: "t", webhook: endpoint.id)).id
        _ = try queue.cancel(id)
        return id
    }

    /// Waits until what became of a job's message `isSuch`, and gives the message.
    func wait(_ job: JobID, _ isSuch: ([DeliveryFate]) -> Bool) throws -> Delivery {
        _ = fates.wait(until: nil) { isSuch($0[job] ?? []) ? () : nil }
        return try #require(try queue.deliveries(DeliveryFilter(job: job), before: nil, limit: 1).first)
    }

    /// Waits until a job's message has come to its end for the `count`th time.
    func end(_ count: Int = 1, of job: JobID) throws -> Delivery {
        try wait(job) { fates in
            fates.count { fate in
                if case .again = fate { return false }
                return true
            } == count
        }
    }
}

@Suite(.timeLimit(.minutes(60))) struct DelivererTests {
    /// Tries follow at once.
    let quick = DeliveryRule(first: .milliseconds(1), factor: 1, longest: .milliseconds(1), tries: 3)

    @Test func `a message is delivered, and its receiver can check who has sent it`() throws {
        let outbox = try Outbox()
        let receiver = try Receiver(.accept)
        let endpoint = try outbox.endpoint(receiver.url)
        let deliverer = try outbox.deliverer()
        defer { deliverer.stop() }
        let job = try outbox.end(endpoint)
        let message = try outbox.end(of: job)
        let request = try #require(receiver.requests.first)
        #expect(request.headers["webhook-id"] == message.id && request.body == message.standardBody)
        let timestamp = try #require(request.headers["webhook-timestamp"].flatMap(Int.init))
        let right = endpoint.secret.signature(id: message.id, timestamp: timestamp, body: request.body)
        #expect(request.headers["webhook-signature"] == right)
        #expect(message.state == .delivered && message.status == 200 && message.attempts == 1 && message.error.isEmpty)
    }

    @Test func `what another process writes into the outbox is sent, and what it sends again`() throws {
        let outbox = try Outbox()
        let receiver = try Receiver(.accept)
        let endpoint = try outbox.endpoint(receiver.url)
        let sending = try SQLiteQueue(path: outbox.directory + "/queue.db")
        let deliverer = try Deliverer(sending, try CurlSender(.everything), told: outbox.witness)
        defer { deliverer.stop() }
        let job = try outbox.end(endpoint)
        let message = try outbox.end(of: job)
        try outbox.queue.replay(message.id)
        #expect(try outbox.end(2, of: job).attempts == 2)
        #expect(receiver.requests.count == 2)
    }

    @Test func `a receiver that fails is tried again, with the same id and the same body`() throws {
        let outbox = try Outbox()
        let receiver = try Receiver(.status("500 No"), .answer(""), .accept)
        let deliverer = try outbox.deliverer(.everything, quick)
        defer { deliverer.stop() }
        let job = try outbox.end(try outbox.endpoint(receiver.url))
        let message = try outbox.end(of: job)
        let requests = receiver.requests
        #expect(message.state == .delivered && requests.count == 3 && Set(requests.map(\.body)).count == 1)
        #expect(Set(requests.map { $0.headers["webhook-id"] }).count == 1)
        let log = try #require(try outbox.queue.delivery(message.id)).attempts
        #expect(log.map(\.status) == [500, nil, 200] && log.map(\.error.isEmpty) == [false, false, true])
    }

    @Test func `what was tried often enough is given up, and delivered when it is sent again`() throws {
        let outbox = try Outbox()
        let no = Receiver.Behaviour.status("503 No")
        let receiver = try Receiver(no, no, no, .accept)
        let deliverer = try outbox.deliverer(.everything, quick)
        defer { deliverer.stop() }
        let job = try outbox.end(try outbox.endpoint(receiver.url))
        let dead = try outbox.end(of: job)
        #expect(dead.state == .dead && dead.attempts == 3)
        #expect(dead.error == "the receiver answered 503; it was tried 3 times")
        try outbox.queue.replay(dead.id)
        let again = try outbox.end(2, of: job)
        #expect(again.state == .delivered && again.attempts == 4)
    }

    /// A receiver, what is written down of it, and how often it was asked.
    struct Trouble: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let behaviour: Receiver.Behaviour
        let error: String
        let tries: Int
        /// Long enough for whoever answers; who does not is waited for that long.
        var limit: Duration = .seconds(60)

        static let all = [
            Trouble(
                testDescription: "it redirects",
                behaviour: .answer("HTTP/1.1 302 There\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"),
                error: "the receiver answered 302; redirects are not followed",
                tries: 1
            ),
            Trouble(
                testDescription: "it does not want it",
                behaviour: .status("404 No"),
                error: "the receiver answered 404",
                tries: 1
            ),
            Trouble(
                testDescription: "it is gone",
                behaviour: .status("410 Gone"),
                error: "the receiver answered 410: it is gone",
                tries: 1
            ),
            Trouble(testDescription: "it says nothing", behaviour: .stall(""), error: "", tries: 3, limit: .seconds(1)),
            Trouble(
                testDescription: "it stops in the middle of its head",
                behaviour: .stall("HTTP/1.1 200 OK\r\nContent-"),
                error: "",
                tries: 3,
                limit: .seconds(1)
            ),
            Trouble(
                testDescription: "it promises more than it sends",
                behaviour: .answer("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nshort"),
                error: "",
                tries: 3
            ),
            Trouble(
                testDescription: "its chunks are none",
                behaviour: .answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n"),
                error: "",
                tries: 3
            ),
            Trouble(
                testDescription: "its head has no end",
                behaviour: .endless(head: "HTTP/1.1 200 OK\r\n", again: "X: \(String(repeating: "x", count: 900))\r\n"),
                error: "the answer's head is too large; it was tried 3 times",
                tries: 3
            ),
        ]
    }

    @Test(arguments: Trouble.all)
    func `a message to a receiver in trouble is given up with a reason, after as many tries as may help`(
        trouble: Trouble
    ) throws {
        let outbox = try Outbox()
        let receiver = try Receiver(trouble.behaviour)
        let deliverer = try outbox.deliverer(.everything, limit: trouble.limit, quick)
        defer { deliverer.stop() }
        let endpoint = try outbox.endpoint(receiver.url)
        let dead = try outbox.end(of: try outbox.end(endpoint))
        #expect(dead.state == .dead && dead.attempts == trouble.tries, "\(dead)")
        #expect(!dead.error.isEmpty && !dead.error.contains("\n"))
        if !trouble.error.isEmpty { #expect(dead.error == trouble.error) }
        #expect((try outbox.queue.endpoint(endpoint.id)?.disabled != nil) == (trouble.testDescription == "it is gone"))
    }

    @Test(arguments: ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]"])
    func `an address that is not allowed is given up at once, also when a name leads to it`(host: String) throws {
        let outbox = try Outbox()
        let receiver = try Receiver(.accept)
        let deliverer = try outbox.deliverer(AddressRule())
        defer { deliverer.stop() }
        let dead = try outbox.end(of: try outbox.end(try outbox.endpoint("http://\(host):\(receiver.port)/")))
        #expect(dead.state == .dead && dead.attempts == 1)
        #expect(
            dead.error.contains("a loopback address") && dead.error.hasSuffix("which is not allowed"),
            "\(dead.error)"
        )
        #expect(receiver.connectionCount == 0)
    }

    @Test func `several senders of one outbox send every message once`() throws {
        let outbox = try Outbox()
        let receiver = try Receiver(.accept)
        let endpoint = try outbox.endpoint(receiver.url)
        let jobs = try (0..<40).map { _ in try outbox.end(endpoint) }
        let others = try (0..<3).map { _ in
            try Deliverer(
                try SQLiteQueue(path: outbox.directory + "/queue.db"),
                try CurlSender(.everything),
                told: outbox.witness
            )
        }
        defer { for deliverer in others { deliverer.stop() } }
        for job in jobs { _ = try outbox.end(of: job) }
        let ids = receiver.requests.compactMap { $0.headers["webhook-id"] }
        #expect(ids.count == 40 && Set(ids).count == 40)
    }

    @Test func `a slow receiver does not keep the messages of others waiting`() throws {
        let outbox = try Outbox()
        let slow = try Receiver(.stall(""))
        let quick = try Receiver(.accept)
        // As long as it takes: nothing here waits for it.
        let deliverer = try outbox.deliverer(.everything, limit: .seconds(600))
        let stuck = try outbox.endpoint(slow.url)
        for _ in 0..<9 { _ = try outbox.end(stuck) }
        _ = slow.wait(for: HostLoad().most)
        #expect(try outbox.end(of: try outbox.end(try outbox.endpoint(quick.url))).state == .delivered)
        #expect(slow.requests.count == HostLoad().most)
        slow.hangUp()
        deliverer.stop()
    }

    @Test func `why a submission was given up is told to an admin's endpoint alone`() throws {
        let outbox = try Outbox()
        let queue = outbox.queue
        let theirs = try Receiver(.accept)
        let single = try Receiver(.accept)
        let admins = try Receiver(.accept)
        let now = queue.settings.clock.now()
        _ = try queue.add(.standing(tenant: "t", key: "k", url: try EndpointURL(theirs.url), at: now))
        _ = try queue.add(.standing(tenant: "t", url: try EndpointURL(admins.url), at: now))
        let worker = WorkerRecord(name: "w", host: "h", process: 1, slots: 1, labels: [], state: .ready)
        try queue.register(worker)
        let request = JudgingRequest(
            problem: .init(name: "p", package: try queue.put(Array("package".utf8))),
            language: "c",
            files: []
        )
        var job = NewJob(request, tenant: "t", webhook: try outbox.endpoint(single.url).id)
        job.apiKey = "k"
        try queue.enqueue(job)
        let lease = try #require(try queue.lease(1, for: worker.id, labels: []).first)
        _ = try queue.fail(lease, reason: "worker judge-7 lost /srv/secret", isFinal: true)
        let deliverer = try outbox.deliverer()
        defer { deliverer.stop() }
        let told = [theirs, single, admins].map { receiver in
            String(decoding: receiver.wait(for: 1).first?.body ?? [], as: UTF8.self)
        }
        #expect(told.allSatisfy { $0.contains("submission.dead") })
        #expect(!told[0].contains("reason") && !told[0].contains("judge-7") && !told[1].contains("judge-7"))
        #expect(told[2].contains(#""reason":"worker judge-7 lost /srv/secret""#))
    }

    @Test func `an adapter's endpoints are told in its own form`() throws {
        let outbox = try Outbox()
        let receiver = try Receiver(.accept)
        let deliverer = try outbox.deliverer(
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
        defer { deliverer.stop() }
        let job = try outbox.end(try outbox.endpoint(receiver.url, style: "other"))
        let unknown = try outbox.end(try outbox.endpoint(receiver.url, style: "unknown"))
        #expect(try outbox.end(of: job).state == .delivered)
        #expect(try outbox.end(of: unknown).error.contains("'unknown'"))
        let request = try #require(receiver.requests.first)
        #expect(request.line == "PUT /hook HTTP/1.1" && request.body == Array(job.rawValue.utf8))
        #expect(request.headers["content-type"] == "text/plain")
    }
}

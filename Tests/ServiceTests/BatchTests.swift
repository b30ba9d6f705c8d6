import Access
import Queueing
import SQLiteQueue
import Service
import Synchronization
import Testing

private let run = #"{"language":"python3","files":{"main.py":"print(1)\n"}}"#

/// A bucket that nothing comes back into, and what was taken out of it.
private final class Bucket: RateLimiting {
    private let left: Mutex<Int>
    static let quota = 1200

    init(_ left: Int = Bucket.quota) { self.left = Mutex(left) }

    var count: Int { left.withLock { $0 } }

    func take(_ subject: RateSubject, cost: Int) -> RateDecision {
        left.withLock { left in
            let isAllowed = left >= cost
            if isAllowed { left -= cost }
            return RateDecision(
                isAllowed: isAllowed,
                policy: .init(name: "key", quota: Self.quota, window: 60),
                remaining: left,
                reset: 1,
                retryAfter: isAllowed ? 0 : 7
            )
        }
    }

    func takeAtOnce(_ subject: RateSubject, cost: Int) -> RateDecision? { take(subject, cost: cost) }
}

@Suite(.timeLimit(.minutes(60))) struct BatchTests {
    private func batch(_ items: [String]) -> String { #"{"items":[\#(items.joined(separator: ","))]}"# }

    private func batch(_ count: Int) -> String { batch(Array(repeating: run, count: count)) }

    /// How many submissions come under which key, and how many tokens they take.
    static let costs: [(count: Int, key: String, cost: Int)] = [
        (1, "t-both", 20), (4, "t-both", 20), (5, "t-both", 25), (100, "t-both", 500), (200, "t-both", 600),
        (200, "ops-admin", 20),
    ]

    @Test(arguments: costs)
    func `a batch costs what its submissions do, up to half of a full bucket`(
        count: Int,
        key: String,
        cost: Int
    ) throws {
        let bucket = Bucket()
        let test = try ServiceUnderTest { $0.rates = bucket }
        defer { test.end() }
        let answer = try test.call("POST", "/v1/submissions:batch", key: key, json: batch(count))
        #expect(answer.status == 202 && answer.json["items"]?.items?.count == count, "\(answer.body)")
        #expect(bucket.count == Bucket.quota - cost)
        #expect(answer.head.lowercased().contains("\r\nratelimit: \"key\";r=\(Bucket.quota - cost);t=1\r\n"))
    }

    @Test func `a batch that is too much for what is left is refused as a whole, with the time to come back`() throws {
        let bucket = Bucket(60)
        let test = try ServiceUnderTest { $0.rates = bucket }
        defer { test.end() }
        let answer = try test.call("POST", "/v1/submissions:batch", json: batch(20))
        #expect(answer.status == 429 && answer.json["code"] == .text("rate-limited"), "\(answer.body)")
        // The 7 s that the limit says, and the second in which the route's 20 come back, which are paid again.
        #expect(answer.head.lowercased().contains("\r\nretry-after: 8\r\n"), "\(answer.head)")
        #expect(try test.queue.statistics().count(.queued) == 0)
    }

    @Test(arguments: [
        ("/v1/submissions:batch", ["Idempotency-Key: k"]),
        ("/v1/submissions", ["Idempotency-Key: a", "Idempotency-Key: b"]),
        ("/v1/submissions", ["Idempotency-Key: a", "Idempotency-Key: a"]),
        ("/v1/runs?wait=0", ["Idempotency-Key: a", "Idempotency-Key: b"]),
    ])
    func `a key that would not be heeded is refused`(path: String, fields: [String]) throws {
        let test = try ServiceUnderTest()
        defer { test.end() }
        let body = path.hasSuffix(":batch") ? batch(2) : run
        let answer = try test.call("POST", path, fields: fields, json: body)
        #expect(answer.status == 400 && answer.json["code"] == .text("invalid-parameter"), "\(answer.body)")
        #expect(answer.body.contains("dempotency"))
        #expect(try test.queue.statistics().count(.queued) == 0)
    }

    @Test func `a key that belongs to another body is told with its item`() throws {
        let test = try ServiceUnderTest()
        defer { test.end() }
        func item(_ text: String, _ key: String) -> String {
            #"{"language":"python3","files":{"main.py":"\#(text)"},"idempotencyKey":"\#(key)"}"#
        }
        let made = try test.call("POST", "/v1/submissions:batch", json: batch([item("1", "a")]))
        let id = try #require(made.json["items"]?.items?.first?["id"]?.string)
        let known = try test.call("POST", "/v1/submissions:batch", json: batch([run, item("2", "a")]))
        #expect(known.status == 409 && known.json["code"] == .text("idempotency-conflict"), "\(known.body)")
        #expect(known.json["at"] == .text("/items/1/idempotencyKey") && known.body.contains(id))
        // Nothing of this one is kept, so that there is no submission to name.
        let twice = try test.call("POST", "/v1/submissions:batch", json: batch([item("3", "b"), run, item("4", "b")]))
        #expect(twice.status == 409 && twice.json["at"] == .text("/items/2/idempotencyKey"), "\(twice.body)")
        #expect(twice.body.contains("item 0"))
        #expect(try test.queue.statistics().count(.queued) == 1)
    }
}

import Access
import Linux
import Queueing
import Synchronization
import Testing

struct RateTests {
    static let rule = RateRule(name: "key", burst: 10, window: .seconds(10))

    @Test(arguments: [
        // tokens, seconds later, needed, wanted: taken, left
        (10.0, 0, 1, 1, 1, 9.0), (10, 0, 3, 5, 5, 5), (2, 0, 1, 5, 2, 0), (2, 0, 3, 5, 0, 2), (0, 3, 1, 1, 1, 2),
        (0, 3, 3, 9, 3, 0), (9, 100, 1, 1, 1, 9), (5, -100, 1, 1, 1, 4), (0.5, 0, 1, 1, 0, 0.5), (0, 0, 11, 11, 0, 0),
        (-7, 1, 1, 1, 1, 0),
    ])
    func `a bucket gives what it has, and fills up as time goes on`(
        tokens: Double,
        seconds: Int,
        needed: Int,
        wanted: Int,
        taken: Int,
        left: Double
    ) {
        let start = Timestamp(milliseconds: 1_000_000)
        let result = TokenBucket.take(
            from: TokenBucket(tokens: tokens, at: start),
            needed: needed,
            wanted: wanted,
            Self.rule,
            at: start + .seconds(seconds)
        )
        #expect(result.count == taken && abs(result.bucket.tokens - left) < 1e-6)
        #expect(result.bucket.at >= start)
    }

    @Test func `a bucket that was not used before is full`() {
        let taken = TokenBucket.take(from: nil, needed: 10, wanted: 10, Self.rule, at: Timestamp(milliseconds: 5))
        #expect(taken.count == 10 && taken.bucket.wait(for: 1, Self.rule) == 1000)
        #expect(taken.bucket.wait(for: 500, Self.rule) == 10_000)
    }

    @Test func `several servers together allow as many requests as one bucket has tokens`() throws {
        let store = StoreInMemory()
        let rule = RateRule(name: "key", burst: 1000, window: .seconds(1000))
        let servers = (0..<4).map { _ in SharedRateLimit(store, key: rule, clock: store.clock) }
        var allowed = 0
        for round in 0..<2000 where servers[round % 4].take(.key("k"), cost: 1).isAllowed { allowed += 1 }
        #expect(allowed == 1000)
        // Blocks of a twentieth of the burst: a request in fifty asks the database, and each server once in vain.
        #expect(store.asked < 40)
    }

    @Test func `what costs more than a bucket has takes all of it, and can be had`() {
        let store = StoreInMemory()
        let rule = RateRule(name: "key", burst: 4, window: .seconds(60))
        let limit = SharedRateLimit(store, key: rule, clock: store.clock)
        #expect(limit.take(.key("a"), cost: 20).isAllowed)
        let second = limit.take(.key("a"), cost: 20)
        #expect(!second.isAllowed && second.retryAfter <= 60)
    }

    @Test func `what is held is taken without asking, and nothing else`() {
        let store = StoreInMemory()
        let rule = RateRule(name: "key", burst: 1000, window: .seconds(1000))
        let limit = SharedRateLimit(store, key: rule, clock: store.clock)
        #expect(limit.takeAtOnce(.key("a"), cost: 1) == nil)
        #expect(store.asked == 0)
        #expect(limit.take(.key("a"), cost: 1).isAllowed)
        #expect(limit.takeAtOnce(.key("a"), cost: 1)?.isAllowed == true)
        #expect(store.asked == 1)
    }

    @Test func `keys and addresses have buckets of their own, and answers say how they stand`() {
        let store = StoreInMemory()
        let limit = SharedRateLimit(
            store,
            key: Self.rule,
            address: RateRule(name: "address", burst: 2, window: .seconds(60)),
            clock: store.clock
        )
        let first = limit.take(.key("a"), cost: 4)
        #expect(first.isAllowed && first.remaining == 6 && first.reset == 4 && first.policy?.quota == 10)
        #expect(limit.take(.key("a"), cost: 6).remaining == 0)
        let refused = limit.take(.key("a"), cost: 1)
        #expect(!refused.isAllowed && refused.remaining == 0 && refused.retryAfter == 1)
        #expect(refused.headerFields.last?.name == "Retry-After")
        #expect(limit.take(.key("b"), cost: 1).isAllowed)
        #expect(limit.take(.address("192.0.2.1"), cost: 2).isAllowed)
        #expect(!limit.take(.address("192.0.2.1"), cost: 1).isAllowed)
        #expect(limit.take(.address("192.0.2.1"), cost: 1).retryAfter == 30)
    }

    @Test func `a server whose database is away holds the limit by itself`() {
        let store = StoreInMemory()
        store.state.withLock { $0.isAway = true }
        let limit = SharedRateLimit(store, key: Self.rule, clock: store.clock)
        let allowed = (0..<50).filter { _ in limit.take(.key("k"), cost: 1).isAllowed }.count
        #expect(allowed == 10)
        #expect(store.asked == 1)
    }

    @Test func `the audit log is written beside the requests, all of it`() throws {
        let store = StoreInMemory()
        let log = try AuditLog(store)
        for number in 0..<500 {
            log.add(
                AuditEntry(
                    at: store.clock.now(),
                    actor: "k",
                    tenant: "t",
                    action: "submission.create",
                    object: "\(number)" + String(repeating: "x", count: 1000),
                    address: "::1"
                )
            )
        }
        log.close()
        let entries = try store.auditEntries(of: nil, before: nil, limit: 0)
        #expect(entries.count == 500 && log.lostCount == 0)
        #expect(entries.allSatisfy { $0.object.utf8.count <= 300 })
    }
}

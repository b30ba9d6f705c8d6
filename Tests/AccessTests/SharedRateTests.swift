import Access
import Linux
import Queueing
import Synchronization
import Testing

/// A limit that servers share, over a clock that goes on when it is told to.
@Suite(.timeLimit(.minutes(10)))
struct SharedRateTests {
    let store = StoreInMemory()
    static let rule = SharedRateLimit.keyRule

    func server() -> SharedRateLimit { SharedRateLimit(store, key: Self.rule, clock: store.clock) }

    @Test(arguments: [
        // cost, so many in each second, so many seconds: calls of the database
        (1, 1, 3600, 1201), (2, 3, 3600, 1201), (5, 1, 3600, 1201), (5, 3, 3600, 1201), (20, 1, 600, 301),
    ])
    func `steady use below the limit leaves a key its burst`(cost: Int, each: Int, seconds: Int, calls: Int) {
        let server = server()
        var refused = 0
        for _ in 0..<seconds {
            for _ in 0..<each where !server.take(.key("k"), cost: cost).isAllowed { refused += 1 }
            store.clock.advance(by: .seconds(1))
        }
        #expect(refused == 0)
        #expect(store.asked <= calls)
        // What was used in the last second has come back, but for what is less than a token.
        let burst = (0..<1300).count { _ in server.take(.key("k"), cost: 1).isAllowed }
        #expect((1198...1200).contains(burst), "\(burst)")
    }

    @Test(arguments: [1, 2, 3, 8])
    func `of several servers with light use each takes a block at most off the burst`(count: Int) {
        let servers = (0..<count).map { _ in server() }
        for second in 0..<3600 {
            #expect(servers[second % count].take(.key("k"), cost: 1).isAllowed)
            store.clock.advance(by: .seconds(1))
        }
        let last = servers[0]
        let burst = (0..<1300).count { _ in last.take(.key("k"), cost: 1).isAllowed }
        #expect(burst >= 1198 - (count - 1) * 60 && burst <= 1200, "\(burst)")
    }

    @Test(arguments: [1, 2, 3, 5, 20], [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
    func `servers together never allow more than one bucket`(count: Int, seed: UInt64) {
        let servers = (0..<count).map { _ in server() }
        var dice = Dice(state: seed)
        // One bucket, from which everything is taken that any server allows.
        var bucket = Double(Self.rule.burst)
        var least = bucket
        var isBusy = false
        for step in 0..<20_000 {
            if step % 500 == 0 { isBusy.toggle() }
            let milliseconds = dice.roll(isBusy ? 20 : 3000)
            store.clock.advance(by: .milliseconds(milliseconds))
            bucket = min(Double(Self.rule.burst), bucket + Double(milliseconds) * 0.02)
            let cost = [1, 1, 2, 5, 20][dice.roll(5)]
            if servers[dice.roll(count)].take(.key("k"), cost: cost).isAllowed { bucket -= Double(cost) }
            least = min(least, bucket)
        }
        #expect(least > -1e-6, "\(least)")
        #expect(least < 100)
    }

    @Test func `who comes while the database is asked is served by what that brings`() throws {
        let gate = Monitor(false)
        let slow = SlowStore(store) { _ = gate.wait(until: nil) { $0 ? true : nil } }
        let server = SharedRateLimit(slow, key: Self.rule, clock: store.clock)
        let allowed = Monitor(0)
        for _ in 0..<8 {
            try Thread.start {
                let isAllowed = server.take(.key("k"), cost: 5).isAllowed
                allowed.change { $0 += isAllowed ? 1 : 100 }
            }
        }
        // Nobody is served before the database has answered, and whoever may not block is told so.
        #expect(server.takeAtOnce(.key("k"), cost: 5) == nil)
        gate.change { $0 = true }
        #expect(allowed.wait(until: nil) { $0 >= 8 ? $0 : nil } == 8)
        #expect(store.asked == 1)
        #expect(server.take(.key("k"), cost: 5).remaining == 1200 - 45)
    }

    @Test func `what is held counts for something that costs more than that`() {
        let server = server()
        #expect(server.take(.key("k"), cost: 20).isAllowed)
        for _ in 0..<57 { #expect(server.take(.key("k"), cost: 20).isAllowed) }
        // 40 are left, all of which it has after this one.
        #expect(server.take(.key("k"), cost: 3).isAllowed)
        #expect(server.take(.key("k"), cost: 20).isAllowed)
        let last = server.take(.key("k"), cost: 20)
        #expect(!last.isAllowed && last.retryAfter == 1 && last.remaining == 17)
        #expect(server.take(.key("k"), cost: 17).isAllowed)
    }

    @Test func `when the database is away what is held is used first, and then the limit is the server's own`() {
        let server = server()
        for _ in 0..<10 { #expect(server.take(.key("k"), cost: 1).isAllowed) }
        store.state.withLock { $0.isAway = true }
        let burst = (0..<1300).count { _ in server.take(.key("k"), cost: 1).isAllowed }
        #expect(burst == 1190)
        #expect(store.asked == 2)
    }
}

/// Numbers that look random, and are the same every time.
private struct Dice {
    var state: UInt64

    mutating func roll(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(count))
    }
}

/// A store that answers when it is told to.
private struct SlowStore: AccessStore {
    let store: StoreInMemory
    let wait: @Sendable () -> Void

    init(_ store: StoreInMemory, wait: @escaping @Sendable () -> Void) {
        self.store = store
        self.wait = wait
    }

    func takeTokens(
        of subject: String,
        needed: Int,
        wanted: Int,
        _ rule: RateRule
    ) throws(QueueError) -> TokenBucket.Taken {
        wait()
        return try store.takeTokens(of: subject, needed: needed, wanted: wanted, rule)
    }

    func add(_ key: KeyRecord) throws(QueueError) { try store.add(key) }
    func key(_ id: String) throws(QueueError) -> KeyRecord? { try store.key(id) }
    func keys(of tenant: String?) throws(QueueError) -> [KeyRecord] { try store.keys(of: tenant) }
    func revokeKey(_ id: String) throws(QueueError) -> Bool { try store.revokeKey(id) }
    func noteUse(_ moments: [String: Timestamp]) throws(QueueError) { try store.noteUse(moments) }
    func audit(_ entries: [AuditEntry]) throws(QueueError) { try store.audit(entries) }
    func auditEntries(of tenant: String?, before: Int?, limit: Int) throws(QueueError) -> [AuditEntry] {
        try store.auditEntries(of: tenant, before: before, limit: limit)
    }
    func forgetAccess(olderThan age: Duration) throws(QueueError) -> Int { try store.forgetAccess(olderThan: age) }
}

import Access
import Queueing
import SQLiteQueue
import Synchronization
import Testing

/// A store in memory, that counts how often it is asked, and can be away.
final class StoreInMemory: AccessStore {
    struct State {
        var keys: [String: KeyRecord] = [:]
        var buckets: [String: TokenBucket] = [:]
        var entries: [AuditEntry] = []
        var asked = 0
        var isAway = false
    }

    let state = Mutex(State())
    let clock = ManualQueueClock()

    var asked: Int { state.withLock { $0.asked } }

    private func ask<Result: Sendable>(_ body: (inout State) -> Result) throws(QueueError) -> Result {
        let result = state.withLock { state -> Result? in
            state.asked += 1
            return state.isAway ? nil : body(&state)
        }
        guard let result else { throw .unavailable(database: "memory", detail: "it is away") }
        return result
    }

    func add(_ key: KeyRecord) throws(QueueError) { try ask { $0.keys[key.id] = key } }
    func key(_ id: String) throws(QueueError) -> KeyRecord? { try ask { state in [state.keys[id]] }[0] }
    func keys(of tenant: String?) throws(QueueError) -> [KeyRecord] { try ask { Array($0.keys.values) } }
    func revokeKey(_ id: String) throws(QueueError) -> Bool {
        let now = clock.now()
        return try ask { state in
            state.keys[id]?.revokedAt = now
            return true
        }
    }
    func noteUse(_ moments: [String: Timestamp]) throws(QueueError) {
        try ask { state in for (id, moment) in moments { state.keys[id]?.lastUsedAt = moment } }
    }
    func takeTokens(
        of subject: String,
        needed: Int,
        wanted: Int,
        _ rule: RateRule
    ) throws(QueueError) -> TokenBucket.Taken {
        let now = clock.now()
        return try ask { state in
            let old = state.buckets[subject]
            let taken = TokenBucket.take(from: old, needed: needed, wanted: wanted, rule, at: now)
            state.buckets[subject] = taken.bucket
            return taken
        }
    }
    func audit(_ entries: [AuditEntry]) throws(QueueError) { try ask { $0.entries += entries } }
    func auditEntries(of tenant: String?, before: Int?, limit: Int) throws(QueueError) -> [AuditEntry] {
        try ask { $0.entries }
    }
    func forgetAccess(olderThan age: Duration) throws(QueueError) -> Int { 0 }
}

struct KeyRingTests {
    let store = StoreInMemory()

    func newKey(expiresAfter duration: Duration? = nil) throws -> KeyText {
        let text = KeyText.random()
        let now = store.clock.now()
        try store.add(
            KeyRecord(
                id: text.id,
                digest: text.digest,
                name: "n",
                tenant: "acme",
                scopes: [.read],
                createdAt: now,
                expiresAt: duration.map { now + $0 }
            )
        )
        return text
    }

    @Test func `a key says who has it, and a wrong one nothing`() throws {
        let ring = KeyRing(store, clock: store.clock)
        let key = try newKey()
        #expect(try ring.identity(of: key.text) == Identity(keyID: key.id, tenant: "acme", scopes: [.read]))
        // The right id with another secret.
        let forged = "assay_\(key.id)_" + KeyText.random().text.suffix(43)
        #expect(try ring.identity(of: forged) == nil)
        #expect(try ring.identity(of: KeyText.random().text) == nil)
        #expect(try ring.identity(of: "Bearer " + key.text) == nil)
    }

    @Test func `a revoked key is let in no more, once what is remembered has its age`() throws {
        let forgetful = KeyRing(store, clock: store.clock, age: .zero)
        let remembering = KeyRing(store, clock: store.clock, age: .seconds(3600))
        let key = try newKey()
        #expect(try forgetful.identity(of: key.text) != nil && remembering.identity(of: key.text) != nil)
        #expect(try store.revokeKey(key.id))
        #expect(try forgetful.identity(of: key.text) == nil)
        #expect(try remembering.identity(of: key.text) != nil)
    }

    @Test func `an expired key is let in no more, at once`() throws {
        let ring = KeyRing(store, clock: store.clock, age: .seconds(3600))
        let key = try newKey(expiresAfter: .seconds(10))
        #expect(try ring.identity(of: key.text) != nil)
        store.clock.advance(by: .seconds(10))
        #expect(try ring.identity(of: key.text) == nil)
    }

    @Test func `the database is asked once for many requests, also for keys that do not exist`() throws {
        let ring = KeyRing(store, clock: store.clock, age: .seconds(3600))
        let key = try newKey()
        let unknown = KeyText.random().text
        let before = store.asked
        for _ in 0..<100 {
            #expect(try ring.identity(of: key.text) != nil)
            #expect(try ring.identity(of: unknown) == nil)
        }
        #expect(store.asked == before + 2)
    }

    @Test func `when keys were used is written down, and a database that is away says so`() throws {
        let ring = KeyRing(store, clock: store.clock, age: .zero)
        let key = try newKey()
        #expect(try ring.identity(of: key.text) != nil)
        ring.noteUse()
        #expect(try store.key(key.id)?.lastUsedAt == store.clock.now())
        store.state.withLock { $0.isAway = true }
        #expect(throws: QueueError.self) { try ring.identity(of: key.text) }
    }
}

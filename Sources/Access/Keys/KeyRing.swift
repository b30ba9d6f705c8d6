internal import Linux
public import Queueing
internal import Synchronization

/// The keys of the database, each looked up once in a while.
///
/// A key that was found, or was not, is remembered for `age`, two seconds if not said otherwise: for so long a revoked key
/// may still be let in. An expiry counts at once.
public final class KeyRing: Authenticating {
    private struct Known {
        var record: KeyRecord?
        var until: UInt64
    }

    private struct State {
        var known: [String: Known] = [:]
        var used: [String: Timestamp] = [:]
        var nextNote: UInt64 = 0
    }

    /// How many keys are remembered, those included that do not exist.
    private static let most = 10_000

    private let store: any AccessStore
    private let clock: any QueueClock
    private let age: UInt64
    private let state = Mutex(State())

    /// The keys of `store`.
    ///
    /// - Parameters:
    ///   - store: Where they are.
    ///   - clock: By which they expire.
    ///   - age: For how long one is remembered.
    public init(_ store: any AccessStore, clock: any QueueClock = SystemQueueClock(), age: Duration = .seconds(2)) {
        self.store = store
        self.clock = clock
        self.age = UInt64(max(0, age.inMilliseconds)) * 1_000_000
    }

    /// Who has the key `token`, where it was looked up lately.
    public func known(_ token: String) -> Identity? {
        guard let text = KeyText(token) else { return nil }
        let now = Clock.nanoseconds
        let moment = clock.now()
        return state.withLock { state in
            guard let known = state.known[text.id], now < known.until, let record = known.record,
                record.matches(text), record.isValid(at: moment)
            else { return nil }
            state.used[record.id] = moment
            return Identity(keyID: record.id, tenant: record.tenant, scopes: record.scopes)
        }
    }

    /// Whether `token` is one that is remembered, though it may have to be looked up again.
    public func wasRight(_ token: String) -> Bool {
        guard let text = KeyText(token) else { return false }
        return state.withLock { $0.known[text.id]?.record?.matches(text) ?? false }
    }

    /// Who has the key `token`.
    public func identity(of token: String) throws(QueueError) -> Identity? {
        guard let text = KeyText(token) else { return nil }
        let now = Clock.nanoseconds
        let moment = clock.now()
        guard let record = try record(text.id, now) else { return nil }
        // The digest is compared before anything else is: what is told apart by time must not tell which keys there are.
        guard record.matches(text), record.isValid(at: moment) else { return nil }
        note(record.id, moment, now)
        return Identity(keyID: record.id, tenant: record.tenant, scopes: record.scopes)
    }

    /// Writes down which keys were used; called by itself every half minute, and once more at the end of a server.
    public func noteUse() {
        let used = state.withLock { state in
            let used = state.used
            state.used = [:]
            return used
        }
        // When a key was used is of interest; that a request fails because it could not be noted is not.
        if !used.isEmpty { try? store.noteUse(used) }
    }

    private func record(_ id: String, _ now: UInt64) throws(QueueError) -> KeyRecord? {
        let known = state.withLock { $0.known[id] }
        if let known, now < known.until { return known.record }
        let found = try store.key(id)
        state.withLock { state in
            if state.known.count >= Self.most {
                state.known = state.known.filter { now < $0.value.until && $0.value.record != nil }
                if state.known.count >= Self.most { state.known = [:] }
            }
            state.known[id] = Known(record: found, until: now + age)
        }
        return found
    }

    private func note(_ id: String, _ moment: Timestamp, _ now: UInt64) {
        let isDue = state.withLock { state in
            state.used[id] = moment
            if now < state.nextNote { return false }
            let isDue = state.nextNote != 0
            state.nextNote = now + 30_000_000_000
            return isDue
        }
        if isDue { noteUse() }
    }
}

import Access
import Queueing
import Service
import Synchronization
import Testing
import Webhooks

/// Allows everything, and remembers who has asked.
private final class Counter: RateLimiting {
    private let subjects = Mutex<[String]>([])
    var last: String? { subjects.withLock(\.last) }

    func take(_ subject: RateSubject, cost: Int) -> RateDecision {
        subjects.withLock { $0.append(subject.text) }
        return .unlimited
    }

    func takeAtOnce(_ subject: RateSubject, cost: Int) -> RateDecision? { take(subject, cost: cost) }
}

/// Keys that remember who was right, and count how often they are looked up.
private final class Door: Authenticating {
    private let right = Mutex<Set<String>>([])
    private let count = Atomic(0)
    var lookups: Int { count.load(ordering: .sequentiallyConsistent) }

    func identity(of token: String) -> Access.Identity? {
        count.add(1, ordering: .sequentiallyConsistent)
        let identity = ServiceUnderTest.Keys().identity(of: token)
        if identity != nil { right.withLock { _ = $0.insert(token) } }
        return identity
    }

    func wasRight(_ token: String) -> Bool { right.withLock { $0.contains(token) } }
}

private final class Journal: RequestJournal {
    private let addresses = Mutex<[String]>([])
    var last: String? { addresses.withLock(\.last) }

    func failure(_ detail: String, request: String) {}
    func action(_ name: String, _ subject: String, by identity: Access.Identity, from address: String) {
        addresses.withLock { $0.append(address) }
    }
}

struct StrangerTests {
    @Test(
        arguments: [
            // What proxies say, who is counted, and who is in the audit log.
            ([], "127.0.0.1", "127.0.0.1"),
            (["X-Forwarded-For: 192.0.2.7"], "192.0.2.7", "192.0.2.7"),
            (["X-Forwarded-For: 198.51.100.1, 192.0.2.7"], "192.0.2.7", "192.0.2.7"),
            (["X-Forwarded-For: 192.0.2.7, 10.1.2.3"], "192.0.2.7", "192.0.2.7"),
            (["X-Forwarded-For: 192.0.2.7", "X-Forwarded-For: 10.1.2.3,127.0.0.1"], "192.0.2.7", "192.0.2.7"),
            (["X-Forwarded-For: 192.0.2.7:4711"], "192.0.2.7", "192.0.2.7"),
            (["X-Forwarded-For: [2001:DB8:1:2::7]:4711"], "2001:db8:1:2::/64", "2001:db8:1:2::7"),
            (["X-Forwarded-For: 2001:db8:1:2:ffff::1"], "2001:db8:1:2::/64", "2001:db8:1:2:ffff::1"),
            (["X-Forwarded-For: ::ffff:192.0.2.7"], "192.0.2.7", "192.0.2.7"),
            // What is no address is nobody, and what is before it is not believed.
            (["X-Forwarded-For: 192.0.2.7, unknown"], "127.0.0.1", "127.0.0.1"),
            (["X-Forwarded-For: 192.0.2.7, , 10.1.2.3"], "10.1.2.3", "10.1.2.3"),
            (["X-Forwarded-For: 192.0.2.0/24"], "127.0.0.1", "127.0.0.1"),
            (["X-Forwarded-For:"], "127.0.0.1", "127.0.0.1"),
            (["X-Forwarded-For: 10.1.2.3, 10.1.2.4"], "10.1.2.3", "10.1.2.3"),
        ] as [([String], String, String)]
    )
    func `behind a proxy of one's own who has asked is whom it was asked by`(
        fields: [String],
        counted: String,
        noted: String
    ) throws {
        let counter = Counter()
        let journal = Journal()
        let local = try #require(AddressRule.Network("127.0.0.1"))
        let inner = try #require(AddressRule.Network("10.1.0.0/16"))
        let test = try ServiceUnderTest { settings in
            settings.rates = counter
            settings.journal = journal
            settings.clients = ClientAddress(proxies: [local, inner])
        }
        defer { test.end() }
        #expect(try test.call("GET", "/v1/submissions", key: nil, fields: fields).status == 401)
        #expect(counter.last == "address:" + counted)
        #expect(try test.call("GET", "/v1/submissions", key: "wrong", fields: fields).status == 401)
        #expect(counter.last == "address:" + counted)
        let webhook = #"{"url":"https://example.org/"}"#
        #expect(try test.call("POST", "/v1/webhooks", fields: fields, json: webhook).status == 201)
        #expect(journal.last == noted)
    }

    @Test func `who is no proxy of one's own is not believed`() throws {
        let counter = Counter()
        let test = try ServiceUnderTest { settings in settings.rates = counter }
        defer { test.end() }
        let fields = ["X-Forwarded-For: 192.0.2.7"]
        #expect(try test.call("GET", "/v1/submissions", key: nil, fields: fields).status == 401)
        #expect(counter.last == "address:127.0.0.1")
    }

    @Test func `who has guessed too often is not looked up, unless they were right once`() throws {
        let door = Door()
        let clock = ManualQueueClock()
        var queueSettings = QueueSettings()
        queueSettings.clock = clock
        let test = try ServiceUnderTest(queueSettings) { settings in
            settings.keys = door
            guard let store = settings.queue as? any AccessStore else { return }
            let rule = RateRule(name: "address", burst: 10, window: .seconds(60))
            settings.rates = SharedRateLimit(store, address: rule, clock: clock)
        }
        defer { test.end() }
        func status(_ key: String) throws -> Int { try test.call("GET", "/v1/submissions", key: key).status }
        #expect(try status("t-both") == 200)
        for (key, expected) in [("wrong", 401), ("false", 401), ("untrue", 429)] {
            #expect(try status(key) == expected)
        }
        let lookups = door.lookups
        for _ in 0..<3 { #expect(try status("guess") == 429) }
        #expect(door.lookups == lookups)
        let refused = try test.call("GET", "/v1/submissions", key: "guess")
        #expect(refused.head.lowercased().contains("\r\nratelimit: \"address\";r=0"), "\(refused.head)")
        #expect(try status("t-both") == 200)
        // A right one that was never seen cannot be told from a guess.
        #expect(try status("u-both") == 429)
        clock.advance(by: .seconds(60))
        #expect(try status("u-both") == 200)
    }

    @Test func `whether the database is there is asked once a second, and known in between`() throws {
        let clock = ManualQueueClock()
        let database = FlakyDatabase()
        let readiness = Readiness(clock: clock) { try database.ask() }
        #expect(try readiness.known() == nil)
        try readiness.ask()
        for _ in 0..<100 { #expect(try readiness.known() != nil) }
        database.isAway.withLock { $0 = true }
        clock.advance(by: .milliseconds(999))
        #expect(try readiness.known() != nil)
        clock.advance(by: .milliseconds(1))
        #expect(try readiness.known() == nil && database.asked == 1)
        #expect(throws: QueueError.self) { try readiness.ask() }
        let fault = try #require(throws: Fault.self) { try readiness.known() }
        #expect(fault.code == .queueUnavailable && database.asked == 2)
        database.isAway.withLock { $0 = false }
        clock.advance(by: .seconds(1))
        #expect(try readiness.known() == nil)
        try readiness.ask()
        #expect(try readiness.known() != nil && database.asked == 3)
    }

    @Test func `while the database is asked all others are told what it said last, for a while`() throws {
        let clock = ManualQueueClock()
        let database = FlakyDatabase()
        let slow = Slow(clock: clock, database)
        try slow.readiness.ask()
        clock.advance(by: .seconds(2))
        slow.during = {
            // Somebody else, in the middle of it.
            #expect(try slow.readiness.known() != nil)
            try slow.readiness.ask()
            clock.advance(by: .seconds(9))
            let fault = try #require(throws: Fault.self) { try slow.readiness.known() }
            #expect(fault.code == .queueUnavailable)
        }
        try slow.readiness.ask()
        #expect(database.asked == 2)
        #expect(try slow.readiness.known() != nil)
    }
}

private final class FlakyDatabase: Sendable {
    let isAway = Mutex(false)
    private let count = Atomic(0)
    var asked: Int { count.load(ordering: .sequentiallyConsistent) }

    func ask() throws {
        count.add(1, ordering: .sequentiallyConsistent)
        if isAway.withLock({ $0 }) { throw QueueError.unavailable(database: "it", detail: "it is away") }
    }
}

/// Readiness of a database during whose answer other things happen.
private final class Slow {
    private(set) var readiness: Readiness
    var during: () throws -> Void {
        get { hook.body }
        set { hook.body = newValue }
    }

    /// Only the test's own thread is here.
    private final class Hook: @unchecked Sendable {
        var body: () throws -> Void = {}
    }

    private let hook: Hook

    init(clock: ManualQueueClock, _ database: FlakyDatabase) {
        let hook = Hook()
        self.hook = hook
        readiness = Readiness(clock: clock) {
            try database.ask()
            let body = hook.body
            hook.body = {}
            try body()
        }
    }
}

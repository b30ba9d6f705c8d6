internal import Access
internal import Queueing
internal import Testing
internal import Webhooks

extension Workshop {
    /// One more connection to the database, with all that it holds.
    func database(
        _ change: (inout QueueSettings) -> Void = { _ in }
    ) throws -> any JobQueue & AccessStore & WebhookStore {
        try #require(try queue(change) as? any JobQueue & AccessStore & WebhookStore)
    }

    fileprivate func newKey(_ id: String, tenant: String = "a") -> KeyRecord {
        KeyRecord(
            id: id,
            digest: KeyText.random().digest,
            name: "key '\(id)'\u{e9}",
            tenant: tenant,
            scopes: [.submit, .read],
            createdAt: clock.now()
        )
    }
}

extension QueueRequirement {
    static let access: [QueueRequirement] = [
        QueueRequirement("a key comes back as it was kept, and no other one takes its id") { workshop in
            let store = try workshop.database()
            var key = workshop.newKey("k1")
            key.expiresAt = workshop.clock.now() + .seconds(60)
            try store.add(key)
            workshop.clock.advance(by: .seconds(1))
            let other = workshop.newKey("k2", tenant: "b")
            try store.add(other)
            #expect(try workshop.database().key("k1") == key)
            #expect(try store.key("k") == nil)
            #expect(try store.keys(of: nil) == [key, other])
            #expect(try store.keys(of: "b") == [other])
            let same = workshop.newKey("k1")
            expectError("a refusal of an id that is taken") {
                try store.add(same)
            } isRight: { error in
                if case .invalid = error { true } else { false }
            }
            #expect(try store.key("k1") == key)
        },
        QueueRequirement("a revoked key stays revoked, and its last use only goes forward") { workshop in
            let store = try workshop.database()
            try store.add(workshop.newKey("k1"))
            let start = workshop.clock.now()
            try store.noteUse(["k1": start + .seconds(9), "nobody": start])
            try store.noteUse(["k1": start + .seconds(5)])
            #expect(try store.revokeKey("k1"))
            workshop.clock.advance(by: .seconds(10))
            #expect(try store.revokeKey("k1"))
            #expect(try !store.revokeKey("nobody"))
            let key = try #require(try workshop.database().key("k1"))
            #expect(key.revokedAt == start && key.lastUsedAt == start + .seconds(9))
            #expect(!key.isValid(at: workshop.clock.now()))
        },
        QueueRequirement("several servers take tokens of one bucket, never more than there are") { workshop in
            let rule = RateRule(name: "key", burst: 100, window: .seconds(100))
            let stores = try (0..<3).map { _ in try workshop.database() }
            let taken = Counter()
            try together(
                (0..<6).map { number in
                    { () throws -> Void in
                        for _ in 0..<20 {
                            let count = try stores[number % 3].takeTokens(of: "key:k", needed: 1, wanted: 7, rule).count
                            for _ in 0..<count { taken.add() }
                        }
                    }
                }
            )
            #expect(taken.value == 100)
            let empty = try stores[0].takeTokens(of: "key:k", needed: 1, wanted: 7, rule)
            #expect(empty.count == 0 && empty.bucket.wait(for: 3, rule) == 3000)
            workshop.clock.advance(by: .seconds(3))
            #expect(try stores[1].takeTokens(of: "key:k", needed: 1, wanted: 7, rule).count == 3)
            #expect(try stores[1].takeTokens(of: "key:other", needed: 1, wanted: 7, rule).count == 7)
            workshop.clock.advance(by: .seconds(7200))
            _ = try stores[0].forgetAccess(olderThan: .seconds(1))
            #expect(try stores[2].takeTokens(of: "key:k", needed: 100, wanted: 100, rule).count == 100)
        },
        QueueRequirement("the audit log goes from the newest entry to the oldest, and old ones go") { workshop in
            let store = try workshop.database()
            func entry(_ object: String, tenant: String) -> AuditEntry {
                AuditEntry(
                    at: workshop.clock.now(),
                    actor: "k1",
                    tenant: tenant,
                    action: "submission.create",
                    object: object,
                    address: "192.0.2.7",
                    outcome: "ok"
                )
            }
            try store.audit([entry("1", tenant: "a"), entry("2", tenant: "b"), entry("3", tenant: "a")])
            workshop.clock.advance(by: .seconds(100))
            try store.audit([entry("4", tenant: "a")])
            let all = try workshop.database().auditEntries(of: nil, before: nil, limit: 3)
            #expect(all.map(\.object) == ["4", "3", "2"])
            #expect(try store.auditEntries(of: nil, before: all.last?.number, limit: 3).map(\.object) == ["1"])
            #expect(try store.auditEntries(of: "a", before: nil, limit: 9).map(\.object) == ["4", "3", "1"])
            #expect(
                all.first.map { [$0.actor, $0.tenant, $0.action, $0.address, $0.outcome] }
                    == ["k1", "a", "submission.create", "192.0.2.7", "ok"]
            )
            #expect(try store.forgetAccess(olderThan: .seconds(50)) == 3)
            #expect(try store.auditEntries(of: nil, before: nil, limit: 9).map(\.object) == ["4"])
        },
    ]
}

internal import Queueing
internal import Testing
internal import Webhooks

extension JobQueue where Self: WebhookStore {
    /// Ends so many jobs, which are told to an endpoint.
    fileprivate func end(_ count: Int, _ endpoint: Endpoint, _ worker: WorkerID) throws {
        for _ in 0..<count {
            var job = try newJob(tenant: "nobody")
            job.webhook = endpoint.id
            _ = try enqueue(job)
            try complete(leaseOne(worker), .accepted, after: [])
        }
    }

    fileprivate func claim(_ count: Int, most: Int = 100) throws -> [ClaimedDelivery] {
        try claim(count, for: .seconds(60), load: HostLoad(most: most))
    }

    fileprivate func settle(_ claimed: ClaimedDelivery, _ fate: DeliveryFate, status: Int? = 500) throws -> Bool {
        let attempt = DeliveryAttempt(
            number: claimed.delivery.attempts + 1,
            at: settings.clock.now(),
            duration: .milliseconds(12),
            status: status,
            error: status == 200 ? "" : "it failed"
        )
        return try settle(claimed, attempt, fate)
    }

    fileprivate func states(_ filter: DeliveryFilter = DeliveryFilter()) throws -> [Delivery.State] {
        try deliveries(filter, before: nil, limit: 100).map(\.state).reversed()
    }
}

extension QueueRequirement {
    static let sending: [QueueRequirement] = [
        QueueRequirement("a message is given to one sender, and to another when that one is lost") { workshop in
            let queue = try workshop.database()
            let worker = try queue.newWorker()
            let endpoint = try queue.add(try workshop.endpoint())
            try queue.end(3, endpoint, worker)
            let first = try queue.claim(2)
            let rest = try workshop.database().claim(9)
            #expect(rest.allSatisfy { one in first.allSatisfy { $0.delivery.number < one.delivery.number } })
            #expect(first.count == 2 && rest.count == 1 && first.allSatisfy { $0.endpoint == endpoint })
            #expect(try queue.claim(9).isEmpty)
            #expect(try queue.settle(first[0], .delivered, status: 200))
            #expect(try !queue.settle(first[0], .delivered, status: 200))
            workshop.clock.advance(by: .seconds(61))
            let again = try queue.claim(9)
            #expect(Set(again.map(\.delivery.id)) == [first[1].delivery.id, rest[0].delivery.id])
            // Who was too slow changes nothing any more.
            #expect(try !queue.settle(first[1], .delivered, status: 200))
            #expect(try queue.states() == [.delivered, .waiting, .waiting])
            #expect(try queue.deliveryCounts() == [.delivered: 1, .waiting: 2])
        },
        QueueRequirement("a message waits as long as it is told to, and every try is in its log") { workshop in
            let queue = try workshop.database()
            let endpoint = try queue.add(try workshop.endpoint())
            let worker = try queue.newWorker()
            try queue.end(1, endpoint, worker)
            let first = try #require(try queue.claim(1).first)
            let later = workshop.clock.now() + .seconds(25)
            #expect(try queue.settle(first, .again(at: later, reason: "it failed")))
            workshop.clock.advance(by: .seconds(24))
            #expect(try queue.claim(1).isEmpty)
            workshop.clock.advance(by: .seconds(1))
            let second = try #require(try queue.claim(1).first)
            #expect(second.tried == 1 && second.delivery.id == first.delivery.id && second.delivery.attempts == 1)
            #expect(try queue.settle(second, .dead(reason: "no more"), status: nil))
            let found = try #require(try queue.delivery(first.delivery.id))
            #expect(
                found.delivery.state == .dead && found.delivery.attempts == 2 && found.delivery.error == "it failed"
            )
            #expect(found.attempts.map(\.number) == [1, 2] && found.attempts.map(\.status) == [500, nil])
            #expect(found.attempts.map(\.duration) == [.milliseconds(12), .milliseconds(12)])
            #expect(try queue.delivery("msg_nobody") == nil)
        },
        QueueRequirement("an endpoint in trouble is left alone, and then asked with one message") { workshop in
            let queue = try workshop.database()
            let worker = try queue.newWorker()
            let bad = try queue.add(try workshop.endpoint("a", url: "http://bad.example/"))
            let good = try queue.add(try workshop.endpoint("b", url: "http://good.example/"))
            try queue.end(Circuit.limit + 3, bad, worker)
            for one in try queue.claim(Circuit.limit) {
                let later = workshop.clock.now() + .seconds(3600)
                #expect(try queue.settle(one, .again(at: later, reason: "it failed")))
            }
            try queue.end(1, good, worker)
            // Three of the bad host's are due before the good one's.
            #expect(try queue.claim(9).map(\.delivery.host) == ["good.example:80"])
            workshop.clock.advance(by: .seconds(31))
            let probe = try queue.claim(9)
            #expect(probe.map(\.delivery.host) == ["bad.example:80"])
            #expect(try queue.claim(9).isEmpty)
            #expect(try queue.settle(try #require(probe.first), .delivered, status: 200))
            workshop.clock.advance(by: Circuit.probe)
            #expect(try queue.claim(9).filter { $0.delivery.host == "bad.example:80" }.count == 2)
        },
        QueueRequirement("an endpoint that fails keeps no other one at its host waiting, of whatever tenant") {
            workshop in
            let queue = try workshop.database()
            let worker = try queue.newWorker()
            let bad = try queue.add(try workshop.endpoint("a", url: "http://shared.example/bad"))
            let theirs = try queue.add(try workshop.endpoint("a", url: "http://shared.example/good"))
            let others = try queue.add(try workshop.endpoint("b", url: "http://shared.example/good"))
            try queue.end(Circuit.limit + 3, bad, worker)
            for one in try queue.claim(Circuit.limit) {
                let later = workshop.clock.now() + .seconds(3600)
                #expect(try queue.settle(one, .again(at: later, reason: "it failed")))
            }
            try queue.end(1, theirs, worker)
            try queue.end(1, others, worker)
            let good = try queue.claim(9)
            #expect(good.map(\.endpoint.id) == [theirs.id, others.id])
            for one in good { #expect(try queue.settle(one, .delivered, status: 200)) }
            // That they get through says nothing of the one that fails.
            #expect(try queue.claim(9).isEmpty)
            workshop.clock.advance(by: .seconds(31))
            #expect(try queue.claim(9).map(\.endpoint.id) == [bad.id])
        },
        QueueRequirement("a tenant whose messages to a host are slow leaves room there for others") { workshop in
            let queue = try workshop.database()
            let worker = try queue.newWorker()
            let slow = try queue.add(try workshop.endpoint("a", url: "http://shared.example/slow"))
            let quick = try queue.add(try workshop.endpoint("b", url: "http://shared.example/quick"))
            try queue.end(5, slow, worker)
            var load = HostLoad(most: 2)
            for one in try queue.claim(8, for: .seconds(60), load: load) {
                #expect(one.endpoint.id == slow.id)
                load.add(one.delivery.host, one.delivery.tenant)
            }
            #expect(load.fullPairs == ["shared.example:80 a"] && load.fullHosts.isEmpty)
            // The rest of them is nothing to wait for.
            #expect(try !queue.waitForDeliveries(beside: load, timeout: .zero))
            try queue.end(1, quick, worker)
            #expect(try queue.waitForDeliveries(beside: load, timeout: .seconds(300)))
            #expect(try queue.claim(8, for: .seconds(60), load: load).map(\.endpoint.id) == [quick.id])
        },
        QueueRequirement("a slow host does not keep others waiting, however much there is for it") { workshop in
            let queue = try workshop.database()
            let worker = try queue.newWorker()
            let slow = try queue.add(try workshop.endpoint("a", url: "http://slow.example/"))
            let quick = try queue.add(try workshop.endpoint("b", url: "http://quick.example/"))
            try queue.end(205, slow, worker)
            try queue.end(1, quick, worker)
            var load = HostLoad(most: 2)
            let first = try queue.claim(8, for: .seconds(60), load: load)
            #expect(first.map(\.delivery.host) == ["slow.example:80", "slow.example:80"])
            for one in first { load.add(one.delivery.host, one.delivery.tenant) }
            let second = try queue.claim(8, for: .seconds(60), load: load)
            #expect(second.map(\.delivery.host) == ["quick.example:80"])
            load.remove("slow.example:80", slow.tenant)
            workshop.clock.advance(by: .seconds(1))
            #expect(try queue.claim(8, for: .seconds(60), load: load).map(\.delivery.host) == ["slow.example:80"])
        },
        QueueRequirement("a receiver that is gone is told nothing any more, and what waits for it is given up") {
            workshop in
            let queue = try workshop.database()
            let worker = try queue.newWorker()
            let endpoint = try queue.add(try workshop.endpoint())
            try queue.end(3, endpoint, worker)
            let one = try #require(try queue.claim(1).first)
            #expect(try queue.settle(one, .gone(reason: "the receiver answered 410"), status: 410))
            #expect(try queue.states() == [.dead, .dead, .dead])
            #expect(try queue.endpoint(endpoint.id)?.disabled == "the receiver answered 410")
            try queue.end(1, endpoint, worker)
            #expect(try queue.states().count == 3)
            expectError("a refusal of an endpoint that is told nothing") {
                try queue.replay(one.delivery.id)
            } isRight: { error in
                if case .invalid = error { true } else { false }
            }
            #expect(try queue.replay(DeliveryFilter(), limit: 9) == 0)
        },
        QueueRequirement("messages are sent again, one or many, with as many tries as new ones") { workshop in
            let queue = try workshop.database()
            let worker = try queue.newWorker()
            let endpoint = try queue.add(try workshop.endpoint("a"))
            let other = try queue.add(try workshop.endpoint("b", url: "http://b.example/"))
            try queue.end(4, endpoint, worker)
            try queue.end(1, other, worker)
            let claimed = try queue.claim(9)
            for one in claimed.dropFirst() { #expect(try queue.settle(one, .dead(reason: "no"))) }
            #expect(try queue.settle(claimed[0], .delivered, status: 200))
            #expect(try queue.replay(DeliveryFilter(state: .waiting), limit: 9) == 0)
            #expect(try queue.replay(DeliveryFilter(tenant: "a"), limit: 2) == 2)
            #expect(try queue.states(DeliveryFilter(tenant: "a")) == [.delivered, .waiting, .waiting, .dead])
            try queue.replay(claimed[0].delivery.id)
            let again = try queue.claim(9)
            #expect(again.count == 3 && again.allSatisfy { $0.tried == 0 && $0.delivery.attempts == 1 })
            #expect(again.first?.delivery.id == claimed[0].delivery.id)
            #expect(try queue.replay(DeliveryFilter(state: .dead), limit: 9) == 2)
            expectError("a refusal of a message that there is not") {
                try queue.replay("msg_x")
            } isRight: { error in
                if case .invalid = error { true } else { false }
            }
        },
        QueueRequirement("messages that came to their end long ago go, and endpoints that nobody needs") { workshop in
            let queue = try workshop.database()
            let worker = try queue.newWorker()
            let url = try EndpointURL("http://a.example/")
            let single = try queue.add(.single(tenant: "a", url: url, at: workshop.clock.now()))
            try queue.end(2, single, worker)
            let one = try #require(try queue.claim(1).first)
            #expect(try queue.settle(one, .delivered, status: 200))
            workshop.clock.advance(by: .seconds(100))
            #expect(try queue.forgetDeliveries(olderThan: .seconds(50)) == 1)
            #expect(try queue.states() == [.waiting] && queue.endpoint(single.id) != nil)
            let two = try #require(try queue.claim(1).first)
            #expect(try queue.settle(two, .delivered, status: 200))
            workshop.clock.advance(by: .seconds(100))
            #expect(try queue.forgetDeliveries(olderThan: .seconds(50)) == 1)
            #expect(try queue.endpoint(single.id) == nil)
        },
        QueueRequirement(
            "who waits for messages is woken by a job's end, by a message that is sent again, and by the time"
        ) {
            workshop in
            let (queue, other) = (try workshop.database(), try workshop.database())
            let worker = try other.newWorker()
            let endpoint = try other.add(try workshop.endpoint())
            #expect(try !queue.waitForDeliveries(beside: HostLoad(), timeout: .zero))
            let wait: @Sendable () throws -> Void = {
                let isDue = try queue.waitForDeliveries(beside: HostLoad(), timeout: .seconds(300))
                #expect(isDue)
            }
            try together([wait, { try other.end(1, endpoint, worker) }])
            // What is due to a host that takes no more is nothing to wait for.
            var load = HostLoad(most: 2, ofTenant: 3)
            load.add(endpoint.host, "other")
            load.add("x:1", endpoint.tenant)
            #expect(try queue.waitForDeliveries(beside: load, timeout: .seconds(300)))
            var full = load
            for tenant in ["other", "third", "fourth"] { full.add(endpoint.host, tenant) }
            #expect(try !queue.waitForDeliveries(beside: full, timeout: .zero))
            #expect(try queue.claim(1, for: .seconds(60), load: full).isEmpty)
            // Nor is one of a tenant that has enough under way.
            for host in ["y:1", "z:1"] { load.add(host, endpoint.tenant) }
            #expect(try !queue.waitForDeliveries(beside: load, timeout: .zero))
            #expect(try queue.claim(1, for: .seconds(60), load: load).isEmpty)
            let first = try #require(try other.claim(1).first)
            // It is in somebody's hands.
            #expect(try !queue.waitForDeliveries(beside: HostLoad(), timeout: .zero))
            let later = workshop.clock.now() + .milliseconds(20)
            try together([
                wait,
                {
                    let isOurs = try other.settle(first, .again(at: later, reason: "it failed"))
                    #expect(isOurs)
                    workshop.clock.advance(by: .milliseconds(20))
                },
            ])
            let second = try #require(try other.claim(1).first)
            #expect(try other.settle(second, .dead(reason: "no more")))
            #expect(try !queue.waitForDeliveries(beside: HostLoad(), timeout: .zero))
            try together([wait, { try other.replay(first.delivery.id) }])
            let third = try #require(try other.claim(1).first)
            #expect(try other.settle(third, .dead(reason: "no more")))
            try together([
                wait,
                {
                    let count = try other.replay(DeliveryFilter(), limit: 9)
                    #expect(count == 1)
                },
            ])
        },
        QueueRequirement("a wait for messages ends when it is called off") { workshop in
            let queue = try workshop.database()
            let ended = Counter()
            try together([
                {
                    let isDue = try queue.waitForDeliveries(beside: HostLoad(), timeout: .seconds(600))
                    #expect(!isDue)
                    ended.add()
                },
                // A wait that had not begun when it was called off goes on: so, until it has ended.
                { while ended.value < 1 { queue.wakeSenders() } },
            ])
        },
    ]
}

internal import Queueing
internal import Testing
internal import Webhooks

extension Workshop {
    /// An endpoint that is told of all that a tenant's submissions come to.
    func endpoint(
        _ tenant: String = NewJob.defaultTenant,
        key: String? = nil,
        url: String = "https://example.org/hook",
        kinds: Set<Endpoint.Kind> = Set(Endpoint.Kind.allCases)
    ) throws -> Endpoint {
        .standing(tenant: tenant, key: key, url: try EndpointURL(url), kinds: kinds, at: clock.now())
    }
}

extension JobQueue where Self: WebhookStore {
    /// Enqueues a job and ends it; gives the endpoints that are told.
    fileprivate func told(_ new: NewJob, _ worker: WorkerID, isFinal: Bool) throws -> Set<String> {
        let id = try enqueue(new).id
        #expect(try known(id).submitted == new)
        let lease = try leaseOne(worker)
        #expect(lease.job.submitted == new)
        if isFinal {
            _ = try fail(lease, reason: "no", isFinal: true)
        } else {
            try complete(lease, .accepted, after: [])
        }
        return Set(try deliveries(DeliveryFilter(job: id), before: nil, limit: 9).map(\.endpoint))
    }
}

extension QueueRequirement {
    static let outbox: [QueueRequirement] = [
        QueueRequirement("a job's end is told to its tenant's endpoints, in the same step") { workshop in
            let queue = try workshop.database()
            let worker = try queue.newWorker()
            let endpoint = try queue.add(try workshop.endpoint())
            #expect(try queue.add(try workshop.endpoint("other")).tenant == "other")
            let done = try queue.enqueue(try queue.newJob()).id
            let lease = try queue.leaseOne(worker)
            workshop.clock.advance(by: .seconds(1))
            let result = JobResult(verdict: "AC", score: 12.5, report: Array("{}".utf8))
            #expect(try queue.deliveries(DeliveryFilter(), before: nil, limit: 9).isEmpty)
            try queue.complete(lease, result, after: [])
            // Once more has no effect, and so tells nothing.
            try queue.complete(lease, result, after: [])
            let told = try queue.deliveries(DeliveryFilter(), before: nil, limit: 9)
            #expect(told.count == 1)
            let message = try #require(told.first)
            #expect(message.endpoint == endpoint.id && message.host == "example.org:443" && message.job == done)
            #expect(message.kind == .finished && message.at == workshop.clock.now() && message.state == .waiting)
            #expect(message.problem == "hello" && message.language == "python3" && message.tenant == "default")
            #expect(message.verdict == "AC" && message.score == 12.5 && message.reason == nil)
            #expect(message.id.hasPrefix("msg_") && message.id.count == 28)
        },
        QueueRequirement("whatever way a job ends is told, and what does not end it is not") { workshop in
            let queue = try workshop.database()
            let worker = try queue.newWorker()
            _ = try queue.add(try workshop.endpoint())
            let dead = try queue.enqueue(try queue.newJob()).id
            let lease = try queue.leaseOne(worker)
            _ = try queue.fail(lease, reason: "not yet", isFinal: false)
            #expect(try queue.deliveries(DeliveryFilter(), before: nil, limit: 9).isEmpty)
            workshop.clock.advance(by: .seconds(600))
            _ = try queue.fail(queue.leaseOne(worker), reason: "no such language", isFinal: true)
            let waiting = try queue.enqueue(try queue.newJob()).id
            _ = try queue.cancel(waiting)
            let running = try queue.enqueue(try queue.newJob()).id
            let last = try queue.leaseOne(worker)
            _ = try queue.cancel(running)
            try queue.confirmCancellation(last)
            let told = try queue.deliveries(DeliveryFilter(), before: nil, limit: 9)
            #expect(told.map(\.job) == [running, waiting, dead])
            #expect(told.map(\.kind) == [.cancelled, .cancelled, .dead])
            #expect(told.last?.reason?.contains("no such language") == true && told.last?.verdict == nil)
            try queue.retry(dead)
            try queue.complete(queue.leaseOne(worker), .accepted, after: [])
            let again = try queue.deliveries(DeliveryFilter(job: dead), before: nil, limit: 9)
            #expect(again.map(\.kind) == [.finished, .dead])
        },
        QueueRequirement("a job whose request has any character in it ends, and that is told") { workshop in
            let queue = try workshop.database()
            let worker = try queue.newWorker()
            let endpoint = try queue.add(try workshop.endpoint())
            var job = try queue.newJob()
            job.request.notes = ["a \0 \u{1}\u{7f}\u{ffff}\u{10ffff}": "\0\"\\\u{202e}"]
            #expect(try queue.told(job, worker, isFinal: false) == [endpoint.id])
            #expect(try queue.told(job, worker, isFinal: true) == [endpoint.id])
            let told = try queue.deliveries(DeliveryFilter(), before: nil, limit: 9)
            #expect(told.map(\.language) == ["python3", "python3"])
        },
        QueueRequirement("a result under a lost lease tells nothing") { workshop in
            let queue = try workshop.database()
            let worker = try queue.newWorker()
            _ = try queue.add(try workshop.endpoint())
            _ = try queue.enqueue(try queue.newJob())
            let lost = try queue.leaseOne(worker)
            workshop.clock.advance(by: .seconds(60))
            _ = try queue.tidy()
            expectError("a lost lease") {
                try queue.complete(lost, .accepted, after: [])
            } isRight: { error in
                error == .lostLease(lost.job.id)
            }
            #expect(try queue.deliveries(DeliveryFilter(), before: nil, limit: 9).isEmpty)
        },
        QueueRequirement("an endpoint is told what it asked for: kinds, a key, single submissions") { workshop in
            let queue = try workshop.database()
            let worker = try queue.newWorker()
            let deaths = try queue.add(try workshop.endpoint(kinds: [.dead]))
            let ofKey = try queue.add(try workshop.endpoint(key: "k1"))
            let url = try EndpointURL("http://192.0.2.1:8080/x?y")
            let new = Endpoint.single(tenant: "default", url: url, secret: .made(from: "a"), at: workshop.clock.now())
            let single = try queue.add(new)
            #expect(try queue.add(new) == single)
            #expect(try queue.endpoint(single.id) == single)
            func end(isFinal: Bool = false, _ change: (inout NewJob) -> Void) throws -> Set<String> {
                var job = try queue.newJob()
                change(&job)
                return try queue.told(job, worker, isFinal: isFinal)
            }
            #expect(try end { _ in } == [])
            #expect(try end(isFinal: true) { _ in } == [deaths.id])
            #expect(try end { $0.apiKey = "k1" } == [ofKey.id])
            #expect(try end { $0.apiKey = "k2" } == [])
            #expect(try end { $0.webhook = single.id } == [single.id])
            #expect(
                try end {
                    $0.webhook = ofKey.id; $0.apiKey = "k1"
                } == [ofKey.id]
            )
            #expect(try end { $0.webhook = "ep_nobody" } == [])
            #expect(try queue.disableEndpoint(single.id, "a test"))
            #expect(try end { $0.webhook = single.id } == [])
            #expect(try queue.disableEndpoint(single.id, nil))
            #expect(try end { $0.webhook = single.id } == [single.id])
            #expect(try queue.removeEndpoint(ofKey.id) && !queue.removeEndpoint("ep_nobody"))
            #expect(try end { $0.apiKey = "k1" } == [])
        },
        QueueRequirement("endpoints are listed page by page, the oldest first, however many there are") { workshop in
            let queue = try workshop.database()
            var made: [Endpoint] = []
            // Two of each moment, so that a page's end is between them.
            for number in 0..<7 {
                if number % 2 == 0 { workshop.clock.advance(by: .seconds(1)) }
                made.append(try queue.add(try workshop.endpoint(number < 5 ? "a" : "b", key: number == 3 ? "k" : nil)))
            }
            let url = try EndpointURL("https://example.org/")
            _ = try queue.add(.single(tenant: "a", url: url, secret: .made(from: "a"), at: workshop.clock.now()))
            var seen: [Endpoint] = []
            while true {
                let place = seen.last.map(EndpointPlace.init)
                let page = try queue.endpoints(of: nil, key: nil, after: place, limit: 1)
                if page.isEmpty { break }
                seen += page
                // What is gone does not stand in the way of those behind it.
                #expect(try queue.removeEndpoint(page[0].id))
            }
            #expect(Set(seen) == Set(made) && seen.count == made.count)
            #expect(seen.map(\.createdAt) == made.map(\.createdAt))
            for one in made { _ = try queue.add(one) }
            #expect(Set(try queue.endpoints(of: "a", key: nil, after: nil, limit: 9)) == Set(made.prefix(5)))
            #expect(try queue.endpoints(of: "a", key: "k", after: nil, limit: 9) == [made[3]])
            #expect(try queue.endpoints(of: "b", key: "k", after: nil, limit: 9).isEmpty)
        },
        QueueRequirement("an endpoint that was forgotten has the secret again that its receiver knows") { workshop in
            let queue = try workshop.database()
            let url = try EndpointURL("https://example.org/hook")
            func add(_ queue: some WebhookStore, _ tenant: String = "a") throws -> Endpoint {
                let source = SecretSource.made(from: try queue.ownSecret())
                return try queue.add(.single(tenant: tenant, url: url, secret: source, at: workshop.clock.now()))
            }
            let first = try add(queue)
            workshop.clock.advance(by: .seconds(100))
            _ = try queue.forgetDeliveries(olderThan: .seconds(50))
            #expect(try queue.endpoint(first.id) == nil)
            let other = try workshop.database()
            let second = try add(other)
            #expect(second.id == first.id && second.secret == first.secret)
            #expect(try add(other, "b").secret != first.secret)
            #expect(try other.ownSecret().utf8.count >= 64)
        },
    ]
}

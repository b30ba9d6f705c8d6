internal import Core
internal import Queueing
internal import Synchronization
internal import Testing

/// A number that threads share.
final class Counter: Sendable {
    private let number = Atomic(0)
    var value: Int { number.load(ordering: .sequentiallyConsistent) }
    func add() { number.add(1, ordering: .sequentiallyConsistent) }
}

extension QueueRequirement {
    static let lists: [QueueRequirement] = [
        QueueRequirement("a list goes from the newest job to the oldest, page by page") { workshop in
            let queue = try workshop.queue()
            var ids = try queue.enqueue(Array(repeating: try queue.newJob(), count: 10)).map(\.id)
            var listed: [JobID] = []
            var cursor: JobCursor?
            repeat {
                let page = try queue.list(JobFilter(), after: cursor, limit: 4)
                listed += page.jobs.map(\.id)
                cursor = page.next.flatMap { JobCursor(text: $0.text) }
                // What comes meanwhile does not move the pages.
                _ = try queue.enqueue(try queue.newJob())
            } while cursor != nil
            ids.reverse()
            #expect(listed == ids)
        },
        QueueRequirement("a list shows what was asked for") { workshop in
            let queue = try workshop.queue()
            let worker = try queue.newWorker()
            var other = try queue.newJob(tenant: "a")
            other.request.problem.name = "other"
            let jobs = [
                try queue.newJob(tenant: "a"), try queue.newJob(tenant: "a"), try queue.newJob(tenant: "b"), other,
            ]
            let ids = try queue.enqueue(jobs + [queue.newJob(tenant: "a")]).map(\.id)
            let leases = try queue.lease(3, for: worker, labels: [])
            try queue.complete(try #require(leases.first { $0.job.id == ids[0] }), .accepted)
            let running = leases.map(\.job.id).filter { $0 != ids[0] }
            _ = try queue.cancel(ids[4])
            func list(_ filter: JobFilter) throws -> Set<JobID> {
                Set(try queue.list(filter, after: nil, limit: 100).jobs.map(\.id))
            }
            #expect(try list(JobFilter(states: [.done])) == [ids[0]])
            #expect(try list(JobFilter(states: [.running])) == Set(running))
            #expect(try list(JobFilter(states: [.cancelled])) == [ids[4]])
            #expect(try list(JobFilter(states: [.dead])).isEmpty)
            #expect(try list(JobFilter(states: [.queued, .cancelled])) == Set(ids).subtracting(running + [ids[0]]))
            #expect(try list(JobFilter(tenant: "b")) == [ids[2]])
            #expect(try list(JobFilter(tenant: "nobody")).isEmpty)
            #expect(try list(JobFilter(problem: "other")) == [ids[3]])
            workshop.clock.advance(by: .seconds(1))
            #expect(try list(JobFilter(endedBefore: workshop.clock.now())) == [ids[0], ids[4]])
        },
        QueueRequirement("statistics tell how many jobs are where, for how long, and who works") { workshop in
            let queue = try workshop.queue()
            let worker = try queue.newWorker("w", labels: ["a", "b"])
            _ = try queue.enqueue(try queue.newJob(notBefore: workshop.clock.now() + .seconds(600)))
            _ = try queue.enqueue(Array(repeating: try queue.newJob(labels: ["a"]), count: 3))
            workshop.clock.advance(by: .seconds(7))
            _ = try queue.enqueue(Array(repeating: try queue.newJob(labels: ["b"]), count: 2))
            try queue.complete(queue.leaseOne(worker, labels: ["b"]), .accepted)
            _ = try queue.leaseOne(worker, labels: ["b"])
            let statistics = try workshop.queue().statistics()
            #expect(statistics.counts == [.queued: 4, .running: 1, .done: 1])
            #expect(statistics.delayed == 1 && statistics.oldestAge == .seconds(7))
            #expect(statistics.waiting == [.init(labels: ["a"], ready: 3, oldestAge: .seconds(7))])
            #expect(statistics.enqueuedLastMinute == 6 && statistics.endedLastMinute == 1)
            #expect(statistics.workers.map(\.name) == ["w"] && statistics.workers.map(\.running) == [1])
            #expect(statistics.contentBytes > 0)
            workshop.clock.advance(by: .seconds(61))
            #expect(try queue.statistics().enqueuedLastMinute == 0)
        },
    ]

    static let retention: [QueueRequirement] = [
        QueueRequirement("a purge removes jobs that have ended, the oldest first, and nothing else") { workshop in
            let queue = try workshop.queue()
            let worker = try queue.newWorker()
            let ids = try queue.enqueue(Array(repeating: try queue.newJob(key: nil), count: 6)).map(\.id)
            for _ in 0..<3 {
                try queue.complete(queue.leaseOne(worker), .accepted)
                workshop.clock.advance(by: .seconds(1))
            }
            _ = try queue.leaseOne(worker)
            _ = try queue.cancel(ids[5])
            #expect(try queue.purge(JobFilter(states: [.queued, .running]), limit: 100) == 0)
            #expect(try queue.purge(JobFilter(states: [.done]), limit: 2) == 2)
            let states1 = try ids.map { try queue.job($0) != nil }
            #expect(states1 == [false, false, true, true, true, true])
            #expect(try queue.purge(JobFilter(), limit: 100) == 2)
            let states2 = try ids.map { try queue.job($0)?.state }
            #expect(states2 == [nil, nil, nil, .running, .queued, nil])
            #expect(try queue.statistics().counts == [.running: 1, .queued: 1])
        },
        QueueRequirement("jobs are kept as long as the rule says, and an idempotency key as long as its job") {
            workshop in
            let queue = try workshop.queue { $0.retention = RetentionRule(age: .seconds(100), count: nil) }
            let worker = try queue.newWorker()
            let new = try queue.newJob(key: "k")
            let id = try queue.enqueue(new).id
            try queue.complete(queue.leaseOne(worker), .accepted)
            workshop.clock.advance(by: .seconds(100))
            #expect(try queue.tidy().jobs == 0)
            workshop.clock.advance(by: .seconds(1))
            #expect(try queue.tidy().jobs == 1)
            #expect(try queue.job(id) == nil)
            #expect(try queue.enqueue(new).isNew)
            workshop.clock.advance(by: .seconds(1000))
            #expect(try queue.tidy().jobs == 0, "a job that waits is kept")
        },
        QueueRequirement("of jobs that have ended only so many are kept, the latest ones") { workshop in
            let queue = try workshop.queue { $0.retention = RetentionRule(age: nil, count: 2) }
            let ids = try queue.enqueue(Array(repeating: try queue.newJob(), count: 5)).map(\.id)
            for id in ids {
                _ = try queue.cancel(id)
                workshop.clock.advance(by: .seconds(1))
            }
            while try queue.tidy().jobs > 0 {}
            let states3 = try ids.map { try queue.job($0) != nil }
            #expect(states3 == [false, false, false, true, true])
        },
    ]

    static let contents: [QueueRequirement] = [
        QueueRequirement("content comes back byte for byte, and is stored once") { workshop in
            let queue = try workshop.queue()
            for size in [0, 1, 1000, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 5 << 19] {
                let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }
                let digest = try queue.put(bytes)
                let stored = try queue.statistics().contentBytes
                #expect(try workshop.queue().put(bytes) == digest)
                #expect(try queue.statistics().contentBytes == stored)
                #expect(try workshop.queue().get(digest) == bytes, "\(size) bytes")
            }
            let zeros = [UInt8](repeating: 0, count: 1 << 20)
            let before = try queue.statistics().contentBytes
            _ = try queue.put(zeros)
            #expect(try queue.statistics().contentBytes < before + 1 << 16, "it is compressed")
        },
        QueueRequirement("content that is not there, or not all of it, is missing") { workshop in
            let queue = try workshop.queue()
            let digest = ContentDigest(rawValue: String(repeating: "a", count: 64))
            #expect(try queue.records(of: [digest]).isEmpty)
            try queue.storeChunk([0, 1], number: 0, of: digest)
            #expect(try queue.records(of: [digest]).isEmpty)
            let record = ContentRecord(digest: digest, byteCount: (1 << 20) + 1, chunkCount: 2)
            let calls: [() throws -> Void] = [{ _ = try queue.get(digest) }, { try queue.finishContent(record) }]
            for call in calls { expectError("missing content", call) { $0 == .missingContent(digest) } }
        },
        QueueRequirement("damaged content is told, and mended by storing it anew") { workshop in
            let queue = try workshop.queue()
            let bytes = Array("right".utf8)
            let digest = try queue.put(bytes)
            for chunk: [UInt8] in [[0] + Array("wrong".utf8), [1, 2, 3], [0], []] {
                try queue.storeChunk(chunk, number: 0, of: digest)
                expectError("damage") {
                    _ = try queue.get(digest)
                } isRight: {
                    if case .damagedContent(digest, _) = $0 { true } else { false }
                }
            }
            try queue.put(bytes, anew: true)
            #expect(try queue.get(digest) == bytes)
        },
        QueueRequirement("content goes when nobody has needed it for a while, and not before") { workshop in
            let queue = try workshop.queue { $0.retention = RetentionRule(age: .seconds(10), count: nil) }
            let id = try queue.enqueue(try queue.newJob("needed")).id
            let needed = try queue.known(id).submitted.request.files[0].content
            let (pushed, unused) = (try queue.put(Array("pushed".utf8)), try queue.put(Array("unused".utf8)))
            try queue.push("problem", content: pushed)
            func sweep() throws { for _ in 0..<3 { _ = try queue.tidy() } }
            workshop.clock.advance(by: .seconds(3599))
            try sweep()
            #expect(try queue.records(of: [unused]).count == 1, "and asking for it keeps it")
            workshop.clock.advance(by: .seconds(3599))
            try sweep()
            #expect(try queue.chunk(0, of: unused) != nil)
            workshop.clock.advance(by: .seconds(2))
            try sweep()
            #expect(
                try queue.records(of: [unused, pushed, needed]).keys.sorted { $0.rawValue < $1.rawValue }
                    == [pushed, needed].sorted { $0.rawValue < $1.rawValue }
            )
            _ = try queue.cancel(id)
            workshop.clock.advance(by: .seconds(3700))
            try sweep()
            #expect(try queue.job(id) == nil)
            #expect(try queue.records(of: [pushed, needed]).keys.map(\.self) == [pushed])
        },
        QueueRequirement("a pushed package stands for its problem's name until another is pushed") { workshop in
            let queue = try workshop.queue()
            let (old, new) = (try queue.put([1]), try queue.put([2]))
            #expect(try queue.package("p") == nil)
            try queue.push("p", content: old)
            try queue.push("a", content: old)
            workshop.clock.advance(by: .seconds(1))
            try queue.push("p", content: new)
            let package = PushedPackage(name: "p", content: new, pushedAt: workshop.clock.now())
            #expect(try workshop.queue().package("p") == package)
            #expect(try queue.packages().map(\.name) == ["a", "p"])
            let missing = ContentDigest(rawValue: String(repeating: "b", count: 64))
            expectError("missing content") {
                try queue.push("q", content: missing)
            } isRight: {
                $0 == .missingContent(missing)
            }
        },
    ]

    static let crowds: [QueueRequirement] = [
        QueueRequirement("many threads on several connections: each job is done once, and all of them are") {
            workshop in
            let count = 120
            let queues = try (0..<4).map { _ in try workshop.queue { $0.retries.firstDelay = .zero } }
            let new = try queues[0].newJob()
            let done = Counter()
            let producers: [@Sendable () throws -> Void] = queues.prefix(2).enumerated().map { index, queue in
                {
                    for number in 0..<count / 2 {
                        var job = new
                        job.tenant = "tenant \(number % 3)"
                        job.idempotencyKey = "\(index)-\(number)"
                        _ = try queue.enqueue(job)
                    }
                }
            }
            let workers: [@Sendable () throws -> Void] = (queues + queues).enumerated().map { index, queue in
                {
                    let worker = try queue.newWorker("w\(index)")
                    while done.value < count {
                        guard let lease = try queue.lease(1, for: worker, labels: []).first else { continue }
                        // Some attempts come to nothing first.
                        if lease.attempt == 1, lease.job.number % 5 == 0 {
                            _ = try queue.fail(lease, reason: "once", isFinal: false)
                        } else {
                            try queue.complete(lease, .accepted, after: [Progress(.test, detail: [])])
                            done.add()
                        }
                    }
                }
            }
            try together(producers + workers)
            let statistics = try queues[0].statistics()
            #expect(statistics.counts == [.done: count])
            let events = try queues[0].allEvents { $0.count { $0.kind == .finished } >= count }
            #expect(events.filter { $0.kind == .finished }.count == count)
            #expect(Set(events.filter { $0.kind == .finished }.map(\.job)).count == count)
        },
        QueueRequirement("the same key from many threads at once gives one job") { workshop in
            let queues = try (0..<4).map { _ in try workshop.queue() }
            let new = try queues[0].newJob(key: "one")
            let made = Counter()
            try together(queues.map { queue in { if try queue.enqueue(new).isNew { made.add() } } })
            #expect(made.value == 1)
            #expect(try queues[0].statistics().count(.queued) == 1)
        },
        QueueRequirement("who follows all events misses none while many write") { workshop in
            let queues = try (0..<3).map { _ in try workshop.queue() }
            let new = try queues[0].newJob()
            let each = 40
            let reader = try workshop.queue()
            let follower: @Sendable () throws -> Void = {
                var number = 0
                var seen: Set<Int> = []
                while seen.count < 3 * each {
                    guard try reader.waitForEvents(of: nil, after: number, timeout: .seconds(60)) else {
                        Issue.record("only \(seen.count) events were seen")
                        return
                    }
                    for event in try reader.events(of: nil, after: number, limit: 7) {
                        #expect(event.number > number)
                        number = event.number
                        seen.insert(event.number)
                    }
                }
            }
            let writers: [@Sendable () throws -> Void] = queues.map { queue in
                { for _ in 0..<each { _ = try queue.enqueue(new) } }
            }
            try together(writers + [follower])
        },
        QueueRequirement("the same content from many threads at once is stored once") { workshop in
            let queues = try (0..<4).map { _ in try workshop.queue() }
            let bytes = (0..<(5 << 19)).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 5) }
            try together(queues.map { queue in { _ = try queue.get(try queue.put(bytes)) } })
        },
    ]
}

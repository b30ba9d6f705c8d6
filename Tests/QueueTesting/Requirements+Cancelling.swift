internal import Queueing
internal import Testing

extension JobQueue {
    /// Ends all jobs that wait.
    fileprivate func judgeAll(_ worker: WorkerID) throws {
        while let lease = try lease(1, for: worker, labels: []).first { try complete(lease, .accepted) }
    }
}

extension QueueRequirement {
    static let cancelling: [QueueRequirement] = [
        QueueRequirement("a job that waits is cancelled at once") { workshop in
            let queue = try workshop.queue()
            let ids = try queue.enqueue([
                queue.newJob(), queue.newJob(notBefore: workshop.clock.now() + .seconds(60)),
            ]).map(\.id)
            for id in ids {
                #expect(try queue.cancel(id) == .cancelled)
                #expect(try queue.known(id).state == .cancelled)
                #expect(try queue.known(id).endedAt == workshop.clock.now())
                #expect(try queue.cancel(id) == .ended(.cancelled))
                #expect(try queue.story(id) == [.queued, .cancelled])
            }
            workshop.clock.advance(by: .seconds(60))
            #expect(try queue.lease(1, for: queue.newWorker(), labels: []).isEmpty)
            let unknown = JobID.random()
            expectError("no job") {
                _ = try queue.cancel(unknown)
            } isRight: {
                $0 == .unknownJob(unknown)
            }
        },
        QueueRequirement("the worker of a running job hears that somebody wants it stopped, and confirms") { workshop in
            let queue = try workshop.queue()
            let worker = try queue.newWorker()
            let id = try queue.enqueue(try queue.newJob()).id
            let lease = try queue.leaseOne(worker)
            expectError("a wrong state") {
                try queue.confirmCancellation(lease)
            } isRight: {
                if case .wrongState = $0 { true } else { false }
            }
            #expect(try workshop.queue().cancel(id) == .requested)
            #expect(try workshop.queue().cancel(id) == .requested)
            #expect(try queue.known(id).isCancellationRequested)
            #expect(try queue.waitForCancellations(of: worker, besides: [], timeout: .seconds(30)) == [id])
            #expect(try queue.waitForCancellations(of: worker, besides: [id], timeout: .zero).isEmpty)
            #expect(try queue.waitForCancellations(of: .random(), besides: [], timeout: .zero).isEmpty)
            guard case .extended(_, cancel: true)? = try queue.heartbeat(worker, [lease]).first else {
                Issue.record("the heartbeat does not say so")
                return
            }
            try queue.confirmCancellation(lease)
            let job = try queue.known(id)
            #expect(
                job.state == .cancelled && !job.isCancellationRequested && job.attempts.map(\.ending) == [.cancelled]
            )
            #expect(try queue.story(id) == [.queued, .started, .cancelling, .cancelled])
        },
        QueueRequirement("a result goes before a wish to cancel that came too late") { workshop in
            let queue = try workshop.queue()
            let id = try queue.enqueue(try queue.newJob()).id
            let lease = try queue.leaseOne(queue.newWorker())
            #expect(try queue.cancel(id) == .requested)
            try queue.complete(lease, .accepted)
            #expect(try queue.known(id).state == .done)
            #expect(try queue.cancel(id) == .ended(.done))
        },
        QueueRequirement("a job that somebody wants stopped is not tried again") { workshop in
            let queue = try workshop.queue()
            let worker = try queue.newWorker()
            let ids = try queue.enqueue([queue.newJob(), queue.newJob(), queue.newJob()]).map(\.id)
            let leases = try queue.lease(3, for: worker, labels: [])
            for id in ids { _ = try queue.cancel(id) }
            #expect(try queue.fail(leases[0], reason: "r", isFinal: false) == .cancelled)
            #expect(try queue.release(leases[1], reason: "r") == .cancelled)
            workshop.clock.advance(by: .seconds(11))
            _ = try queue.tidy()
            let areCancelled = try ids.allSatisfy { try queue.known($0).state == .cancelled }
            #expect(areCancelled)
        },
    ]

    static let telling: [QueueRequirement] = [
        QueueRequirement("events tell a job's way, in ascending numbers, with what its worker had to say") { workshop in
            let queue = try workshop.queue()
            let worker = try queue.newWorker()
            let id = try queue.enqueue(try queue.newJob()).id
            _ = try queue.fail(queue.leaseOne(worker), reason: "no room", isFinal: false)
            workshop.clock.advance(by: .seconds(2))
            let lease = try queue.leaseOne(worker)
            try queue.record([Progress(.compiled, detail: Array("{\"ok\":true}".utf8))], under: lease)
            try queue.record([Progress(.test, detail: [1]), Progress(.test, detail: [0, 255])], under: lease)
            try queue.complete(lease, .accepted, after: [Progress(.test, detail: [])])
            let events = try workshop.queue().events(of: id, after: 0, limit: 100)
            #expect(
                events.map(\.kind) == [
                    .queued, .started, .requeued, .started, .compiled, .test, .test, .test, .finished,
                ]
            )
            #expect(events.map(\.attempt) == [0, 1, 1, 2, 2, 2, 2, 2, 2])
            #expect(zip(events, events.dropFirst()).allSatisfy { $0.number < $1.number })
            #expect(events[2].detail == Array("no room".utf8))
            #expect(events[4].detail == Array("{\"ok\":true}".utf8))
            #expect(events[6].detail == [0, 255] && events[7].detail.isEmpty)
            #expect(events.allSatisfy { $0.job == id })
            #expect(events[3].at == workshop.clock.now())
        },
        QueueRequirement("reading on from a number gives what came after it, and nothing twice") { workshop in
            let queue = try workshop.queue()
            let ids = try queue.enqueue(Array(repeating: try queue.newJob(), count: 7)).map(\.id)
            for id in ids { _ = try queue.cancel(id) }
            try queue.allEvents { $0.count >= 14 }
            var numbers: [Int] = []
            var seen: [JobID] = []
            while true {
                let events = try queue.events(of: nil, after: numbers.last ?? 0, limit: 3)
                if events.isEmpty { break }
                numbers += events.map(\.number)
                seen += events.map(\.job)
            }
            #expect(numbers.count == 14 && numbers == numbers.sorted() && Set(numbers).count == 14)
            #expect(seen.prefix(7) == ids[...])
            let one = try queue.events(of: ids[3], after: 0, limit: 10)
            #expect(one.map(\.kind) == [.queued, .cancelled])
            #expect(try queue.events(of: ids[3], after: one[0].number, limit: 10) == [one[1]])
            let unknown = JobID.random()
            expectError("no job") {
                _ = try queue.events(of: unknown, after: 0, limit: 1)
            } isRight: {
                $0 == .unknownJob(unknown)
            }
        },
        QueueRequirement("a report comes back byte for byte, however large") { workshop in
            let queue = try workshop.queue()
            let worker = try queue.newWorker()
            for report in [
                [], [0], Array(repeating: UInt8(7), count: 3 << 20), (0..<300_000).map { _ in .random(in: 0...255) },
            ] {
                let id = try queue.enqueue(try queue.newJob()).id
                #expect(try queue.result(of: id) == nil)
                #expect(throws: QueueError.unknownJob(JobID(rawValue: "none"))) {
                    try queue.result(of: JobID(rawValue: "none"))
                }
                let result = JobResult(verdict: "AC", score: report.isEmpty ? nil : 1.5, report: report)
                try queue.complete(queue.leaseOne(worker), result)
                #expect(try workshop.queue().result(of: id) == result)
            }
        },
        QueueRequirement("a finished job is rejudged by a new one, and its report is kept") { workshop in
            let queue = try workshop.queue()
            let worker = try queue.newWorker()
            let old = try queue.enqueue(try queue.newJob(tenant: "t", key: "k")).id
            expectError("a refusal") {
                _ = try queue.rejudge(old)
            } isRight: {
                if case .invalid = $0 { true } else { false }
            }
            try queue.complete(queue.leaseOne(worker), .accepted)
            let package = JudgingRequest.Problem(name: "hello", package: try queue.put(Array("mended".utf8)))
            let new = try queue.rejudge(old, problem: package, priority: -1).id
            let job = try queue.known(new)
            #expect(job.submitted.rejudges == old && job.submitted.request.problem == package)
            #expect(job.submitted.tenant == "t" && job.submitted.priority == -1 && job.submitted.idempotencyKey == nil)
            #expect(try job.submitted.request.files == queue.known(old).submitted.request.files)
            try queue.complete(queue.leaseOne(worker), JobResult(verdict: "WA", report: [1]))
            #expect(try queue.result(of: old) == .accepted)
            #expect(try queue.result(of: new)?.verdict == "WA")
        },
        QueueRequirement("jobs are judged again all at once, and none twice that is under way") { workshop in
            let queue = try workshop.queue()
            let worker = try queue.newWorker()
            var old: [(job: Job, problem: JudgingRequest.Problem)] = []
            for source in ["a", "b", "c"] {
                let id = try queue.enqueue(try queue.newJob(source, tenant: source, key: "k")).id
                try queue.complete(queue.leaseOne(worker), .accepted)
                let job = try queue.known(id)
                old.append((job, job.submitted.request.problem))
            }
            let first = try queue.judgeAgain(old)
            #expect(first.allSatisfy { $0.isNew } && Set(first.map(\.id)).count == 3)
            let origins = try first.map { try queue.known($0.id).submitted.rejudges }
            #expect(origins == old.map(\.job.id))
            // Once more, in another order and one of them twice.
            let second = try queue.judgeAgain([old[2], old[0], old[1], old[0]])
            #expect(second.allSatisfy { !$0.isNew })
            #expect(second.map(\.id) == [first[2].id, first[0].id, first[1].id, first[0].id])
            let judged = try queue.leaseOne(worker)
            try queue.complete(judged, .accepted)
            let third = try queue.judgeAgain(old)
            #expect(third.count { $0.isNew } == 1)
            for (one, other) in zip(first, third) {
                #expect((one.id == other.id) == (one.id != judged.job.id) && other.isNew == (one.id == judged.job.id))
            }
            #expect(try queue.statistics().count(.queued) == 3)
        },
        QueueRequirement(
            "what is done for a problem is gone through part by part, each job once, whatever comes meanwhile"
        ) {
            workshop in
            let queue = try workshop.queue()
            let worker = try queue.newWorker()
            var ids: [JobID] = []
            for number in 0..<5 { ids.append(try queue.enqueue(try queue.newJob("\(number)")).id) }
            try queue.judgeAll(worker)
            var seen: [JobID] = []
            var cursor: JobCursor?
            repeat {
                let page = try NewestJobs.done(for: "hello", in: queue, after: cursor, limit: 2)
                seen += page.jobs.map(\.id)
                _ = try queue.judgeAgain(page.jobs.map { ($0, $0.submitted.request.problem) })
                try queue.judgeAll(worker)
                cursor = page.next
            } while cursor != nil
            #expect(seen == ids.reversed())
            let again = try NewestJobs.done(for: "hello", in: queue, after: nil, limit: 1000)
            #expect(
                again.jobs.allSatisfy { $0.submitted.rejudges != nil } && again.jobs.count == 5 && again.next == nil
            )
            #expect(try NewestJobs.done(for: "other", in: queue, after: nil, limit: 1000).jobs.isEmpty)
        },
    ]

    static let waiting: [QueueRequirement] = [
        QueueRequirement("who waits for work is woken by what another connection enqueues") { workshop in
            let (queue, other) = (try workshop.queue(), try workshop.queue())
            let new = try other.newJob(labels: ["a"])
            #expect(try !queue.waitForWork(labels: ["a"], timeout: .zero))
            try together([
                {
                    let isRight = try queue.waitForWork(labels: ["a", "b"], timeout: .seconds(60))
                    #expect(isRight)
                },
                { _ = try other.enqueue(new) },
            ])
        },
        QueueRequirement("who waits for events is woken by them, of one job or of any") { workshop in
            let (queue, other) = (try workshop.queue(), try workshop.queue())
            let id = try queue.enqueue(try queue.newJob()).id
            let number = try #require(try queue.events(of: id, after: 0, limit: 10).last?.number)
            #expect(try queue.waitForEvents(of: id, after: 0, timeout: .zero))
            #expect(try !queue.waitForEvents(of: id, after: number, timeout: .zero))
            #expect(try !queue.waitForEvents(of: nil, after: number, timeout: .zero))
            try together([
                {
                    let isRight = try queue.waitForEvents(of: id, after: number, timeout: .seconds(60))
                    #expect(isRight)
                },
                {
                    let isRight = try queue.waitForEvents(of: nil, after: number, timeout: .seconds(60))
                    #expect(isRight)
                },
                { _ = try other.cancel(id) },
            ])
        },
        QueueRequirement("who waits for cancellations is woken by them") { workshop in
            let (queue, other) = (try workshop.queue(), try workshop.queue())
            let worker = try queue.newWorker()
            let id = try queue.enqueue(try queue.newJob()).id
            _ = try queue.leaseOne(worker)
            try together([
                {
                    let isRight = try queue.waitForCancellations(of: worker, besides: [], timeout: .seconds(60)) == [id]
                    #expect(isRight)
                },
                { _ = try other.cancel(id) },
            ])
        },
        QueueRequirement("a wait ends when it is called off, for all who wait") { workshop in
            let queue = try workshop.queue()
            let ended = Counter()
            try together([
                {
                    let isThere = try queue.waitForWork(labels: [], timeout: .seconds(600))
                    #expect(!isThere)
                    ended.add()
                },
                {
                    let isThere = try queue.waitForEvents(of: nil, after: 0, timeout: .seconds(600))
                    #expect(!isThere)
                    ended.add()
                },
                // A wait that had not begun when it was called off goes on: so, until both have ended.
                { while ended.value < 2 { queue.wake() } },
            ])
        },
    ]
}

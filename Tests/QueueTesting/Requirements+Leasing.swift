internal import Queueing
internal import Testing

extension QueueRequirement {
    static let leasing: [QueueRequirement] = [
        QueueRequirement("a job is given to one worker, with all that it needs") { workshop in
            let (queue, other) = (try workshop.queue(), try workshop.queue())
            let new = try queue.newJob()
            let id = try queue.enqueue(new).id
            let worker = try queue.newWorker("one")
            let lease = try queue.leaseOne(worker)
            #expect(lease.job.id == id && lease.job.submitted == new && lease.job.state == .running)
            #expect(lease.attempt == 1 && lease.worker == worker)
            #expect(lease.expiresAt == workshop.clock.now() + .seconds(10))
            #expect(try other.lease(1, for: other.newWorker("two"), labels: []).isEmpty)
            let job = try other.known(id)
            #expect(job.state == .running && job.worker == worker && job.startedAt == workshop.clock.now())
        },
        QueueRequirement("a heartbeat keeps a lease; without one the job comes back and the attempt is lost") {
            workshop in
            let queue = try workshop.queue()
            let worker = try queue.newWorker("silent")
            let id = try queue.enqueue(try queue.newJob()).id
            let lease = try queue.leaseOne(worker)
            for _ in 0..<5 {
                workshop.clock.advance(by: .seconds(9))
                let answer = try queue.heartbeat(worker, [lease])
                #expect(answer == [.extended(until: workshop.clock.now() + .seconds(10), cancel: false)])
                #expect(try queue.lease(1, for: worker, labels: []).isEmpty)
            }
            workshop.clock.advance(by: .seconds(10))
            #expect(try queue.waitForWork(labels: [], timeout: .zero))
            // It backs off first.
            #expect(try queue.lease(1, for: worker, labels: []).isEmpty)
            workshop.clock.advance(by: .milliseconds(1500))
            let second = try queue.leaseOne(worker)
            #expect(second.job.id == id && second.attempt == 2 && second.token != lease.token)
            #expect(second.job.attempts.map(\.ending) == [.lost])
            #expect(second.job.attempts[0].workerName == "silent")
        },
        QueueRequirement("a lost lease changes nothing") { workshop in
            let queue = try workshop.queue()
            let worker = try queue.newWorker()
            let id = try queue.enqueue(try queue.newJob()).id
            let lease = try queue.leaseOne(worker)
            workshop.clock.advance(by: .seconds(10))
            _ = try queue.tidy()
            workshop.clock.advance(by: .seconds(2))
            let second = try queue.leaseOne(worker)
            let before = try queue.events(of: id, after: 0, limit: 100)
            #expect(try queue.heartbeat(worker, [lease, second]).first == .lost)
            let attempts: [() throws -> Void] = [
                { try queue.complete(lease, .accepted) }, { _ = try queue.fail(lease, reason: "", isFinal: true) },
                { _ = try queue.release(lease, reason: "") }, { try queue.confirmCancellation(lease) },
                { try queue.record([Progress(.test, detail: [])], under: lease) },
            ]
            for attempt in attempts { expectError("a lost lease", attempt) { $0 == .lostLease(id) } }
            #expect(try queue.events(of: id, after: 0, limit: 100) == before)
            #expect(try queue.result(of: id) == nil)
            try queue.complete(second, .accepted)
            #expect(try queue.known(id).state == .done)
        },
        QueueRequirement("a job has one result; to complete it again under the same lease has no effect") { workshop in
            let queue = try workshop.queue()
            let worker = try queue.newWorker("w")
            let id = try queue.enqueue(try queue.newJob()).id
            let lease = try queue.leaseOne(worker)
            workshop.clock.advance(by: .seconds(1))
            try queue.complete(lease, .accepted, after: [Progress(.test, detail: [1])])
            try workshop.queue().complete(
                lease,
                JobResult(verdict: "WA", report: []),
                after: [Progress(.test, detail: [2])]
            )
            #expect(try queue.result(of: id) == .accepted)
            #expect(try queue.story(id) == [.queued, .started, .test, .finished])
            let job = try queue.known(id)
            #expect(job.state == .done && job.verdict == "AC" && job.endedAt == workshop.clock.now())
            #expect(job.attempts.map(\.ending) == [.done] && job.attempts[0].workerName == "w")
            expectError("a lost lease") {
                _ = try queue.fail(lease, reason: "late", isFinal: true)
            } isRight: {
                $0 == .lostLease(id)
            }
            #expect(try queue.lease(1, for: worker, labels: []).isEmpty)
        },
        QueueRequirement("several jobs are given out at once, each under a lease of its own") { workshop in
            let queue = try workshop.queue()
            _ = try queue.enqueue(Array(repeating: try queue.newJob(), count: 5))
            let leases = try queue.lease(3, for: queue.newWorker(), labels: [])
            #expect(Set(leases.map(\.job.id)).count == 3 && Set(leases.map(\.token)).count == 3)
            #expect(try queue.lease(3, for: queue.newWorker(), labels: []).count == 2)
        },
        QueueRequirement("a worker that nobody knows, or that is gone, is given nothing") { workshop in
            let queue = try workshop.queue()
            let id = try queue.enqueue(try queue.newJob()).id
            let gone = try queue.newWorker()
            try queue.report(gone, .gone, detail: "")
            for worker in [WorkerID.random(), gone] {
                let calls: [() throws -> Void] = [
                    { _ = try queue.lease(1, for: worker, labels: []) }, { _ = try queue.heartbeat(worker, []) },
                    { try queue.report(worker, .ready, detail: "") },
                ]
                for call in calls { expectError("a refusal", call) { if case .invalid = $0 { true } else { false } } }
            }
            // To be gone twice is no error: somebody else may have noticed first.
            try queue.report(gone, .gone, detail: "")
            #expect(try queue.workers().map(\.state) == [.gone])
            #expect(try queue.known(id).state == .queued)
        },
        QueueRequirement("workers are known with what they offer, and what they have") { workshop in
            let (queue, other) = (try workshop.queue(), try workshop.queue())
            let worker = try queue.newWorker("one", labels: ["a"])
            _ = try queue.enqueue(try queue.newJob())
            _ = try queue.leaseOne(worker)
            workshop.clock.advance(by: .seconds(3))
            _ = try queue.heartbeat(worker, [])
            let record = try #require(try other.workers().first)
            #expect(record.id == worker && record.name == "one" && record.labels == ["a"] && record.slots == 4)
            #expect(record.state == .ready && record.running == 1)
            #expect(record.heardAt - record.startedAt == .seconds(3))
            try queue.report(worker, .broken, detail: "the sandbox fails")
            #expect(try other.statistics().workers.map(\.state) == [.broken])
            #expect(try other.statistics().workers.map(\.detail) == ["the sandbox fails"])
            try queue.report(worker, .ready, detail: "")
            try queue.report(worker, .gone, detail: "")
            #expect(try other.statistics().workers.isEmpty)
            #expect(try other.workers().map(\.state) == [.gone])
            workshop.clock.advance(by: .seconds(86_401))
            _ = try queue.tidy()
            #expect(try other.workers().isEmpty)
        },
    ]

    static let endings: [QueueRequirement] = [
        QueueRequirement("a failure waits longer each time, and the fifth is the last, with every reason told") {
            workshop in
            let queue = try workshop.queue()
            let worker = try queue.newWorker("w")
            let id = try queue.enqueue(try queue.newJob()).id
            for number in 1...4 {
                let lease = try queue.leaseOne(worker)
                #expect(lease.attempt == number)
                guard case .queued(let time) = try queue.fail(lease, reason: "reason \(number)", isFinal: false) else {
                    Issue.record("not queued after \(number)")
                    return
                }
                let wait = (time - workshop.clock.now()).inMilliseconds
                let middle = 1000 << (number - 1)
                #expect((middle / 2...middle * 3 / 2).contains(wait), "\(wait) ms after \(number)")
                #expect(try queue.lease(1, for: worker, labels: []).isEmpty)
                workshop.clock.advance(by: .milliseconds(wait))
            }
            let last = try queue.fail(try queue.leaseOne(worker), reason: "reason 5", isFinal: false)
            guard case .dead(let reason) = last else {
                Issue.record("\(last)")
                return
            }
            let job = try queue.known(id)
            #expect(job.state == .dead && job.deathReason == reason && reason.contains("reason 5"))
            #expect(job.attempts.map(\.reason) == (1...5).map { "reason \($0)" })
            #expect(job.attempts.allSatisfy { $0.ending == .failed && $0.workerName == "w" })
            #expect(job.attempts.map(\.number) == [1, 2, 3, 4, 5])
            #expect(try queue.story(id).last == .dead)
            #expect(try queue.lease(1, for: worker, labels: []).isEmpty)
        },
        QueueRequirement("a final failure is dead at once") { workshop in
            let queue = try workshop.queue()
            let id = try queue.enqueue(try queue.newJob()).id
            let lease = try queue.leaseOne(queue.newWorker())
            #expect(
                try queue.fail(lease, reason: "no such language", isFinal: true) == .dead(reason: "no such language")
            )
            #expect(try queue.known(id).deathReason == "no such language")
        },
        QueueRequirement("a job that took three workers with it is dead, and not passed round") { workshop in
            let queue = try workshop.queue()
            let id = try queue.enqueue(try queue.newJob()).id
            for number in 1...3 {
                let worker = try queue.newWorker("w\(number)")
                _ = try queue.leaseOne(worker)
                try queue.report(worker, .gone, detail: "it crashed")
                workshop.clock.advance(by: .seconds(60))
            }
            let job = try queue.known(id)
            #expect(job.state == .dead && job.attempts.map(\.ending) == [.lost, .lost, .lost])
            #expect(job.deathReason?.contains("w1, w2, w3") == true)
        },
        QueueRequirement("what a worker lost does not count when something else ended it") { workshop in
            let queue = try workshop.queue()
            let id = try queue.enqueue(try queue.newJob()).id
            for number in 1...6 {
                let worker = try queue.newWorker("w\(number)")
                _ = try queue.leaseOne(worker)
                try queue.report(worker, .gone, detail: "it was killed")
                try queue.excuse(worker)
                workshop.clock.advance(by: .seconds(60))
            }
            #expect(try queue.known(id).attempts.map(\.ending) == Array(repeating: .excused, count: 6))
            try queue.complete(try queue.leaseOne(queue.newWorker()), .accepted)
            #expect(try queue.known(id).state == .done)
        },
        QueueRequirement("handing a job back does not count, and it is there at once") { workshop in
            let queue = try workshop.queue()
            let worker = try queue.newWorker()
            let id = try queue.enqueue(try queue.newJob()).id
            for _ in 0..<10 {
                let lease = try queue.leaseOne(worker)
                #expect(try queue.release(lease, reason: "stopping") == .queued(notBefore: workshop.clock.now()))
            }
            #expect(try queue.leaseOne(worker).attempt == 11)
            #expect(try queue.known(id).attempts.allSatisfy { $0.ending == .released && $0.reason == "stopping" })
        },
        QueueRequirement(
            "a worker that ends hands back what it has, one that is lost loses it, and nobody waits for that"
        ) { workshop in
            let queue = try workshop.queue()
            let (ending, lost) = (try queue.newWorker("ending"), try queue.newWorker("lost"))
            let ids = try queue.enqueue([queue.newJob(), queue.newJob()]).map(\.id)
            _ = try queue.leaseOne(ending)
            _ = try queue.leaseOne(lost)
            try queue.report(ending, .gone, detail: "")
            try queue.report(lost, .gone, detail: "its machine burns")
            #expect(try queue.known(ids[0]).attempts.map(\.ending) == [.released])
            #expect(try queue.known(ids[1]).attempts.map(\.ending) == [.lost])
            #expect(try queue.known(ids[1]).attempts[0].reason.contains("its machine burns"))
            #expect(try queue.lease(2, for: queue.newWorker(), labels: []).map(\.job.id) == ids)
        },
        QueueRequirement("a job that comes back keeps its place") { workshop in
            let queue = try workshop.queue()
            let worker = try queue.newWorker()
            let ids = try queue.enqueue(Array(repeating: try queue.newJob(), count: 5)).map(\.id)
            let lease = try queue.leaseOne(worker)
            _ = try queue.fail(lease, reason: "r", isFinal: false)
            workshop.clock.advance(by: .seconds(2))
            #expect(try queue.leaseOne(worker).job.id == ids[0])
        },
    ]

    static let deadLetters: [QueueRequirement] = [
        QueueRequirement("a dead job that is retried begins anew, and keeps its attempts") { workshop in
            let queue = try workshop.queue()
            let worker = try queue.newWorker()
            let id = try queue.enqueue(try queue.newJob()).id
            _ = try queue.fail(queue.leaseOne(worker), reason: "broken", isFinal: true)
            try queue.retry(id)
            var job = try queue.known(id)
            #expect(job.state == .queued && job.deathReason == nil && job.endedAt == nil && job.attempts.count == 1)
            // Four more may fail again before the fifth is the last.
            for _ in 0..<4 {
                _ = try queue.fail(queue.leaseOne(worker), reason: "again", isFinal: false)
                workshop.clock.advance(by: .seconds(90))
            }
            try queue.complete(queue.leaseOne(worker), .accepted)
            job = try queue.known(id)
            #expect(job.state == .done && job.attempts.count == 6)
            #expect(try queue.story(id).filter { $0 == .queued }.count == 2)
        },
        QueueRequirement("only dead jobs are retried") { workshop in
            let queue = try workshop.queue()
            let id = try queue.enqueue(try queue.newJob()).id
            expectError("a wrong state") {
                try queue.retry(id)
            } isRight: {
                $0 == .wrongState(id, .queued, needed: "dead")
            }
            let unknown = JobID.random()
            expectError("no job") {
                try queue.retry(unknown)
            } isRight: {
                $0 == .unknownJob(unknown)
            }
        },
        QueueRequirement("many dead jobs are retried by what they have in common, the oldest first") { workshop in
            let queue = try workshop.queue()
            let worker = try queue.newWorker()
            var ids: [JobID] = []
            for number in 0..<6 {
                ids.append(try queue.enqueue(try queue.newJob(tenant: number < 4 ? "a" : "b")).id)
                _ = try queue.fail(queue.leaseOne(worker), reason: "r", isFinal: true)
            }
            #expect(try queue.retry(JobFilter(tenant: "a"), limit: 3) == 3)
            let states1 = try ids.map { try queue.known($0).state }
            #expect(states1 == [.queued, .queued, .queued, .dead, .dead, .dead])
            #expect(try queue.retry(JobFilter(states: [.done]), limit: 10) == 0)
            #expect(try queue.retry(JobFilter(), limit: 10) == 3)
            #expect(try queue.statistics().count(.dead) == 0)
        },
    ]
}

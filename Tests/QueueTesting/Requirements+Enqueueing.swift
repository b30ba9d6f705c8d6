internal import Queueing
internal import Testing

extension QueueRequirement {
    static let enqueueing: [QueueRequirement] = [
        QueueRequirement("a job comes back as it was enqueued, on another connection, too") { workshop in
            let queue = try workshop.queue()
            var new = try queue.newJob(
                tenant: "école",
                priority: -7,
                key: "key",
                labels: ["class:large", "language:c"]
            )
            new.request.entry = "Main"
            new.request.options = .init(
                samplesOnly: true,
                allTests: true,
                timeLimitMilliseconds: 1500,
                memoryLimitBytes: 1 << 28
            )
            new.request.notes = ["who": "\"Ada\"\n"]
            new.notBefore = workshop.clock.now() + .seconds(5)
            let made = try queue.enqueue(new)
            #expect(made.isNew)
            let job = try workshop.queue().known(made.id)
            #expect(job.submitted == new)
            #expect(job.state == .queued)
            #expect(job.createdAt == workshop.clock.now())
            #expect(job.attempts.isEmpty && job.verdict == nil && job.worker == nil)
            #expect(try queue.job(.random()) == nil)
            #expect(try queue.job(JobID(rawValue: "no id")) == nil)
        },
        QueueRequirement("the same key and body give the same job, whatever its state") { workshop in
            let queue = try workshop.queue()
            let new = try queue.newJob(key: "once")
            let first = try queue.enqueue(new)
            #expect(try workshop.queue().enqueue(new) == Enqueued(id: first.id, isNew: false))
            _ = try queue.cancel(first.id)
            #expect(try queue.enqueue(new) == Enqueued(id: first.id, isNew: false))
            #expect(try queue.enqueue([new, new]).map(\.isNew) == [false, false])
            #expect(try queue.list(JobFilter(), after: nil, limit: 10).jobs.count == 1)
        },
        QueueRequirement("the same key with another body is an error that names the job") { workshop in
            let queue = try workshop.queue()
            let first = try queue.enqueue(try queue.newJob(key: "once"))
            for other in [try queue.newJob("other", key: "once"), try queue.newJob(priority: 1, key: "once")] {
                expectError("a conflict") {
                    try queue.enqueue(other)
                } isRight: {
                    $0 == .idempotencyConflict(key: "once", job: first.id)
                }
            }
        },
        QueueRequirement("a key belongs to one tenant, and jobs without one are never the same") { workshop in
            let queue = try workshop.queue()
            for tenant in ["a", "b"] { #expect(try queue.enqueue(queue.newJob(tenant: tenant, key: "k")).isNew) }
            for _ in 0..<2 { #expect(try queue.enqueue(queue.newJob()).isNew) }
        },
        QueueRequirement("jobs are enqueued all or none") { workshop in
            let queue = try workshop.queue()
            _ = try queue.enqueue(try queue.newJob(key: "taken"))
            let jobs = [try queue.newJob("1"), try queue.newJob("2", key: "taken")]
            expectError("a conflict") {
                _ = try queue.enqueue(jobs)
            } isRight: {
                if case .idempotencyConflict = $0 { true } else { false }
            }
            #expect(try queue.statistics().count(.queued) == 1)
            #expect(try queue.allEvents { !$0.isEmpty }.count == 1)
            #expect(try queue.enqueue([queue.newJob("1"), queue.newJob("2"), queue.newJob("3")]).count == 3)
            #expect(try queue.enqueue([]).isEmpty)
        },
        QueueRequirement("a file or package that is not stored is refused by its digest") { workshop in
            let queue = try workshop.queue()
            let missing = ContentDigest(rawValue: String(repeating: "0", count: 64))
            var file = try queue.newJob()
            file.request.files[0].content = missing
            var package = try queue.newJob()
            package.request.problem.package = missing
            for job in [file, package] {
                expectError("missing content") {
                    try queue.enqueue(job)
                } isRight: {
                    $0 == .missingContent(missing)
                }
            }
            #expect(try queue.statistics().count(.queued) == 0)
        },
        QueueRequirement("a job with a flaw is refused") { workshop in
            let queue = try workshop.queue()
            for job in [
                try queue.newJob(tenant: ""), try queue.newJob(priority: 101), try queue.newJob(key: ""),
                try queue.newJob(labels: ["a b"]),
            ] {
                expectError("a flaw") {
                    try queue.enqueue(job)
                } isRight: {
                    if case .invalid = $0 { true } else { false }
                }
            }
        },
        QueueRequirement("a full queue refuses, says when to come back, and drops nothing") { workshop in
            let queue = try workshop.queue { $0.depth = DepthRule(total: 3, tenant: 10) }
            for number in 0..<3 { _ = try queue.enqueue(try queue.newJob(tenant: "\(number)")) }
            expectError("a refusal") {
                try queue.enqueue(queue.newJob(tenant: "late"))
            } isRight: {
                $0 == .full(of: nil, limit: 3, retryAfter: .seconds(60)) && $0.isTransient
            }
            #expect(try queue.statistics().count(.queued) == 3)
            // Running ones count, too; ended ones do not.
            let worker = try queue.newWorker()
            let lease = try queue.leaseOne(worker)
            expectError("a refusal") {
                try queue.enqueue(queue.newJob())
            } isRight: {
                if case .full = $0 { true } else { false }
            }
            try queue.complete(lease, .accepted)
            #expect(try queue.enqueue(queue.newJob()).isNew)
        },
        QueueRequirement("a tenant that has its fill does not keep others out") { workshop in
            let queue = try workshop.queue { $0.depth = DepthRule(total: 100, tenant: 2) }
            for _ in 0..<2 { _ = try queue.enqueue(try queue.newJob(tenant: "greedy")) }
            expectError("a refusal") {
                try queue.enqueue(queue.newJob(tenant: "greedy"))
            } isRight: {
                if case .full(of: "greedy", limit: 2, _) = $0 { true } else { false }
            }
            #expect(try queue.enqueue(queue.newJob(tenant: "modest")).isNew)
            // What is there already is no addition.
            let kept = try workshop.queue { $0.depth = DepthRule(total: 100, tenant: 4) }
            let new = try kept.newJob(tenant: "greedy", key: "k")
            let first = try kept.enqueue(new)
            #expect(try queue.enqueue(new) == Enqueued(id: first.id, isNew: false))
        },
    ]

    static let order: [QueueRequirement] = [
        QueueRequirement("higher priorities go first, and the older job within one") { workshop in
            let queue = try workshop.queue()
            var ids: [Int: [JobID]] = [:]
            for priority in [0, 5, -5, 100, 0, 5, -5, -100] {
                ids[priority, default: []].append(try queue.enqueue(try queue.newJob(priority: priority)).id)
            }
            let order = try queue.lease(100, for: queue.newWorker(), labels: []).map(\.job.id)
            #expect(order == [100, 5, 0, -5, -100].flatMap { ids[$0, default: []] })
        },
        QueueRequirement("a tenant with very many jobs delays another's single one by one round at most") { workshop in
            let queue = try workshop.queue()
            let large = try queue.newJob(tenant: "large")
            for _ in 0..<10 { _ = try queue.enqueue(Array(repeating: large, count: 200)) }
            let worker = try queue.newWorker()
            for served in [0, 1, 20] {
                _ = try queue.lease(served, for: worker, labels: [])
                let single = try queue.enqueue(try queue.newJob(tenant: "small \(served)")).id
                let next = try queue.lease(2, for: worker, labels: []).map(\.job.id)
                #expect(next.contains(single), "after \(served)")
            }
        },
        QueueRequirement("tenants take turns, whatever their labels") { workshop in
            let queue = try workshop.queue()
            for tenant in ["a", "b", "c"] {
                for number in 0..<4 {
                    let labels: LabelSet = number % 2 == 0 ? ["x"] : ["y"]
                    _ = try queue.enqueue(try queue.newJob(tenant: tenant, labels: labels))
                }
            }
            let order = try queue.lease(12, for: queue.newWorker(), labels: ["x", "y"]).map(\.job.submitted.tenant)
            for round in 0..<4 { #expect(Set(order[round * 3..<round * 3 + 3]) == ["a", "b", "c"], "\(order)") }
        },
        QueueRequirement("who submits one job after the other gets no more than its share") { workshop in
            let queue = try workshop.queue()
            _ = try queue.enqueue(Array(repeating: try queue.newJob(tenant: "large"), count: 40))
            let worker = try queue.newWorker()
            var single = try queue.enqueue(try queue.newJob(tenant: "single")).id
            var large = 0
            for _ in 0..<20 {
                let lease = try queue.leaseOne(worker)
                if lease.job.id == single {
                    single = try queue.enqueue(try queue.newJob(tenant: "single")).id
                } else {
                    large += 1
                }
            }
            #expect((9...11).contains(large))
        },
        QueueRequirement("who has cancelled much does not wait for it") { workshop in
            let queue = try workshop.queue()
            let many = try queue.enqueue(Array(repeating: try queue.newJob(tenant: "rueful"), count: 50))
            _ = try queue.enqueue(Array(repeating: try queue.newJob(tenant: "other"), count: 50))
            for job in many { _ = try queue.cancel(job.id) }
            let single = try queue.enqueue(try queue.newJob(tenant: "rueful")).id
            let next = try queue.lease(2, for: queue.newWorker(), labels: []).map(\.job.id)
            #expect(next.contains(single))
        },
        QueueRequirement("a job waits for a worker that has all its labels") { workshop in
            let queue = try workshop.queue()
            let id = try queue.enqueue(try queue.newJob(labels: ["class:large", "language:c"])).id
            let worker = try queue.newWorker()
            for labels: LabelSet in [[], ["language:c"], ["class:large", "language:cpp"]] {
                #expect(try queue.lease(1, for: worker, labels: labels).isEmpty)
                #expect(try !queue.waitForWork(labels: labels, timeout: .zero))
            }
            let offered: LabelSet = ["language:c", "language:cpp", "class:large"]
            #expect(try queue.waitForWork(labels: offered, timeout: .zero))
            #expect(try queue.leaseOne(worker, labels: offered).job.id == id)
        },
        QueueRequirement("what no worker can take delays nobody else") { workshop in
            let queue = try workshop.queue()
            for number in 0..<50 {
                _ = try queue.enqueue(try queue.newJob(priority: 10, labels: ["exotic:\(number % 5)"]))
            }
            let id = try queue.enqueue(try queue.newJob()).id
            #expect(try queue.leaseOne(queue.newWorker()).job.id == id)
        },
        QueueRequirement("names that no file and no argument can have are refused") { workshop in
            let queue = try workshop.queue()
            let changes: [(inout JudgingRequest) -> Void] = [
                { $0.problem.name += "\0" }, { $0.language += "\0" }, { $0.entry = "a\0" },
                { $0.files[0].name += "\0" },
                { $0.run = .init(input: $0.problem.package, arguments: ["\0"]) },
            ]
            for change in changes {
                var job = try queue.newJob()
                change(&job.request)
                expectError("a NUL refused") {
                    _ = try queue.enqueue(job)
                } isRight: { error in
                    if case .invalid = error { true } else { false }
                }
            }
        },
        QueueRequirement("a delayed job is given out when its time has come, and not before") { workshop in
            let queue = try workshop.queue()
            let worker = try queue.newWorker()
            let time = workshop.clock.now() + .seconds(60)
            let id = try queue.enqueue(try queue.newJob(notBefore: time)).id
            #expect(try queue.lease(1, for: worker, labels: []).isEmpty)
            #expect(try queue.statistics().delayed == 1)
            workshop.clock.advance(by: .milliseconds(59_999))
            #expect(try queue.lease(1, for: worker, labels: []).isEmpty)
            workshop.clock.advance(by: .milliseconds(1))
            #expect(try queue.waitForWork(labels: [], timeout: .zero))
            #expect(try queue.leaseOne(worker).job.id == id)
        },
    ]
}

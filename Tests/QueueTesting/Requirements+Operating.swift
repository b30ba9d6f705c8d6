internal import Queueing
internal import Testing

extension QueueRequirement {
    /// What whoever operates the queue has to be able to see.
    static let operating: [QueueRequirement] = [
        QueueRequirement("a worker that took itself out of service is seen as broken until one of its name is ready") {
            workshop in
            let (queue, other) = (try workshop.queue(), try workshop.queue())
            func told() throws -> [String] {
                try other.statistics().workers.map { "\($0.name) \($0.state.rawValue) \($0.detail)" }.sorted()
            }
            let reason = "5 jobs in a row failed alike; last: the disk is full"
            let broken = try queue.newWorker("one")
            try queue.report(broken, .broken, detail: reason)
            try queue.report(broken, .gone, detail: reason)
            #expect(try told() == ["one broken \(reason)"])
            #expect(try other.statistics().slots == 0)
            // Everybody else takes it for gone, and it is given nothing.
            #expect(try other.workers().map(\.state) == [.gone])
            #expect(throws: QueueError.self) { try queue.lease(1, for: broken, labels: []) }
            // One of another name mends nothing, and neither does one that has not begun yet.
            _ = try queue.newWorker("two")
            let next = WorkerRecord(name: "one", host: "here", process: 2, slots: 4, labels: [])
            try queue.register(next)
            #expect(try told() == ["one broken \(reason)", "one starting ", "two ready "])
            try queue.report(next.id, .ready, detail: "")
            #expect(try told() == ["one ready ", "two ready "])
            // Also when that one has ended as it should.
            try queue.report(next.id, .gone, detail: "")
            #expect(try told() == ["two ready "])
        },
        QueueRequirement("a worker that took itself out of service is seen as broken for an hour") { workshop in
            let queue = try workshop.queue()
            let broken = try queue.newWorker("one")
            try queue.report(broken, .broken, detail: "why")
            // Whatever is said of its end: the reason is what it said itself.
            try queue.report(broken, .gone, detail: "it was ended from outside")
            workshop.clock.advance(by: .seconds(3599))
            _ = try queue.tidy()
            #expect(try queue.statistics().workers.map(\.state) == [.broken])
            #expect(try queue.statistics().workers.map(\.detail) == ["why"])
            workshop.clock.advance(by: .seconds(1))
            #expect(try queue.statistics().workers.isEmpty)
        },
        QueueRequirement("jobs that no worker takes are counted by themselves, and are not the oldest age") {
            workshop in
            let queue = try workshop.queue()
            _ = try queue.enqueue(Array(repeating: try queue.newJob(labels: ["cobol"]), count: 2))
            workshop.clock.advance(by: .seconds(600))
            _ = try queue.enqueue(try queue.newJob(labels: ["java"]))
            workshop.clock.advance(by: .seconds(7))
            func figures() throws -> (age: Duration, unserved: [LabelSet], count: Int) {
                let all = try queue.statistics()
                return (all.oldestAge, all.unserved.map(\.labels), all.unserved.reduce(0) { $0 + $1.ready })
            }
            // Where there is nobody, all of them wait for somebody.
            let first = try figures()
            #expect(first.age == .seconds(607) && first.count == 3)
            let worker = try queue.newWorker(labels: ["java", "python3"])
            let served = try figures()
            #expect(served.age == .seconds(7) && served.unserved == [["cobol"]] && served.count == 2)
            try queue.complete(queue.leaseOne(worker, labels: ["java"]), .accepted)
            let idle = try figures()
            #expect(idle.age == .zero && idle.unserved == [["cobol"]] && idle.count == 2)
            // What a broken worker offers is taken by nobody.
            let other = try queue.newWorker("other", labels: ["cobol"])
            #expect(try figures().age == .seconds(607) && figures().count == 0)
            try queue.report(other, .broken, detail: "why")
            #expect(try figures().age == .zero && figures().count == 2)
            // Where the last one drains, whatever comes next may take anything.
            try queue.report(worker, .draining, detail: "")
            #expect(try figures().age == .seconds(607) && figures().count == 2)
        },
    ]
}

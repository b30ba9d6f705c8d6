package import Queueing
internal import Testing

/// Something that every engine has to do, by name.
package struct QueueRequirement: Sendable, CustomTestStringConvertible {
    /// What is so, as a sentence.
    package let testDescription: String
    /// Tries it, with an engine's way of making queues.
    package let check: @Sendable (Workshop) throws -> Void

    init(_ sentence: String, _ check: @escaping @Sendable (Workshop) throws -> Void) {
        testDescription = sentence
        self.check = check
    }

    /// All of them.
    ///
    /// An engine runs them as the arguments of one test: `@Test(arguments: QueueRequirement.all)`, which calls `check` with
    /// a new `Workshop` of its own.
    package static let all: [QueueRequirement] =
        enqueueing + order + leasing + endings + deadLetters + cancelling + telling + waiting + lists + operating
        + retention
        + contents
        + crowds + access + outbox + sending
}

/// Makes queues of one engine for one requirement, with a clock that the requirement sets.
package final class Workshop: Sendable {
    /// Opens a database that was empty when this was made, as often as it is called.
    private let open: @Sendable (QueueSettings) throws -> any JobQueue
    let clock = ManualQueueClock()

    /// A workshop; `open` opens the same database each time, which was empty at first, with a connection of its own.
    package init(_ open: @escaping @Sendable (QueueSettings) throws -> any JobQueue) {
        self.open = open
    }

    /// One more connection to the database.
    func queue(_ change: (inout QueueSettings) -> Void = { _ in }) throws -> any JobQueue {
        var settings = QueueSettings(clock: clock)
        change(&settings)
        return try open(settings)
    }
}

extension JobQueue {
    /// What has happened to all jobs, once `isWhole` says so, or a minute is over.
    ///
    /// They are told up to the oldest transaction on the server, which may be another test's, and a slow one.
    @discardableResult
    package func allEvents(_ isWhole: ([JobEvent]) -> Bool) throws -> [JobEvent] {
        let end = ContinuousClock.now + .seconds(60)
        while true {
            let events = try events(of: nil, after: 0, limit: 10_000)
            if isWhole(events) || ContinuousClock.now >= end { return events }
        }
    }

    /// A job for a problem and a source that are stored.
    func newJob(
        _ source: String = "print('hello')",
        tenant: String = NewJob.defaultTenant,
        priority: Int = 0,
        key: String? = nil,
        labels: LabelSet = [],
        notBefore: Timestamp? = nil
    ) throws -> NewJob {
        let request = JudgingRequest(
            problem: .init(name: "hello", package: try put(Array("package".utf8))),
            language: "python3",
            files: [.init(name: "hello.py", content: try put(Array(source.utf8)))]
        )
        return NewJob(
            request,
            tenant: tenant,
            priority: priority,
            idempotencyKey: key,
            labels: labels,
            notBefore: notBefore
        )
    }

    /// A worker that takes jobs.
    func newWorker(_ name: String = "worker", labels: LabelSet = []) throws -> WorkerID {
        let worker = WorkerRecord(name: name, host: "here", process: 1, slots: 4, labels: labels, state: .ready)
        try register(worker)
        return worker.id
    }

    /// The job that is given out next, which has to be there.
    func leaseOne(_ worker: WorkerID, labels: LabelSet = []) throws -> Lease {
        try #require(try lease(1, for: worker, labels: labels).first)
    }

    /// A job that is there.
    func known(_ id: JobID) throws -> Job { try #require(try job(id)) }

    /// The kinds of a job's events.
    func story(_ id: JobID) throws -> [JobEvent.Kind] {
        try events(of: id, after: 0, limit: 1000).map(\.kind)
    }
}

extension JobResult {
    /// Accepted, with a report of no meaning.
    static let accepted = JobResult(verdict: "AC", report: Array("{\"verdict\":\"AC\"}".utf8))
}

/// Expects that `body` throws an error of the queue that `isRight` is content with.
func expectError(
    _ what: String,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () throws -> Void,
    isRight: (QueueError) -> Bool
) {
    do {
        try body()
        Issue.record("no error where there should be \(what)", sourceLocation: sourceLocation)
    } catch let error as QueueError {
        #expect(isRight(error), "\(error) where there should be \(what)", sourceLocation: sourceLocation)
        #expect(!error.description.contains("\n"), sourceLocation: sourceLocation)
    } catch {
        Issue.record("\(error) where there should be \(what)", sourceLocation: sourceLocation)
    }
}

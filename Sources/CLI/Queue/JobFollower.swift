internal import Core
internal import FoundationEssentials
internal import Linux
internal import Queueing
internal import Working

/// Follows a job while it waits and is judged, and tells of every step.
struct JobFollower {
    let queue: any JobQueue
    let id: JobID

    /// How a job ended.
    enum Ending {
        case finished([UInt8])
        case dead(String)
        case cancelled
        /// Nobody wants to follow it any more; it goes on.
        case left
    }

    /// Gives every event to `body` until the job ends, or there is something to read from `stop`.
    ///
    /// A queue that cannot be reached is waited for.
    @available(*, noasync)
    func follow(stop: CInt, _ body: (JobEvent) throws -> Void) throws -> Ending {
        var last = 0
        while !Self.isReadable(stop) {
            let events: [JobEvent]
            let ending: Ending?
            do throws(QueueError) {
                guard try queue.waitForEvents(of: id, after: last, timeout: .milliseconds(250)) else { continue }
                events = try queue.events(of: id, after: last, limit: 1000)
                // A dead job that was retried goes on.
                ending = events.contains(where: \.kind.isEnd) ? try self.ending() : nil
            } catch {
                guard error.isTransient else { throw error }
                _ = Self.isReadable(stop, within: .milliseconds(500))
                continue
            }
            for event in events {
                last = event.number
                try body(event)
            }
            if let ending { return ending }
        }
        return .left
    }

    private func ending() throws(QueueError) -> Ending? {
        guard let job = try queue.job(id) else { throw .unknownJob(id) }
        switch job.state {
        case .done:
            guard let result = try queue.result(of: id) else {
                throw .machinery(operation: "read a report", detail: "job \(id) is done and has none")
            }
            return .finished(result.report)
        case .dead: return .dead(job.deathReason ?? "for no known reason")
        case .cancelled: return .cancelled
        case .queued, .running: return nil
        }
    }

    /// Whether the descriptor is at its end or can be read.
    static func isReadable(_ number: CInt, within time: Duration = .zero) -> Bool {
        var poll = Poll()
        poll.add(number)
        return (try? poll.wait(nanoseconds: UInt64(max(0, time.inMilliseconds)) * 1_000_000)) ?? false
    }
}

/// What is stored as JSON, read again.
enum StoredJSON {
    /// The report of a job.
    ///
    /// - Throws: `Complaint` when it is none.
    static func report(_ bytes: [UInt8], of id: JobID) throws(Complaint) -> Report {
        guard let report = try? JSONDecoder().decode(Report.self, from: Data(bytes)) else {
            throw .ownFailure("the report of job \(id) cannot be read; it was made by another version of Assay")
        }
        return report
    }

    /// The report of a job that is a plain run.
    ///
    /// - Throws: `Complaint` when it is none.
    static func run(_ bytes: [UInt8], of id: JobID) throws(Complaint) -> RunReport {
        guard let report = try? JSONDecoder().decode(RunReport.self, from: Data(bytes)) else {
            throw .ownFailure("the report of run \(id) cannot be read; it was made by another version of Assay")
        }
        return report
    }

    /// What the event of a compilation tells; nil for another's.
    static func compiled(_ event: JobEvent) -> Report.Compile? {
        (try? JSONDecoder().decode(CompiledEvent.self, from: Data(event.detail)))?.compile
    }

    /// What the event of a test tells; nil for another's.
    static func test(_ event: JobEvent) -> TestEvent? {
        try? JSONDecoder().decode(TestEvent.self, from: Data(event.detail))
    }
}

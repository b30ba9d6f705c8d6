internal import Core
internal import Queueing

/// One go at one job, on a thread of its own: has it judged, tells every step, and how it ended.
///
/// However it ends, it is told once and under the lease; what cannot be told because the queue cannot be reached is told
/// when it can be again.
struct JobRun: Sendable {
    /// What came of it, for the worker.
    enum Ending: Sendable {
        /// It was judged, and its result is told.
        case well
        /// Our own machinery failed; by its kind failures are counted.
        case failed(kind: String, reason: String)
        /// Anything that says nothing of this worker.
        case otherwise
    }

    let held: HeldJob
    let queue: any JobQueue
    let judge: any JobJudge
    let log: WorkerLog
    /// Whether nothing is to be waited for any more.
    let isHurried: @Sendable () -> Bool

    private enum Message: Sendable {
        case step(Progress)
        case ended(Result<JobResult, JudgingFailure>)
    }

    private var id: WorkerLog.Field { .text(held.lease.job.id.rawValue) }

    /// Returns when the job is not this worker's any more.
    @available(*, noasync)
    func run() -> Ending {
        let start = ContinuousClock.now
        log.say("started", ["job": id, "attempt": .number(held.lease.attempt)])
        let (result, untold) = judged()
        let took = ContinuousClock.now - start
        switch result {
        case .success(let result):
            switch tell({ () throws(QueueError) in try queue.complete(held.lease, result, after: untold) }) {
            case .told:
                log.say("finished", ["job": id, "verdict": .text(result.verdict), "seconds": .seconds(took)])
                return .well
            case .untold(let error) where !error.isWaitedFor:
                // The lease must not just run out: that would be counted as if the job had ended its worker.
                fail(error.description, isFinal: false)
                return .failed(kind: "tell a result", reason: error.description)
            case .untold, .lost: return .otherwise
            }
        case .failure(let failure):
            return end(failure, took)
        }
    }

    /// What judging came to, and the steps that are not told yet.
    private func judged() -> (Result<JobResult, JudgingFailure>, [Progress]) {
        let prepared: any PreparedJob
        do throws(JudgingFailure) {
            prepared = try judge.prepare(held.lease)
        } catch {
            return (.failure(error), [])
        }
        let mailbox = Mailbox<Message>()
        held.run(
            Task.detached {
                do throws(JudgingFailure) {
                    let result = try await prepared.judge { mailbox.post(.step($0)) }
                    mailbox.post(.ended(.success(result)))
                } catch {
                    mailbox.post(.ended(.failure(error)))
                }
            }
        )
        while true {
            var steps: [Progress] = []
            for message in mailbox.take() {
                switch message {
                case .step(let step): steps.append(step)
                case .ended(let result): return (result, steps)
                }
            }
            tell(steps)
        }
    }

    /// Tells steps as far as that can be done now: the report has all of them, so that none is waited for.
    private func tell(_ steps: [Progress]) {
        do throws(QueueError) {
            try queue.record(steps, under: held.lease)
        } catch {
            if case .lostLease = error {
                held.stop(.lost)
            } else {
                log.say("untold", ["job": id, "reason": .text(error.description)], level: .warning)
            }
        }
    }

    private func end(_ failure: JudgingFailure, _ took: Duration) -> Ending {
        // Who stops a job need not look at what that looked like from within.
        switch held.stop {
        case .lost?:
            log.say("dropped", ["job": id, "reason": "the lease was lost"], level: .warning)
            return .otherwise
        case .cancelled?:
            let telling = tell { () throws(QueueError) in try queue.confirmCancellation(held.lease) }
            if case .told = telling { log.say("cancelled", ["job": id, "seconds": .seconds(took)]) }
            return .otherwise
        case .handBack(let reason)?:
            return handBack(reason)
        case nil: break
        }
        switch failure {
        case .refused(let line):
            fail(line, isFinal: true)
            return .otherwise
        case .unsuited(let line):
            fail(line, isFinal: false)
            return .otherwise
        case .queue(let error) where error.isWaitedFor:
            return handBack(error.description)
        case .queue(let error):
            fail(error.description, isFinal: false)
            return .otherwise
        case .machinery(let error):
            fail(error.description, isFinal: false)
            return .failed(kind: error.operation, reason: error.description)
        case .cancelled:
            return handBack("the grading was cancelled")
        }
    }

    private func handBack(_ reason: String) -> Ending {
        let telling = tell { () throws(QueueError) in _ = try queue.release(held.lease, reason: reason) }
        if case .told = telling { log.say("handed-back", ["job": id, "reason": .text(reason)]) }
        return .otherwise
    }

    private func fail(_ reason: String, isFinal: Bool) {
        tell { () throws(QueueError) in
            let afterwards = try queue.fail(held.lease, reason: reason, isFinal: isFinal)
            let state: WorkerLog.Field =
                switch afterwards {
                case .queued: "queued"
                case .dead: "dead"
                case .cancelled: "cancelled"
                }
            log.say("failed", ["job": id, "reason": .text(reason), "now": state], level: .warning)
        }
    }

    /// What came of telling how the job ended.
    private enum Telling {
        case told
        /// The lease is gone.
        case lost
        /// The queue would not have it.
        case untold(QueueError)
    }

    /// Tells how the job ended, again and again as long as the queue cannot be reached; asking twice does no harm.
    @discardableResult
    private func tell(_ body: () throws(QueueError) -> Void) -> Telling {
        var delay = Duration.milliseconds(50)
        while true {
            do throws(QueueError) {
                try body()
                return .told
            } catch {
                if case .lostLease = error {
                    log.say("dropped", ["job": id, "reason": "the lease was lost"], level: .warning)
                    return .lost
                }
                let isOver = !error.isWaitedFor || isHurried() || held.stop == .lost
                log.say(
                    isOver ? "untold" : "telling-again",
                    ["job": id, "reason": .text(error.description)],
                    level: isOver ? .error : .warning
                )
                // The lease runs out, and somebody else judges the job.
                if isOver { return .untold(error) }
            }
            Bell().wait(delay)
            delay = min(delay * 2, .seconds(2))
        }
    }
}

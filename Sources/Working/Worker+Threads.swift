internal import Core
internal import Linux
internal import Queueing
internal import Synchronization

extension Worker {
    /// Starts what goes on beside the jobs until the worker has ended.
    func startThreads() throws(QueueError) {
        do throws(Errno) {
            try Thread.start { self.sendHeartbeats() }
            try Thread.start { self.watchForCancellations() }
            try Thread.start { self.tidyUp() }
        } catch {
            throw .machinery(operation: "start a thread", detail: "\(error); raise the limit of processes: ulimit -u")
        }
    }

    // MARK: Heartbeats

    private func sendHeartbeats() {
        let pause = Bell()
        while !isEnded {
            let (id, held) = state.withLock { ($0.id, Array($0.held.values)) }
            do throws(QueueError) {
                let answers = try queue.heartbeat(id, held.map(\.lease))
                for (job, answer) in zip(held, answers) { take(answer, for: job) }
            } catch {
                log.say("heartbeat-failed", ["reason": .text(error.description)], level: .warning)
                // A worker that takes no jobs now, as all its slots are busy, would not hear of it otherwise.
                if case .invalid(let reason) = error, !isEnded { dropAll(of: id, reason) }
            }
            signOfLife()
            pause.wait(interval)
        }
    }

    /// As often as the queue wants it, and the service manager.
    private var interval: Duration {
        min(queue.settings.heartbeat, service?.watchdog.map { $0 / 3 } ?? queue.settings.heartbeat)
    }

    private func take(_ answer: HeartbeatAnswer, for job: HeldJob) {
        switch answer {
        case .extended(_, let cancel):
            if cancel { stop(job) }
        case .lost:
            // A job that has ended meanwhile is not lost, and nobody looks at this any more.
            job.stop(.lost)
        }
    }

    /// A worker that hangs is killed by its service manager: it gives signs of life only as long as it looks for jobs.
    ///
    /// That the queue cannot be reached is no reason to be killed; looking for jobs then goes on.
    private func signOfLife() {
        let isAlive = state.withLock { !$0.isTaking || ContinuousClock.now - $0.turned < .seconds(60) }
        if isAlive { service?.tell("WATCHDOG=1") }
    }

    // MARK: Requests to cancel

    private func watchForCancellations() {
        let pause = Bell()
        while !isEnded {
            let (id, known) = state.withLock { state in
                (state.id, Set(state.held.values.filter { $0.stop != nil }.map(\.lease.job.id)))
            }
            do throws(QueueError) {
                let wanted = try queue.waitForCancellations(of: id, besides: known, timeout: settings.patience)
                let jobs = state.withLock { state in wanted.compactMap { state.held[$0] } }
                for job in jobs { stop(job) }
                // Of jobs that we do not have, or have no more, nobody would wait for the next word.
                if jobs.count < wanted.count { pause.wait(.milliseconds(20)) }
            } catch {
                // Heartbeats bring the same requests, later.
                pause.wait(settings.patience)
            }
        }
    }

    private func stop(_ job: HeldJob) {
        if job.stop(.cancelled) { log.say("cancelling", ["job": .text(job.lease.job.id.rawValue)]) }
    }

    // MARK: Tidying up

    private func tidyUp() {
        let pause = Bell()
        var delay = Duration.seconds(1)
        while !isEnded {
            pause.wait(min(delay, settings.patience))
            delay -= settings.patience
            guard delay <= .zero else { continue }
            // Not all workers at the same time.
            delay = .milliseconds(Int.random(in: 8000...12000))
            guard let removed = try? queue.tidy() else { continue }
            if removed.jobs + removed.contents > 0 {
                log.say("tidied", ["jobs": .number(removed.jobs), "contents": .number(removed.contents)])
            }
            if removed.isMore { delay = .zero }
        }
    }
}

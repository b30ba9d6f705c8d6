internal import Core
internal import Linux
internal import Queueing
internal import Synchronization

// MARK: - Taking jobs

extension Worker {
    /// Makes the worker known to the queue, under a new id where the old one is gone there.
    func register() throws(QueueError) {
        let record = state.withLock { state in
            WorkerRecord(
                id: state.id,
                name: settings.name,
                host: settings.host,
                process: settings.process,
                slots: settings.slots,
                labels: state.labels
            )
        }
        try queue.register(record)
        try queue.report(record.id, .ready, detail: "")
        state.withLock { $0.isRegistered = $0.labels == record.labels }
        log.say(
            "ready",
            [
                "worker": .text(settings.name), "id": .text(record.id.rawValue), "queue": .text(queue.name),
                "slots": .number(settings.slots), "labels": .number(record.labels.labels.count),
            ]
        )
    }

    /// Keeps taking jobs until the worker is told otherwise.
    ///
    /// - Throws: what waiting does not mend.
    func takeJobs() throws(QueueError) {
        var delay = Duration.milliseconds(100)
        while isWorking {
            state.withLock { $0.turned = .now }
            do throws(QueueError) {
                if !state.withLock(\.isRegistered) { try register() }
                try takeWhatIsThere()
                delay = .milliseconds(100)
            } catch {
                try consider(error, delay)
                bell.wait(delay)
                delay = min(delay * 2, .seconds(5))
            }
        }
    }

    private func takeWhatIsThere() throws(QueueError) {
        let (id, labels, free) = state.withLock { ($0.id, $0.labels, settings.capacity - $0.held.count) }
        guard free > 0 else { return bell.wait(settings.patience) }
        let leases = try queue.lease(free, for: id, labels: labels)
        if leases.isEmpty {
            _ = try queue.waitForWork(labels: labels, timeout: settings.patience)
        } else {
            for lease in leases { start(lease) }
        }
    }

    /// What to do about an error of the queue's: nothing but wait, where that may mend it.
    func consider(_ error: QueueError, _ delay: Duration) throws(QueueError) {
        switch error {
        case .invalid(let reason):
            // What is refused of a worker that is not known yet is not told by its being known anew.
            if !dropAll(of: state.withLock(\.id), reason) {
                log.say("refused", ["reason": .text(reason), "retry": .seconds(delay)], level: .warning)
            }
        case .lostLease: break
        case _ where error.isWaitedFor:
            log.say(
                "queue-unavailable",
                ["reason": .text(error.description), "retry": .seconds(delay)],
                level: .warning
            )
        default:
            log.say("queue-failed", ["reason": .text(error.description)], level: .error)
            throw error
        }
    }

    /// We were taken for dead, as after the machine had been asleep: what we had is others' now.
    ///
    /// Nothing happens when we are known under another id meanwhile, or were never known.
    ///
    /// - Returns: Whether that was news.
    @discardableResult
    func dropAll(of id: WorkerID, _ reason: String) -> Bool {
        let held = state.withLock { state -> [HeldJob]? in
            guard state.id == id, state.isRegistered else { return nil }
            state.id = .random()
            state.isRegistered = false
            return Array(state.held.values)
        }
        guard let held else { return false }
        log.say("taken-for-gone", ["reason": .text(reason)], level: .warning)
        for job in held { job.stop(.lost) }
        return true
    }

    private func start(_ lease: Lease) {
        let held = HeldJob(lease)
        state.withLock { $0.held[lease.job.id] = held }
        let run = JobRun(held: held, queue: queue, judge: judge, log: log, isHurried: { self.isHurried })
        // Told to hand back everything, between the lease and now.
        if isHurried { held.stop(.handBack("the worker was told to stop at once")) }
        do throws(Errno) {
            try Thread.start { self.end(held, run.run()) }
        } catch {
            _ = try? queue.release(lease, reason: "could not start a thread: \(error)")
            end(held, .failed(kind: "start a thread", reason: "could not start a thread: \(error)"))
        }
    }

    private func end(_ held: HeldJob, _ ending: JobRun.Ending) {
        let broken = state.withLock { state -> String? in
            if state.held[held.lease.job.id] === held { state.held[held.lease.job.id] = nil }
            switch ending {
            case .well: state.breaker.reset()
            case .failed(let kind, let reason):
                guard state.breaker.count(kind), state.broken == nil else { return nil }
                state.broken = "\(settings.failures) jobs in a row failed alike; last: \(reason)"
                return state.broken
            case .otherwise: break
            }
            return nil
        }
        if let broken {
            log.say("broken", ["reason": .text(broken)], level: .error)
            queue.wake()
        }
        bell.ring()
    }
}

// MARK: - Ending

extension Worker {
    /// Finishes what is in hand or hands it back, and takes leave of the queue.
    func finish(detail: String) {
        let id = state.withLock(\.id)
        let isBroken = state.withLock(\.broken) != nil
        report(id, isBroken ? .broken : .draining, detail)
        if isBroken { handBackAll("the worker takes itself out of service") }
        var isOver = false
        while !isOver {
            let (count, phase) = state.withLock { ($0.held.count, $0.phase) }
            if count == 0 { break }
            switch phase {
            case .working: bell.wait(.milliseconds(100))
            case .draining(let until):
                if ContinuousClock.now >= until {
                    handBackAll("the worker was told to stop, and the time for finishing is over")
                    state.withLock { $0.phase = .hurried }
                } else {
                    bell.wait(min(until - .now, .milliseconds(500)))
                }
            case .hurried, .ended:
                handBackAll("the worker was told to stop at once")
                waitForHandingBack()
                isOver = true
            }
        }
        state.withLock { $0.phase = .ended }
        queue.wake()
        let left = state.withLock(\.held.count)
        // What could not be handed back is not ours any more either: the queue takes it when we are gone.
        report(id, .gone, left == 0 && !isBroken ? "" : detail)
        log.say("stopped", ["worker": .text(settings.name), "left": .number(left)])
    }

    /// Tells the queue how it is with us.
    ///
    /// A queue that cannot be reached must not hold up the end: what is not told soon
    /// shows by our being gone.
    private func report(_ id: WorkerID, _ worksAs: WorkerRecord.State, _ detail: String) {
        let isTold = Bell()
        let queue = queue
        do throws(Errno) {
            try Thread.start {
                try? queue.report(id, worksAs, detail: detail)
                isTold.ring()
            }
            isTold.wait(settings.farewell)
        } catch {
            try? queue.report(id, worksAs, detail: detail)
        }
    }

    /// Boxes are killed within moments; whatever takes longer than that is not waited for.
    private func waitForHandingBack() {
        let end = ContinuousClock.now + settings.surrender
        while ContinuousClock.now < end, state.withLock({ !$0.held.isEmpty }) { bell.wait(.milliseconds(50)) }
    }
}

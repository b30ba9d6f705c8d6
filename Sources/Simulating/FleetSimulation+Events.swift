internal import Core
internal import Queueing

/// What each event brings about.
extension FleetSimulation {
    mutating func take(_ kind: Event.Kind) {
        switch kind {
        case .arrival(let tenant, let source): arrive(tenant, source)
        case .accepted(let job): makeReady(job)
        case .ready(let job): makeReady(job)
        case .lease(let slot, let life): lease(slot, life)
        case .finished(let slot, let life, let job, let attempt):
            guard isLiving(slot / scenario.slots, life) else { return }
            foresee(
                .completed(slot: slot, life: life, job: job, attempt: attempt),
                at: database.commit(at: now)
            )
        case .completed(let slot, let life, let job, let attempt): complete(slot, life, job, attempt)
        case .heartbeat(let worker, let life):
            guard isLiving(worker, life) else { return }
            foresee(.extended(worker: worker, life: life), at: database.commit(at: now))
        case .extended(let worker, let life):
            guard isLiving(worker, life) else { return }
            workers[worker].leaseEnd = now + scenario.settings.lease.inMicroseconds
            foresee(
                .heartbeat(worker: worker, life: life),
                at: now + scenario.settings.heartbeat.inMicroseconds
            )
        case .kill(let worker): kill(worker)
        case .start(let worker): begin(worker, firstBeat: 0)
        case .tidy:
            takeBackLost()
            foresee(.tidy, at: now + 1_000_000)
        }
    }

    private func isLiving(_ worker: Int, _ life: Int) -> Bool {
        workers[worker].isAlive && workers[worker].life == life
    }

    // MARK: Arriving

    private mutating func arrive(_ tenant: Int, _ source: Int) {
        switch scenario.tenants[tenant].arrivals[source] {
        case .burst(let count, _):
            sourcesLeft -= 1
            // They are enqueued by the thousand, each thousand in one transaction.
            for start in stride(from: 0, to: count, by: 1000) {
                let time = database.commit(at: now)
                for _ in start..<min(start + 1000, count) { enqueue(tenant, committed: time) }
            }
        case .steady(let perSecond, _, let until):
            guard now < until.inMicroseconds else {
                sourcesLeft -= 1
                return
            }
            enqueue(tenant, committed: database.commit(at: now))
            foresee(.arrival(tenant: tenant, source: source), at: now + Int(chance.wait(mean: 1e6 / perSecond)))
        }
    }

    private mutating func enqueue(_ tenant: Int, committed: Int) {
        let refusal = scenario.settings.depth.refusal(
            tenant: scenario.tenants[tenant].name,
            adding: 1,
            ofTenant: openByTenant[tenant],
            inAll: open,
            endedLastMinute: 0
        )
        guard refusal == nil else {
            figures.refused += 1
            return
        }
        figures.accepted += 1
        open += 1
        openByTenant[tenant] += 1
        jobs.append(Job(tenant: tenant, acceptedAt: committed))
        foresee(.accepted(job: jobs.count - 1), at: committed)
    }

    private mutating func makeReady(_ job: Int) {
        jobs[job].turn = ready.add(job, of: jobs[job].tenant, turn: jobs[job].turn)
        figures.deepest = max(figures.deepest, ready.count)
        // One waiting slot is woken, whichever it is.
        while !idleSlots.isEmpty {
            idleSlots.swapAt(Int.random(in: idleSlots.indices, using: &chance), idleSlots.count - 1)
            let (slot, life) = idleSlots.removeLast()
            if isLiving(slot / scenario.slots, life) {
                foresee(.lease(slot: slot, life: life), at: database.commit(at: now))
                return
            }
        }
    }

    // MARK: Working

    private mutating func lease(_ slot: Int, _ life: Int) {
        let worker = slot / scenario.slots
        guard isLiving(worker, life) else { return }
        guard let job = ready.take() else {
            idleSlots.append((slot, life))
            return
        }
        if jobs[job].attempts == 0 { waits[jobs[job].tenant].append(now - jobs[job].acceptedAt) }
        jobs[job].attempts += 1
        jobs[job].holder = (worker, life)
        jobs[job].startedAt = now
        // A lease of its own begins with the job; the worker's next heartbeat comes long before it ends.
        workers[worker].leaseEnd = max(workers[worker].leaseEnd, now + scenario.settings.lease.inMicroseconds)
        workers[worker].jobs.insert(job)
        let time = serviceTime()
        slotMicroseconds += time
        for _ in 0..<scenario.progress { _ = database.commit(at: now) }
        foresee(.finished(slot: slot, life: life, job: job, attempt: jobs[job].attempts), at: now + time)
    }

    private mutating func serviceTime() -> Int {
        var rest = Int.random(in: 0..<100, using: &chance)
        for (percent, seconds) in scenario.service {
            if rest < percent { return Int(seconds * 1e6 * 0.5 + chance.wait(mean: seconds * 1e6 * 0.5)) }
            rest -= percent
        }
        return 0
    }

    private mutating func complete(_ slot: Int, _ life: Int, _ job: Int, _ attempt: Int) {
        let worker = slot / scenario.slots
        if let holder = jobs[job].holder, holder == (worker, life), jobs[job].attempts == attempt {
            if jobs[job].hasEnded { figures.twice += 1 }
            figures.done += 1
            end(job)
        } else {
            figures.wasted += 1
        }
        guard isLiving(worker, life) else { return }
        workers[worker].jobs.remove(job)
        foresee(.lease(slot: slot, life: life), at: database.commit(at: now))
    }

    private mutating func end(_ job: Int) {
        jobs[job].hasEnded = true
        jobs[job].holder = nil
        open -= 1
        openByTenant[jobs[job].tenant] -= 1
    }

    // MARK: Losing

    private mutating func kill(_ worker: Int) {
        figures.killed += 1
        workers[worker].isAlive = false
        foresee(.start(worker: worker), at: now + scenario.restart.inMicroseconds)
        lostLives.append((worker, workers[worker].life, workers[worker].leaseEnd, workers[worker].jobs))
        figures.wasted += workers[worker].jobs.count
        workers[worker].jobs = []
        workers[worker].life += 1
    }

    /// What workers do every second: jobs whose leases have run out come back.
    private mutating func takeBackLost() {
        if let outage = scenario.database.outage {
            let end = (outage.start + outage.length).inMicroseconds
            let grace = scenario.database.givesGrace ? scenario.settings.lease.inMicroseconds : 0
            // Nobody could send a heartbeat; whoever lives gets the time to.
            if (outage.start.inMicroseconds..<end + grace).contains(now) { return }
        }
        for index in lostLives.indices.reversed() where lostLives[index].leaseEnd < now {
            let lost = lostLives.remove(at: index)
            for job in lost.jobs.sorted() { lose(job, of: lost.worker, lost.life) }
        }
        // Workers that live, and whose heartbeats do not get through.
        for worker in workers.indices where workers[worker].leaseEnd < now && !workers[worker].jobs.isEmpty {
            for job in workers[worker].jobs.sorted() { lose(job, of: worker, workers[worker].life) }
            workers[worker].jobs = []
        }
    }

    private mutating func lose(_ job: Int, of worker: Int, _ life: Int) {
        guard let holder = jobs[job].holder, holder == (worker, life) else { return }
        jobs[job].holder = nil
        let moment = Timestamp(milliseconds: now / 1000)
        attempts[job, default: []].append(
            Attempt(
                number: jobs[job].attempts,
                worker: WorkerID(rawValue: "\(worker)"),
                workerName: "\(worker)",
                startedAt: Timestamp(milliseconds: jobs[job].startedAt / 1000),
                endedAt: moment,
                ending: .lost,
                reason: "its lease ran out"
            )
        )
        let afterwards = scenario.settings.retries.afterwards(
            attempts[job] ?? [],
            isFinal: false,
            isCancelled: false,
            now: moment,
            chance: chance.fraction()
        )
        switch afterwards {
        case .queued(let notBefore): foresee(.ready(job: job), at: max(now, notBefore.milliseconds * 1000))
        case .dead, .cancelled:
            figures.dead += 1
            end(job)
        }
    }
}

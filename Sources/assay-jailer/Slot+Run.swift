internal import CBox
internal import CLinux
internal import Glibc
internal import JailProtocol
internal import Linux

extension Slot {
    /// Makes the box of a run, up to its gate.
    ///
    /// - Throws: `JailFailure` when it cannot be made. That its furnishing failed is seen when it runs.
    mutating func prepare(
        _ box: BoxPlan,
        message: inout MessageSocket.Message
    ) throws(JailFailure) -> PreparedBox {
        guard let input = message.take(BoxPlan.Place.standardInput),
            let output = message.take(BoxPlan.Place.standardOutput),
            let error = message.take(BoxPlan.Place.standardError)
        else {
            throw JailFailure(operation: "run a box", subject: "its standard descriptors", errno: Int(EBADF))
        }
        // Stays the message's, which closes it: the box's init has a copy.
        let place = BoxPlan.Place.bundle
        let bundle = message.descriptors.indices.contains(place) ? message.descriptors[place] : -1
        let bay = bays[nextBay]
        let other = bays[1 - nextBay]
        try jailed("end the last box", box.arguments[0]) { () throws(Errno) in
            try bay.clear()
            if try other.isFree() { try other.clear() }
        }
        // Before the clone: init has only the descriptors that are open at that moment.
        do throws(Errno) {
            try cgroup.renewLeaf()
        } catch {
            throw JailFailure(operation: "renew the box's cgroup", subject: box.arguments[0], errno: Int(error.number))
        }
        try roots.enter(box.root)
        let preparation = Preparation(
            box,
            bundle: bundle,
            programID: configuration.programID,
            tasks: cgroup.tasks
        )
        let gate = try Gate()
        let started = try start(box, bay, preparation, input: input.number, gate: gate.number)
        nextBay = 1 - nextBay
        return PreparedBox(
            box: box,
            bay: bay,
            pidfd: started.pidfd,
            pipes: (started.output, started.error),
            files: (output.release(), error.release()),
            // While init still waits at the gate: a short program could otherwise be gone before we have looked.
            namespace: box.collection == nil ? .success(-1) : mountNamespace(of: started.pid),
            preparation: preparation,
            gate: gate
        )
    }

    /// Makes the box of the run that comes after the one that is going on, when that keeps nobody waiting.
    ///
    /// - Returns: whether it was made, or tried to be.
    mutating func prepareNext(_ message: inout MessageSocket.Message, _ box: BoxPlan) throws(Errno) -> Bool {
        // A leaf that is made anew for each run is not there yet.
        guard cgroup.isLasting, try bays[nextBay].isFree() else { return false }
        do throws(JailFailure) {
            next = .box(try prepare(box, message: &message))
        } catch {
            next = .failure(error)
        }
        return true
    }

    /// Runs a box from its gate to its end.
    ///
    /// - Returns: what became of it, and the descriptor of what was taken out of it, or -1.
    mutating func run(
        _ prepared: PreparedBox,
        control: borrowing MessageSocket
    ) throws(JailFailure) -> (BoxResult, CInt) {
        let box = prepared.box
        var supervision: Supervision
        do throws(Errno) {
            try cgroup.reset(memory: box.memoryBytes, processes: box.processes)
            supervision = Supervision(
                box: box,
                processorCount: processorCount,
                cpuBefore: try cgroup.cpuMicroseconds(),
                killsBefore: try cgroup.outOfMemoryKills()
            )
        } catch {
            throw giveUp(prepared, "reset the slot", "cgroup", error)
        }
        do throws(Errno) {
            try prepared.begin()
        } catch {
            throw giveUp(prepared, "open the gate", box.arguments[0], error)
        }
        do throws(Errno) {
            try supervision.watch(prepared, slot: &self, control: control)
        } catch {
            // We do not know what the box does, and it shares our memory: it ends with us, and the worker starts another.
            prepared.kill()
            Main.fail(
                JailFailure(operation: "watch over the box", subject: box.arguments[0], errno: Int(error.number))
            )
        }
        prepared.bay.lingering = LingeringBox(prepared)
        defer { prepared.release() }
        return try conclude(prepared, supervision)
    }

    /// Ends a box whose program has not begun.
    private func giveUp(_ box: PreparedBox, _ operation: String, _ subject: String, _ error: Errno) -> JailFailure {
        box.kill()
        box.release()
        box.bay.lingering = LingeringBox(box)
        return JailFailure(operation: operation, subject: subject, errno: Int(error.number))
    }

    /// Clones the box's init.
    private func start(
        _ box: BoxPlan,
        _ bay: Bay,
        _ preparation: Preparation,
        input: CInt,
        gate: CInt
    ) throws(JailFailure) -> (pid: Int, pidfd: CInt, output: CInt, error: CInt) {
        let plan = bay.plan
        do throws(Errno) {
            let output = try Pipe()
            let error = try Pipe()
            // Owned by the program, so that it may open /dev/stdout, as on any host.
            if configuration.clearsGroups {
                let owner = UInt32(configuration.programID)
                for pipe in [output.writer.number, error.writer.number] {
                    try checked { fchown(pipe, owner, owner) }
                }
            }
            plan.pointee = box_plan()
            preparation.fill(&plan.pointee)
            plan.pointee.jailer_pidfd = jailer.number
            plan.pointee.cgroup = cgroup.leaf.directory.number
            plan.pointee.standard_input = input
            plan.pointee.standard_output = output.writer.number
            plan.pointee.standard_error = error.writer.number
            plan.pointee.gate = gate
            plan.pointee.done = bay.doneWriter
            plan.pointee.listener_socket = listenerSender.number
            // Behind us, wherever we are: supervision must not wait for a program that spins.
            plan.pointee.niceness = min(19, try Processes.niceness() + 5)
            plan.pointee.uid = UInt32(configuration.programID)
            plan.pointee.gid = UInt32(configuration.programID)
            plan.pointee.clears_groups = configuration.clearsGroups ? 1 : 0
            var pidfd: Int32 = -1
            let pid = box_start(plan, bay.stacks, &pidfd)
            guard pid > 0 else { throw Errno(CInt(-pid)) }
            // The writers close here: when the box's are gone, too, the readers see the end.
            return (Int(pid), pidfd, output.takeReader().release(), error.takeReader().release())
        } catch {
            throw JailFailure(operation: "clone the box", subject: box.arguments[0], errno: Int(error.number))
        }
    }

    /// The namespace in which the box's files are.
    private func mountNamespace(of pid: Int) -> Result<CInt, Errno> {
        Result { () throws(Errno) in try Descriptor.open("\(pid)/ns/mnt", at: proc.number).release() }
    }

    private func isOutOfMemory(_ supervision: Supervision) throws(JailFailure) -> Bool {
        try jailed("read the cgroup", "memory") { () throws(Errno) in
            try cgroup.outOfMemoryKills() > supervision.killsBefore
        }
    }

    private func conclude(
        _ prepared: PreparedBox,
        _ supervision: Supervision
    ) throws(JailFailure) -> (BoxResult, CInt) {
        let box = prepared.box
        let plan = prepared.bay.plan.pointee
        var stop = supervision.stop
        if plan.failed_stage != 0 {
            // Killed on its way to its start: by the kernel, where its memory does not even hold that.
            guard BoxFailure.isDeath(plan), try isOutOfMemory(supervision) else {
                throw BoxFailure.describe(plan, box)
            }
            stop = .memory
        }
        guard plan.has_ended != 0 || stop != .none else {
            prepared.kill()
            throw JailFailure(operation: "watch over the box", subject: "its init died", errno: 0)
        }
        var result: BoxResult
        do throws(Errno) {
            guard try cgroup.isEmpty() else { throw .busy }
            // The kernel's own word outranks the clock's: a box that ran out of memory also runs out of time.
            if try cgroup.outOfMemoryKills() > supervision.killsBefore { stop = .memory }
            let ended = plan.has_ended != 0 && plan.ended_ns > 0 ? plan.ended_ns : Clock.nanoseconds
            result = BoxResult(
                stop: stop,
                call: supervision.forbiddenCall,
                waitStatus: plan.has_ended != 0 ? Int(plan.wait_status) : Int(SIGKILL),
                cpuMicroseconds: max(0, try cgroup.cpuMicroseconds() - supervision.cpuBefore),
                wallMicroseconds: plan.started_ns == 0
                    ? 0 : Int((max(ended, plan.started_ns) - plan.started_ns) / 1000),
                peakMemory: try cgroup.peakMemory(),
                maximumResidentSet: Int(plan.max_rss_kib) * 1024,
                endedNanoseconds: Int(ended),
                outputLength: supervision.outputLength,
                errorLength: supervision.errorLength,
                collected: nil,
                collectionFailure: ""
            )
        } catch {
            throw JailFailure(operation: "read the cgroup", subject: box.arguments[0], errno: Int(error.number))
        }
        guard let collection = box.collection else { return (result, -1) }
        let namespace = try jailed("look at the box's files", collection.directory) { () throws(Errno) in
            try prepared.namespace.get()
        }
        let collected = try Collector(collection, programID: configuration.programID).collect(from: namespace)
        result.collected = collected.files
        result.collectionFailure = collected.refusal
        return (result, collected.bundle)
    }
}

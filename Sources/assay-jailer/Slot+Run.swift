internal import CBox
internal import CLinux
internal import Glibc
internal import JailProtocol
internal import Linux

extension Slot {
    /// Runs one box from its making to its end.
    ///
    /// - Returns: what became of it, and the descriptor of what was taken out of it, or -1.
    mutating func run(
        _ box: BoxPlan,
        message: inout MessageSocket.Message,
        control: borrowing MessageSocket
    ) throws(JailFailure) -> (BoxResult, CInt) {
        guard let input = message.take(BoxPlan.Place.standardInput),
            let output = message.take(BoxPlan.Place.standardOutput),
            let error = message.take(BoxPlan.Place.standardError)
        else {
            throw JailFailure(operation: "run a box", subject: "its standard descriptors", errno: Int(EBADF))
        }
        // Stays the message's, which closes it when the run is over.
        let place = BoxPlan.Place.bundle
        let bundle = message.descriptors.indices.contains(place) ? message.descriptors[place] : -1
        let killsBefore: Int
        let cpuBefore: Int
        do throws(Errno) {
            try awaitLingering()
            try cgroup.reset(memory: box.memoryBytes, processes: box.processes)
            killsBefore = try cgroup.outOfMemoryKills()
            cpuBefore = try cgroup.cpuMicroseconds()
        } catch {
            throw JailFailure(operation: "reset the slot", subject: "cgroup", errno: Int(error.number))
        }
        try roots.enter(box.root)

        let preparation = Preparation(
            box,
            bundle: bundle,
            programID: configuration.programID,
            tasks: cgroup.tasks
        )
        let gate = try box.collection.map { _ throws(JailFailure) in try Gate() }
        let started = try start(box, preparation, input: input, gate: gate?.number ?? -1)
        var supervision = Supervision(
            box: box,
            processorCount: processorCount,
            cpuBefore: cpuBefore,
            killsBefore: killsBefore
        )
        // While init still waits at the gate: a short program could otherwise be gone before we have looked.
        let namespace = box.collection == nil ? nil : mountNamespace(of: started.pid)
        gate?.open()
        do throws(Errno) {
            try supervision.watch(started, output: output, error: error, slot: self, control: control)
        } catch {
            // We do not know what the box does, and it shares our memory: it ends with us, and the worker starts another.
            started.kill()
            Main.fail("lost sight of a box: \(error)")
        }
        lingering = LingeringBox(pidfd: started.takePidfd(), preparation: preparation)
        return try conclude(box, supervision, namespace: namespace)
    }

    /// Waits until the last box's init is gone, and forgets what it said.
    private mutating func awaitLingering() throws(Errno) {
        guard let last = lingering else { return }
        try last.wait()
        lingering = nil
        // It may have said so after we had seen its end.
        var poll = Poll()
        poll.add(doneReader)
        var byte: UInt8 = 0
        if try poll.wait(nanoseconds: 0) { _ = read(doneReader, &byte, 1) }
    }

    /// Clones the box's init.
    ///
    /// When this returns the box may already be running.
    private func start(
        _ box: BoxPlan,
        _ preparation: Preparation,
        input: borrowing Descriptor,
        gate: CInt
    ) throws(JailFailure) -> RunningBox {
        do throws(Errno) {
            let output = try Pipe()
            let error = try Pipe()
            // Owned by the program, so that it may open /dev/stdout, as on any host.
            if configuration.clearsGroups {
                fchown(output.writer.number, UInt32(configuration.programID), UInt32(configuration.programID))
                fchown(error.writer.number, UInt32(configuration.programID), UInt32(configuration.programID))
            }
            plan.pointee = box_plan()
            preparation.fill(&plan.pointee)
            plan.pointee.jailer_pidfd = jailer.number
            plan.pointee.proc = proc.number
            plan.pointee.cgroup = cgroup.leaf.directory.number
            plan.pointee.standard_input = input.number
            plan.pointee.standard_output = output.writer.number
            plan.pointee.standard_error = error.writer.number
            plan.pointee.gate = gate
            plan.pointee.done = doneWriter
            plan.pointee.listener_socket = listenerSender.number
            // Behind us, wherever we are: supervision must not wait for a program that spins.
            plan.pointee.niceness = min(19, getpriority(PRIO_PROCESS, 0) + 5)
            plan.pointee.uid = UInt32(configuration.programID)
            plan.pointee.gid = UInt32(configuration.programID)
            plan.pointee.clears_groups = configuration.clearsGroups ? 1 : 0
            plan.pointee.has_root = configuration.jailerID == 0 ? 1 : 0
            var pidfd: Int32 = -1
            let pid = box_start(plan, stacks, &pidfd)
            guard pid > 0 else { throw Errno(CInt(-pid)) }
            // The writers close here: when the box's are gone, too, the readers see the end.
            return RunningBox(
                pid: Int(pid),
                pidfd: Descriptor(owning: pidfd),
                output: output.takeReader(),
                error: error.takeReader()
            )
        } catch {
            throw JailFailure(operation: "clone the box", subject: box.arguments[0], errno: Int(error.number))
        }
    }

    /// The namespace in which the box's files are, which outlives the box while we hold it.
    private func mountNamespace(of pid: Int) -> Descriptor? {
        try? Descriptor.open("\(pid)/ns/mnt", at: proc.number)
    }

    private func conclude(
        _ box: BoxPlan,
        _ supervision: Supervision,
        namespace: consuming Descriptor?
    ) throws(JailFailure) -> (BoxResult, CInt) {
        let plan = plan.pointee
        if plan.failed_stage != 0 {
            throw BoxFailure.describe(plan, box)
        }
        var stop = supervision.stop
        guard plan.has_ended != 0 || stop != .none else {
            throw JailFailure(operation: "watch over the box", subject: "its init died", errno: 0)
        }
        var result: BoxResult
        do throws(Errno) {
            guard try cgroup.isEmpty() else { throw .busy }
            // The kernel's own word outranks the clock's: a box that ran out of memory also runs out of time.
            if try cgroup.outOfMemoryKills() > supervision.killsBefore { stop = .memory }
            let ended = plan.has_ended != 0 ? plan.ended_ns : Clock.nanoseconds
            result = BoxResult(
                stop: stop,
                call: supervision.forbiddenCall,
                waitStatus: plan.has_ended != 0 ? Int(plan.wait_status) : Int(SIGKILL),
                cpuMicroseconds: try cgroup.cpuMicroseconds() - supervision.cpuBefore,
                wallMicroseconds: plan.started_ns == 0 ? 0 : Int((ended - plan.started_ns) / 1000),
                peakMemory: try cgroup.peakMemory(),
                maximumResidentSet: Int(plan.max_rss_kib) * 1024,
                outputLength: supervision.outputLength,
                errorLength: supervision.errorLength,
                collected: nil,
                collectionFailure: ""
            )
        } catch {
            throw JailFailure(operation: "read the cgroup", subject: box.arguments[0], errno: Int(error.number))
        }
        guard let collection = box.collection else { return (result, -1) }
        guard let namespace else {
            result.collectionFailure = "its files were gone before they could be looked at"
            return (result, -1)
        }
        let collected = Collector(collection, programID: configuration.programID).collect(from: namespace)
        result.collected = collected.files
        result.collectionFailure = collected.failure
        return (result, collected.bundle)
    }
}

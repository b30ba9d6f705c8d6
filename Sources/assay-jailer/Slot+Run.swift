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
        try jailed("renew the box's cgroup", box.arguments[0]) { () throws(Errno) in try bay.cgroup.renewIfStale() }
        try roots.enter(box.root)
        let tasks = bay.cgroup.leaf.controls.tasks
        let preparation = try Preparation(box, bundle: bundle, for: configuration, tasks: tasks)
        let started = try start(box, bay, preparation, input: input.number)
        nextBay = 1 - nextBay
        let prepared = PreparedBox(
            box: box,
            bay: bay,
            pidfd: started.pidfd,
            pipes: (started.output, started.error),
            files: (output.release(), error.release()),
            // While init still waits at the gate: a short program could otherwise be gone before we have looked.
            namespace: box.collection == nil ? .success(-1) : mountNamespace(of: started.pid),
            preparation: preparation
        )
        // While its init furnishes the box.
        do throws(Errno) {
            try bay.cgroup.arm(memory: box.memoryBytes, processes: box.processes)
        } catch {
            prepared.abandon()
            throw JailFailure(operation: "limit the box", subject: "cgroup", errno: Int(error.number))
        }
        return prepared
    }

    /// Makes a box while a run is going on, when that keeps nobody waiting.
    ///
    /// - Returns: the box, or why there is none; nil when it has to wait for the run's end.
    mutating func prepareAhead(_ message: inout MessageSocket.Message, _ box: BoxPlan) throws(Errno) -> NextRun? {
        guard try bays[nextBay].isFree() else { return nil }
        do throws(JailFailure) {
            return .box(try prepare(box, message: &message))
        } catch {
            return .failure(error)
        }
    }

    /// Gives up the box that was made in the hope of a run.
    mutating func abandonExpected() {
        if case .box(let box)? = expected.take() { box.abandon() }
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
            supervision = try Supervision(box: box, processorCount: processorCount)
            try prepared.begin()
        } catch {
            prepared.abandon()
            throw JailFailure(operation: "begin the run", subject: box.arguments[0], errno: Int(error.number))
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

    /// Clones the box's init.
    private func start(
        _ box: BoxPlan,
        _ bay: Bay,
        _ preparation: Preparation,
        input: CInt
    ) throws(JailFailure) -> (pid: Int, pidfd: CInt, output: CInt, error: CInt) {
        let plan = bay.plan
        do throws(Errno) {
            let output = try Pipe()
            let error = try Pipe()
            // Our ends alone: nothing that a program does with its own may keep us from supervising it.
            try output.reader.neverWait()
            try error.reader.neverWait()
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
            plan.pointee.cgroup = bay.cgroup.leaf.directory.number
            plan.pointee.standard_input = input
            plan.pointee.standard_output = output.writer.number
            plan.pointee.standard_error = error.writer.number
            plan.pointee.gate = bay.gate.number
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

    private func hasLostProcess(_ bay: Bay) throws(JailFailure) -> Bool {
        try jailed("read the cgroup", "memory") { () throws(Errno) in try bay.cgroup.hasLostProcess() }
    }

    private mutating func conclude(
        _ prepared: PreparedBox,
        _ supervision: Supervision
    ) throws(JailFailure) -> (BoxResult, CInt) {
        let box = prepared.box
        let plan = prepared.bay.plan.pointee
        if plan.failed_stage != 0 {
            // Killed on its way to its start: by the kernel, where its memory does not even hold that.
            guard BoxFailure.isDeath(plan), try hasLostProcess(prepared.bay) else {
                throw BoxFailure.describe(plan, box)
            }
        } else if plan.has_ended == 0, supervision.stop == .none {
            prepared.kill()
            throw JailFailure(operation: "watch over the box", subject: "its init died", errno: 0)
        }
        var result: BoxResult
        let isHostShort: Bool
        do throws(Errno) {
            let bay = prepared.bay
            try bay.cgroup.waitUntilEmpty()
            let counted = try bay.cgroup.countMemory()
            let hasLostProcess = counted.hasLostProcess
            isHostShort = hasLostProcess && !counted.hasMetLimit
            let ended = plan.has_ended != 0 && plan.ended_ns > 0 ? plan.ended_ns : try Clock.now()
            result = BoxResult(
                // The kernel's own word outranks the clock's: a box that ran out of memory also runs out of time.
                stop: hasLostProcess ? .memory : supervision.stop,
                call: supervision.forbiddenCall,
                waitStatus: plan.has_ended != 0 ? Int(plan.wait_status) : Int(SIGKILL),
                cpuMicroseconds: try bay.cgroup.cpuMicroseconds(),
                wallMicroseconds: plan.started_ns == 0
                    ? 0 : Int((max(ended, plan.started_ns) - plan.started_ns) / 1000),
                peakMemory: try bay.cgroup.peakMemory(),
                memoryRefusals: counted.refusals,
                maximumResidentSet: try residentSet(plan),
                peakProcesses: try bay.cgroup.peakProcesses(),
                endedNanoseconds: Int(ended),
                outputLength: supervision.outputLength,
                errorLength: supervision.errorLength,
                collected: nil,
                collectionFailure: ""
            )
        } catch {
            throw JailFailure(operation: "read the cgroup", subject: box.arguments[0], errno: Int(error.number))
        }
        // Not the box's limit was met, but that of a cgroup above it, or the host's: no verdict on the program.
        if isHostShort {
            throw JailFailure(operation: "keep the box in memory", subject: "the host ran short", errno: Int(ENOMEM))
        }
        guard let collection = box.collection else { return (result, -1) }
        let namespace = try jailed("look at the box's files", collection.directory) { () throws(Errno) in
            try prepared.namespace.get()
        }
        let collected = try Collector(collection, for: configuration).collect(from: namespace)
        result.collected = collected.files
        result.collectionFailure = collected.refusal
        return (result, collected.bundle)
    }

    /// The largest resident set of a process of the box, in bytes; nil where it cannot be told.
    ///
    /// A process inherits the mark of the memory in which it called execve(2) (`exec_mmap` in fs/exec.c): for the program's
    /// first that is ours. So what is above our own mark is the box's, and what is not may be either's. The kernel counts
    /// pages by processor and sums up roughly for the one, exactly for the other: what is only a little above is no news.
    private mutating func residentSet(_ plan: box_plan) throws(Errno) -> Int? {
        let told = Int(plan.max_rss_kib) - 1024
        // Ours only ever grows, slowly, and reading it takes longer than most programs are small.
        if told <= ownResidentMark { return nil }
        if ownStatus == nil { ownStatus = try Descriptor.open("self/status", at: proc.number).release() }
        guard let ownStatus, let mark = try KernelNumber.read("VmHWM:", from: ownStatus, upTo: 4096) else { return nil }
        ownResidentMark = mark
        return told > mark ? Int(plan.max_rss_kib) * 1024 : nil
    }
}

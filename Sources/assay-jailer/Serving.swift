internal import Glibc
internal import JailProtocol
internal import Linux

/// The second of the jailer's two lives: one request after the other, until the worker closes the control socket.
enum Serving {
    static func run(control: consuming MessageSocket) -> Never {
        let failure = serve(control)
        // Not closed: it is what the failure is told through.
        _ = control.release()
        Main.fail(failure)
    }

    /// Returns only when it can go on no longer.
    private static func serve(_ control: borrowing MessageSocket) -> JailFailure {
        do throws(JailFailure) {
            try ResourceLimits.requireNoCoreSocket()
            try lockDown()
            var slot = try configure(control)
            while true { try answerNext(&slot, control) }
        } catch {
            return error
        }
    }

    private static func answerNext(
        _ slot: inout Slot,
        _ control: borrowing MessageSocket
    ) throws(JailFailure) {
        do throws(Errno) {
            var attachment: CInt = -1
            // A cancel that crossed the end of its run has no answer.
            guard let answer = try nextAnswer(&slot, control, &attachment) else { return }
            try control.send(answer.bytes, descriptors: attachment >= 0 ? [attachment] : [])
            if attachment >= 0 { close(attachment) }
        } catch {
            throw JailFailure(operation: "answer the worker", subject: "control socket", errno: Int(error.number))
        }
    }

    /// What no box may ever be without, before the first request is taken.
    private static func lockDown() throws(JailFailure) {
        func step(_ subject: String, _ body: () throws(Errno) -> Void) throws(JailFailure) {
            try jailed("lock the slot down", subject, body)
        }
        // We were executed as /proc/self/exe, and would be called `exe`.
        try step("our name") { () throws(Errno) in try Identity.setName("assay-jailer") }
        // When memory runs short on the host, a box goes first: what we clone inherits this, and cannot take it back, as
        // its /proc is read-only. We go along if need be; the worker then starts another of us.
        try step("oom_score_adj") { () throws(Errno) in
            try Descriptor.open("/proc/self/oom_score_adj", O_WRONLY).overwrite("1000")
        }
        // Nothing that is executed from here on can ever have a capability: the bounding set is empty for good.
        try step("capabilities") { () throws(Errno) in try Identity.forgetCapabilitiesOnExecute() }
        // Our memory is the box's init's, too. Programs of the same uid (rootless, one id) must not look into it.
        try step("PR_SET_DUMPABLE") { () throws(Errno) in try Identity.setInspectable(false) }
        // A box's output may go into a pipe whose reader is gone: that is an errno, and no reason for us to die.
        Signals.blockBrokenPipes()
        try step("propagation of mounts") { () throws(Errno) in try Mounts.makeAllPrivate() }
        // No new user namespaces inside: they would give a program capabilities over namespaces of its own.
        try step("max_user_namespaces") { () throws(Errno) in
            try Descriptor.open("/proc/sys/user/max_user_namespaces", O_WRONLY).overwrite("0")
        }
    }

    /// Does what is to be done next: the run that was asked for during the last one, or else what comes.
    private static func nextAnswer(
        _ slot: inout Slot,
        _ control: borrowing MessageSocket,
        _ attachment: inout CInt
    ) throws(Errno) -> Answer? {
        do throws(JailFailure) {
            if let next = slot.next.take() {
                switch next {
                case .failure(let failure): throw failure
                case .box(let box): return try run(box, &slot, control, &attachment)
                }
            }
        } catch {
            return .failed(error)
        }
        guard var message = try nextMessage(&slot, control) else { _exit(0) }
        do throws(JailFailure) {
            return try handle(&message, slot: &slot, control: control, attachment: &attachment)
        } catch {
            return .failed(error)
        }
    }

    private static func nextMessage(
        _ slot: inout Slot,
        _ control: borrowing MessageSocket
    ) throws(Errno) -> MessageSocket.Message? {
        if let kept = slot.takeKept() { return kept }
        for bay in slot.bays { try bay.clear(unlessReady: control.descriptor.number) }
        return try control.receive()
    }

    private static func run(
        _ box: PreparedBox,
        _ slot: inout Slot,
        _ control: borrowing MessageSocket,
        _ attachment: inout CInt
    ) throws(JailFailure) -> Answer {
        let (result, bundle) = try slot.run(box, control: control)
        attachment = bundle
        return .finished(result)
    }

    /// Carries one request out; `attachment` becomes a descriptor to send along.
    private static func handle(
        _ message: inout MessageSocket.Message,
        slot: inout Slot,
        control: borrowing MessageSocket,
        attachment: inout CInt
    ) throws(JailFailure) -> Answer? {
        guard let request = try? Request(bytes: message.bytes) else {
            throw JailFailure(operation: "read a request", subject: "\(message.bytes.count) bytes", errno: 0)
        }
        // Nothing of what it stands on may change under the box that is waiting.
        if case .begin = request {} else if case .cancel = request {} else { slot.abandonExpected() }
        switch request {
        case .expect(let box):
            slot.expected = expected(box, &slot, &message)
            return nil
        case .begin(let number):
            switch slot.expected.take() {
            case .box(let box)?:
                box.box.number = number
                return try run(box, &slot, control, &attachment)
            case .failure(let failure)?: throw failure
            case nil: throw JailFailure(operation: "begin a run", subject: "none is expected", errno: 0)
            }
        case .prepare(let plan):
            try slot.roots.prepare(plan, message: &message)
            return .ready
        case .artifact(let plan):
            guard let bundle = message.take(0) else {
                throw JailFailure(operation: "keep an artifact", subject: plan.key, errno: Int(EBADF))
            }
            try slot.roots.keep(plan, bundle: bundle.number)
            return .ready
        case .run(let box):
            return try run(slot.prepare(box, message: &message), &slot, control, &attachment)
        case .cancel, .settle:
            return nil
        case .mapped, .configure:
            throw JailFailure(operation: "take a request", subject: "one that comes only once", errno: 0)
        }
    }

    private static func expected(
        _ box: BoxPlan,
        _ slot: inout Slot,
        _ message: inout MessageSocket.Message
    ) -> NextRun {
        do throws(JailFailure) {
            return .box(try slot.prepare(box, message: &message))
        } catch {
            return .failure(error)
        }
    }

    private static func configure(_ control: borrowing MessageSocket) throws(JailFailure) -> Slot {
        var message = try configuration(control)
        guard case .configure(let configuration)? = try? Request(bytes: message.bytes) else {
            throw JailFailure(operation: "take the configuration", subject: "control socket", errno: Int(EPROTO))
        }
        let slot = try Slot(configuration, message: &message)
        do throws(Errno) {
            try control.send(Answer.ready.bytes)
        } catch {
            throw JailFailure(operation: "be ready", subject: "control socket", errno: Int(error.number))
        }
        return slot
    }

    private static func configuration(_ control: borrowing MessageSocket) throws(JailFailure) -> MessageSocket.Message {
        do throws(Errno) {
            // Else the worker is gone.
            guard let message = try control.receive() else { _exit(0) }
            return message
        } catch {
            throw JailFailure(operation: "take the configuration", subject: "control socket", errno: Int(error.number))
        }
    }
}

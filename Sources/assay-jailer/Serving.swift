internal import Glibc
internal import JailProtocol
internal import Linux

/// The second of the jailer's two lives: one request after the other, until the worker closes the control socket.
enum Serving {
    static func run(control: consuming MessageSocket) -> Never {
        do {
            // We were executed as /proc/self/exe, and would be called `exe`.
            try Identity.setName("assay-jailer")
            // When memory runs short on the host, a box goes first: what we clone inherits this, and cannot take it back, as
            // its /proc is read-only. We go along if need be; the worker then starts another of us.
            try Descriptor.open("/proc/self/oom_score_adj", O_WRONLY).overwrite("1000")
            // Nothing that is executed from here on can ever have a capability: the bounding set is empty for good.
            try Identity.forgetCapabilitiesOnExecute()
            // Our memory is the box's init's, too. Programs of the same uid (rootless, one id) must not look into it.
            try Identity.setInspectable(false)
            // A box's output may go into a pipe whose reader is gone: that is an errno, and no reason for us to die.
            Signals.blockBrokenPipes()
            try Mounts.makeAllPrivate()
            // No new user namespaces inside: they would give a program capabilities over namespaces of its own.
            try Descriptor.open("/proc/sys/user/max_user_namespaces", O_WRONLY).overwrite("0")
        } catch {
            Main.fail("could not lock the slot down: \(error)")
        }
        guard var slot = configure(control) else { _exit(0) }
        while true {
            do {
                var attachment: CInt = -1
                // A cancel that crossed the end of its run has no answer.
                guard let answer = try nextAnswer(&slot, control, &attachment) else { continue }
                try control.send(answer.bytes, descriptors: attachment >= 0 ? [attachment] : [])
                if attachment >= 0 { close(attachment) }
            } catch {
                Main.fail("lost the worker: \(error)")
            }
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

    private static func configure(_ control: borrowing MessageSocket) -> Slot? {
        do {
            guard var message = try control.receive(),
                case .configure(let configuration)? = try? Request(bytes: message.bytes)
            else { return nil }
            let slot = try Slot(configuration, message: &message)
            try control.send(Answer.ready.bytes)
            return slot
        } catch let failure as JailFailure {
            try? control.send(Answer.failed(failure).bytes)
            return nil
        } catch {
            Main.fail("could not be configured: \(error)")
        }
    }
}

// The jailer: one process a slot, resident, single-threaded. It makes boxes, watches over them, and tells what became
// of them. docs/sandbox.md has the theory of operation.
//
//     worker ──control socket (descriptor 3)── jailer ── box init (PID 1 of the run) ── the program
//
// It is started twice: `enter` makes the slot's user, mount and network namespaces and executes itself again as `serve`,
// because only a program that was executed inside the user namespace has a memory whose owner that namespace is.

internal import CBox
internal import Glibc
internal import JailProtocol
internal import Linux

@main
struct Main {
    /// The descriptor under which the worker passes the control socket on.
    static let controlDescriptor = CInt(BOX_CONTROL)

    static func main() {
        let arguments = CommandLine.arguments
        // Whatever the worker's: what we make for boxes has the modes that we say.
        umask(0o022)
        switch arguments.dropFirst().first {
        case "enter" where arguments.count == 3:
            guard let ids = Entering.IDs(rawValue: arguments[2]) else {
                fail(JailFailure(operation: "take on ids", subject: arguments[2], errno: Int(EINVAL)))
            }
            Entering(ids: ids).run(control: MessageSocket(owning: Descriptor(owning: controlDescriptor)))
        case "serve":
            Serving.run(control: MessageSocket(owning: Descriptor(owning: controlDescriptor)))
        case "sweep" where arguments.count > 3:
            Sweeper(directories: Array(arguments.dropFirst(3)), leaf: arguments[2])
                .run(worker: Descriptor(owning: controlDescriptor))
        default:
            // Of a process in a box that was given a file that looks like us, too: then nobody is at the other end.
            fail(JailFailure(operation: "start", subject: "assay-jailer, which assay starts and nobody else", errno: 0))
        }
    }

    /// Tells the worker why we cannot go on, and does not; where there is no worker, standard error.
    static func fail(_ failure: JailFailure) -> Never {
        let control = MessageSocket(owning: Descriptor(owning: controlDescriptor))
        do throws(Errno) {
            try control.send(Answer.lost(failure).bytes)
        } catch {
            let cause = failure.errno == 0 ? "" : ": \(Errno(CInt(truncatingIfNeeded: failure.errno)))"
            let line = Array("assay-jailer: could not \(failure.operation) (\(failure.subject))\(cause)\n".utf8)
            _ = line.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
        }
        _exit(3)
    }
}

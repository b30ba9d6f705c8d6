// The jailer: one process a slot, resident, single-threaded. It makes boxes, watches over them, and tells what became
// of them. docs/sandbox.md has the theory of operation.
//
//     worker ──control socket (descriptor 3)── jailer ── box init (PID 1 of the run) ── the program
//
// It is started twice: `enter` makes the slot's user, mount and network namespaces and executes itself again as `serve`,
// because only a program that was executed inside the user namespace has a memory whose owner that namespace is.

internal import CBox
internal import Glibc
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
            guard let ids = Entering.IDs(rawValue: arguments[2]) else { fail("there are no ids \(arguments[2])") }
            Entering(ids: ids).run(control: MessageSocket(owning: Descriptor(owning: controlDescriptor)))
        case "serve":
            Serving.run(control: MessageSocket(owning: Descriptor(owning: controlDescriptor)))
        case "sweep" where arguments.count > 3:
            Sweeper(directories: Array(arguments.dropFirst(3)), leaf: arguments[2])
                .run(worker: Descriptor(owning: controlDescriptor))
        default:
            fail("assay-jailer is started by assay and by nobody else")
        }
    }

    /// Says why we cannot go on, and does not.
    static func fail(_ message: String) -> Never {
        let line = Array("assay-jailer: \(message)\n".utf8)
        _ = line.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
        _exit(3)
    }
}

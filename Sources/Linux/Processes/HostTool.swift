internal import Glibc

/// Running a program of the host's for what we ourselves want done, such as `tar`.
///
/// Never for a program of somebody else's.
public enum HostTool {
    /// What is run, and as what.
    public struct Call: Hashable, Sendable {
        /// The program's file, in the root that it is run in; no script, as its interpreter could not open it again.
        public var program: String
        /// Its arguments, the first of which is its name.
        public var arguments: [String]
        /// Its whole environment, each as `NAME=value`.
        public var environment: [String]
        /// What it has to itself.
        public var isolation: ChildProcess.Isolation
        /// Whether what it writes to descriptor 3 is handed over, too.
        public var usesThirdDescriptor: Bool

        /// A call of `program`.
        public init(
            _ program: String,
            _ arguments: [String],
            environment: [String] = [],
            isolation: ChildProcess.Isolation = ChildProcess.Isolation(),
            usesThirdDescriptor: Bool = false
        ) {
            self.program = program
            self.arguments = arguments
            self.environment = environment
            self.isolation = isolation
            self.usesThirdDescriptor = usesThirdDescriptor
        }
    }

    /// Runs it with nothing to read, and hands over what it writes, standard output and standard error in one.
    ///
    /// Returns when it has ended; in a PID namespace of its own everything that it started has ended, too. When we end
    /// before it does, it is killed.
    ///
    /// - Parameters:
    ///   - call: What to run.
    ///   - stop: A descriptor; as soon as it can be read, or its other end is closed, the program is killed.
    ///   - output: Takes the bytes, as they come.
    /// - Returns: How it ended; nil when it was stopped.
    /// - Throws: the errno of opening or starting it.
    @available(*, noasync, message: "this blocks the thread")
    public static func run(
        _ call: Call,
        stop: CInt = -1,
        output: ([UInt8]) -> Void
    ) throws(Errno) -> ChildProcess.End? {
        let (reader, writer) = try Pipe().release()
        let reading = Descriptor(owning: reader)
        let child = try start(call, output: writer)
        var poll = Poll()
        poll.add(reading.number)
        poll.add(child.pidfd.number)
        poll.add(stop)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var isStopped = false
        while true {
            guard try poll.wait(nanoseconds: nil) else { continue }
            if !isStopped, poll.isReady(2) {
                isStopped = true
                poll.ignore(2)
                child.send(signal: SIGKILL)
            }
            if poll.isReady(0) {
                let count = read(reading.number, &buffer, buffer.count)
                if count > 0 { output(Array(buffer[..<count])) }
                // Nobody can write any more; that it has closed its output does not mean that it has ended.
                if count == 0 { poll.ignore(0) }
                if count > 0 { continue }
            }
            // What it left behind, without a namespace, may hold the pipe open for ever.
            if poll.isReady(1) { break }
        }
        try takeTheRest(of: reading.number, output)
        let end = try child.wait()
        return isStopped ? nil : end
    }

    /// Hands over what it wrote between the last look at its output and its end.
    private static func takeTheRest(of reader: CInt, _ output: ([UInt8]) -> Void) throws(Errno) {
        var poll = Poll()
        poll.add(reader)
        // As much as a pipe keeps: what it left behind may go on writing.
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        guard try poll.wait(nanoseconds: 0), poll.isReady(0) else { return }
        let count = read(reader, &buffer, buffer.count)
        if count > 0 { output(Array(buffer[..<count])) }
    }

    /// Starts it; the writing end `output` is its alone from then on.
    private static func start(_ call: Call, output: CInt) throws(Errno) -> ChildProcess {
        defer { Descriptor.close([output]) }
        let tree = try call.isolation.root.map { root throws(Errno) in try FileTree(root: root) } ?? .host
        guard let program = tree.hostPath(of: call.program) else { throw .missing }
        let executable = try Descriptor.open(program)
        let input = try Descriptor.open("/dev/null")
        return try ChildProcess(
            executable: executable.number,
            arguments: call.arguments,
            environment: call.environment,
            input: input.number,
            output: output,
            error: output,
            extra: call.usesThirdDescriptor ? output : -1,
            isolation: call.isolation,
            diesWithUs: true,
            limits: .asFound
        )
    }
}

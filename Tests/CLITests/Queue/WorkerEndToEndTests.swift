import Glibc
import Linux
import Testing

/// A worker's process as an operator meets it: signals, cancelling, and what it tells its service manager.
///
/// It needs a host that `assay doctor` is content with.
@Suite(.timeLimit(.minutes(60))) struct WorkerEndToEndTests {
    @Test(arguments: QueueEngine.allCases)
    func `a running job that is cancelled is gone from its box, and the next one is judged`(engine: QueueEngine) throws
    {
        let scene = try QueueScene(engine)
        let worker = try scene.worker()
        defer { worker.send(SIGKILL) }
        let job = try scene.enqueueSleeper()
        try BoxedProcess.await(job.file, isThere: true, of: worker)
        #expect(try scene.assay("queue", "cancel", job.id).code == 0)
        try BoxedProcess.await(job.file, isThere: false, of: worker)
        try worker.awaitError("cancelled job=\(job.id)")
        #expect(try scene.show(job.id).state == "cancelled")
        let right = try scene.scratch.file("right.py", Array("print(\"Hello, World!\")\n".utf8))
        #expect(try scene.assay("submit", "hello", right, "--database", scene.database).code == 0)
        worker.send(SIGTERM)
        #expect(try worker.end().end == .exited(0))
    }

    @Test(arguments: QueueEngine.allCases)
    func `what is not finished when the time to drain is over is handed back`(engine: QueueEngine) throws {
        let scene = try QueueScene(engine)
        let worker = try scene.worker("--drain", "0.2")
        defer { worker.send(SIGKILL) }
        let job = try scene.enqueueSleeper()
        try BoxedProcess.await(job.file, isThere: true, of: worker)
        worker.send(SIGTERM)
        let (end, log) = try worker.end()
        #expect(end == .exited(0), "\(log)")
        #expect(BoxedProcess.running(job.file) == nil)
        let shown = try scene.show(job.id)
        #expect(shown.state == "queued" && shown.attemptLog.map(\.ending) == ["released"])
    }

    @Test(arguments: QueueEngine.allCases)
    func `the second signal hands back at once`(engine: QueueEngine) throws {
        let scene = try QueueScene(engine)
        let worker = try scene.worker("--drain", "3600")
        defer { worker.send(SIGKILL) }
        let job = try scene.enqueueSleeper()
        try BoxedProcess.await(job.file, isThere: true, of: worker)
        worker.send(SIGTERM)
        try worker.awaitError("draining")
        worker.send(SIGTERM)
        #expect(try worker.end().end == .exited(0))
        #expect(BoxedProcess.running(job.file) == nil)
        #expect(try scene.show(job.id).attemptLog.map(\.ending) == ["released"])
    }

    @Test(arguments: QueueEngine.allCases)
    func `a worker that is killed leaves no box, and another one takes its job`(engine: QueueEngine) throws {
        let scene = try QueueScene(engine)
        let first = try scene.worker("--name", "first")
        let job = try scene.enqueueSleeper()
        try BoxedProcess.await(job.file, isThere: true, of: first)
        let second = try scene.worker("--name", "second")
        defer { second.send(SIGKILL) }
        try second.awaitOutput("ready")
        if engine == .postgresql {
            // A server knows nothing of processes: they are locked beside each other.
            let state = try #require(scene.environment["ASSAY_STATE"])
            var isLocked = false
            for name in try HostDirectory.names(in: state + "/queue-workers") where try first.hasTold("id=\(name)") {
                isLocked = true
            }
            #expect(isLocked)
        }
        first.send(SIGKILL)
        #expect(try first.end().end == .signaled(Int(SIGKILL)))
        try second.awaitError("started job=\(job.id) attempt=2")
        #expect(try scene.assay("queue", "cancel", job.id).code == 0)
        try second.awaitError("cancelled job=\(job.id)")
        // The first one's jailer kills its box in its own time.
        try BoxedProcess.await(job.file, isThere: false, of: second)
        second.send(SIGTERM)
        #expect(try second.end().end == .exited(0))
    }

    @Test func `it tells its service manager that it is ready, that it lives and that it ends`() throws {
        let scene = try QueueScene(.sqlite)
        let manager = try FakeServiceManager(path: scene.scratch.path + "/notify")
        let worker = try scene.worker(
            with: ["NOTIFY_SOCKET": scene.scratch.path + "/notify", "WATCHDOG_USEC": "600000"]
        )
        defer { worker.send(SIGKILL) }
        #expect(try manager.next().contains("READY=1"))
        #expect(try manager.next() == ["WATCHDOG=1"])
        #expect(try manager.next() == ["WATCHDOG=1"])
        worker.send(SIGHUP)
        // What is told meanwhile is taken: a socket keeps ten messages, and would not take STOPPING=1 any more.
        while try !worker.hasTold("reloaded") { _ = try manager.next() }
        worker.send(SIGTERM)
        var last: [String] = []
        while !last.contains("STOPPING=1") { last = try manager.next() }
        #expect(try worker.end().end == .exited(0))
    }

    @Test func `a host that cannot judge is refused, in one line`() throws {
        let scene = try QueueScene(.sqlite)
        try scene.scratch.directory("Sandboxes/languages")
        try scene.scratch.file("Sandboxes/policies/native.yaml", Array("otherwise: ENOSYS\nalow: {}\n".utf8))
        let worker = try scene.worker(with: ["ASSAY_SANDBOXES": scene.scratch.path + "/Sandboxes"])
        let (end, error) = try worker.end()
        #expect(end == .exited(3))
        #expect(error.contains("this host cannot judge") && error.contains("assay doctor"))
        #expect(error.split(separator: "\n").count == 1, "\(error)")
    }
}

/// A socket on which somebody waits for what services tell.
struct FakeServiceManager: ~Copyable {
    struct Failure: Error {}

    private let socket: Descriptor

    init(path: String) throws {
        let number = Glibc.socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue), 0)
        socket = Descriptor(owning: number)
        var patience = timeval(tv_sec: 600, tv_usec: 0)
        setsockopt(number, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let name = Array(path.utf8)
        guard name.count < 108 else { throw Failure() }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let isBound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(number, pointer, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
        guard isBound else { throw Failure() }
    }

    /// The lines that are told next; waits for them, but not for ever.
    borrowing func next() throws -> [String] {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = recv(socket.number, &bytes, bytes.count, 0)
        guard count > 0 else { throw Failure() }
        return String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\n").map(String.init)
    }
}

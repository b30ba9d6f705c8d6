import FoundationEssentials
import Glibc
import Linux
import QueueTesting
import Testing

/// Which database a queue of these tests is in.
enum QueueEngine: String, CaseIterable, CustomTestStringConvertible {
    case sqlite, postgresql

    var testDescription: String { rawValue }
}

/// A queue of a test's own, and what is needed to have jobs judged from it.
struct QueueScene: ~Copyable {
    let scratch: ScratchDirectory
    /// The queue's URL.
    let database: String
    /// With the queue as `ASSAY_DATABASE`.
    let environment: [String: String]

    init(_ engine: QueueEngine) throws {
        let server = engine == .postgresql ? try PrivateServer.shared.get().url : nil
        scratch = try ScratchDirectory()
        database =
            server.map { $0 + "?assay_schema=t\(UInt32.random(in: 0 ... .max))x" }
            ?? "sqlite:\(scratch.path)/queue.db"
        environment = [
            // It goes with the build, so that self-tests run once.
            "ASSAY_STATE": Project.root + "/.build/cli-tests-state",
            "ASSAY_PROBLEMS": Project.root + "/Problems",
            "ASSAY_DATABASE": database,
            "HOME": "/nonexistent",
        ]
    }

    /// Runs `assay`.
    borrowing func assay(_ arguments: String...) throws -> BuiltProgram.Result {
        try BuiltProgram.run(arguments, environment: environment)
    }

    /// Starts a worker of one slot that takes Python.
    borrowing func worker(
        _ options: String...,
        with more: [String: String] = [:]
    ) throws -> BuiltProgram {
        try BuiltProgram.start(
            ["worker", "--slots", "1", "--languages", "python3"] + options,
            environment: environment.merging(more) { $1 }
        )
    }

    /// What `queue show` knows of a job.
    struct Shown: Decodable {
        struct Attempt: Decodable {
            var ending: String
            var reason: String
        }

        var state: String
        var attempts: Int
        var attemptLog: [Attempt]
        var verdict: String?
    }

    borrowing func show(_ id: String) throws -> Shown {
        let result = try assay("queue", "show", id, "--json")
        #expect(result.code == 0, "\(result.error)")
        return try JSONDecoder().decode(Shown.self, from: Data(result.output.utf8))
    }

    /// A job whose program sleeps for a minute.
    ///
    /// - Returns: its id, and the name of its file, by which its process is known.
    borrowing func enqueueSleeper() throws -> (id: String, file: String) {
        let file = "sleeper\(UInt32.random(in: 0 ... .max)).py"
        let path = try scratch.file(file, Array("import time\ntime.sleep(60)\n".utf8))
        let result = try assay("queue", "enqueue", "hello", path, "--time", "50")
        #expect(result.code == 0, "\(result.error)")
        return (result.output.filter { !$0.isNewline }, file)
    }
}

/// Processes in boxes, by the names of the files that they run.
enum BoxedProcess {
    /// The one that runs `file`; nil: there is none.
    static func running(_ file: String) -> Int? {
        let processes = (try? HostDirectory.entries(of: "/proc")) ?? []
        for number in processes.compactMap({ Int($0.name) }) {
            guard let words = try? Descriptor.open("/proc/\(number)/cmdline"),
                let bytes = try? words.read(at: 0, upTo: 4096), !bytes.isEmpty
            else { continue }
            let text = String(decoding: bytes, as: UTF8.self)
            if text.contains("python"), text.contains(file) { return number }
        }
        return nil
    }

    /// Returns when there is one, or is none any more, or the worker has ended.
    static func await(_ file: String, isThere: Bool, of worker: borrowing BuiltProgram) throws {
        while (running(file) != nil) != isThere {
            var end = pollfd(fd: worker.child.pidfd.number, events: Int16(POLLIN), revents: 0)
            if poll(&end, 1, 2) != 0 { throw BuiltProgram.EndedTooSoon() }
        }
    }
}

import Core
import FoundationEssentials
import Glibc
import Linux
import Testing

/// The queue's commands and a worker, as they were built, with a queue in a file.
///
/// It needs a host that `assay doctor` is content with.
@Suite(.timeLimit(.minutes(60))) struct QueueEndToEndTests {
    private struct Shown: Decodable {
        var id: String
        var state: String
        var attempts: Int
        var report: Report?
    }

    private struct Rejudged: Decodable {
        struct Job: Decodable {
            var id: String
            var was: String
            var now: String?
            var changed: Bool
        }
        var jobs: [Job]
    }

    /// A queue of a test's own; the state directory goes with the build, so that self-tests run once.
    private static func environment(_ scratch: borrowing ScratchDirectory) -> [String: String] {
        [
            "ASSAY_STATE": Project.root + "/.build/cli-tests-state",
            "ASSAY_PROBLEMS": Project.root + "/Problems",
            "ASSAY_DATABASE": "sqlite:\(scratch.path)/queue.db",
            "HOME": "/nonexistent",
        ]
    }

    private static let right = Array("print(\"Hello, World!\")\n".utf8)

    private func show(_ id: String, _ environment: [String: String]) throws -> Shown {
        let result = try BuiltProgram.run(["queue", "show", id, "--json"], environment: environment)
        #expect(result.code == 0, "\(result.error)")
        return try JSONDecoder().decode(Shown.self, from: Data(result.output.utf8))
    }

    @Test func `a job is enqueued, shown, listed, cancelled and purged`() throws {
        let scratch = try ScratchDirectory()
        let environment = Self.environment(scratch)
        func assay(_ arguments: String...) throws -> BuiltProgram.Result {
            try BuiltProgram.run(arguments, environment: environment)
        }
        let file = try scratch.file("a.py", Self.right)
        let first = try assay("queue", "enqueue", "hello", file, "--key", "k", "--priority", "5")
        #expect(first.code == 0, "\(first.error)")
        // The id alone.
        let id = first.output.filter { !$0.isNewline }
        #expect(first.output == id + "\n" && id.count == 16)
        #expect(try assay("queue", "enqueue", "hello", file, "--key", "k", "--priority", "5").output == first.output)
        let conflict = try assay("queue", "enqueue", "hello", file, "--key", "k")
        #expect(conflict.code == 2)
        #expect(conflict.error.contains("'k' belongs to job \(id)"))

        let shown = try show(id, environment)
        #expect(shown.state == "queued" && shown.attempts == 0 && shown.report == nil && shown.id == id)
        #expect(try assay("queue", "list", "--state", "queued").output.contains(id))
        #expect(try assay("queue", "stats").output.contains("queued 1"))
        #expect(try assay("queue", "retry", id).code == 2)
        #expect(try assay("queue", "show", "0").code == 2)

        #expect(try assay("queue", "cancel", id).output == "\(id) cancelled\n")
        #expect(try assay("queue", "purge", "--json").output == "{\"purged\":1}\n")
        #expect(try assay("queue", "show", id).code == 2)
    }

    @Test func `a worker judges as submit does, and ends well when it is told to`() throws {
        let scratch = try ScratchDirectory()
        let environment = Self.environment(scratch)
        let files = [
            ("right.py", Self.right, 0), ("wrong.py", Array("print(1)\n".utf8), 1), ("broken.py", Array("(\n".utf8), 1),
        ]
        let worker = try BuiltProgram.start(
            ["worker", "--slots", "1", "--languages", "python3"],
            environment: environment
        )
        defer { _ = kill(pid_t(worker.child.pid), SIGKILL) }
        var ids: [String] = []
        for (name, content, code) in files {
            let file = try scratch.file(name, content)
            let direct = try BuiltProgram.run(["submit", "hello", file, "--json"], environment: environment)
            let queued = try BuiltProgram.run(
                ["submit", "hello", file, "--json", "--database", "sqlite:\(scratch.path)/queue.db"],
                environment: environment
            )
            #expect(direct.code == code && queued.code == code, "\(queued.error)")
            let (one, other) = try (report(direct.output), report(queued.output))
            #expect(one.verdict == other.verdict && one.reason == other.reason)
            #expect(one.tests.map(\.verdict) == other.tests.map(\.verdict))
            #expect(one.submission.sha256 == other.submission.sha256)
            #expect(one.submission.problem == other.submission.problem)
            var provenance = other.provenance
            #expect(provenance.package?.count == 64 && one.provenance.package == nil)
            provenance.package = nil
            #expect(one.provenance == provenance)
            let shown = try show(other.submission.id, environment)
            #expect(shown.state == "done" && shown.attempts == 1 && shown.report == other)
            ids.append(other.submission.id)
        }
        let unknown = try BuiltProgram.run(["queue", "rejudge", "0123456789abcdef"], environment: environment)
        #expect(unknown.code == 2 && unknown.error.contains("0123456789abcdef"), "\(unknown.error)")
        let rejudged = try BuiltProgram.run(["queue", "rejudge", "hello", "--json"], environment: environment)
        #expect(rejudged.code == 0, "\(rejudged.error)")
        let jobs = try JSONDecoder().decode(Rejudged.self, from: Data(rejudged.output.utf8)).jobs
        #expect(jobs.map(\.id) == ids)
        #expect(jobs.allSatisfy { $0.was == $0.now && !$0.changed })
        kill(pid_t(worker.child.pid), SIGTERM)
        #expect(try worker.child.wait() == .exited(0))
    }

    private func report(_ line: String) throws -> Report {
        try JSONDecoder().decode(Report.self, from: Data(line.utf8))
    }

    @Test(arguments: ["worker", "serve"])
    func `a worker and a service whose log is JSON say so in it when they cannot start`(command: String) throws {
        let scratch = try ScratchDirectory()
        let database = try scratch.file("queue.db", Array("this is no database, and never was one".utf8))
        let options = [command, "--log", "json", "--database", "sqlite:\(database)"]
        let result = try BuiltProgram.run(options, environment: Self.environment(scratch))
        #expect(result.code == 3 && result.output.isEmpty)
        let lines = result.error.split(separator: "\n")
        let last = try JSONDecoder().decode([String: String].self, from: Data(lines.joined().utf8))
        #expect(lines.count == 1 && last["event"] == "ended")
        #expect(last["reason"]?.contains("queue.db: the database is damaged") == true, "\(result.error)")
    }

    @Test(arguments: [["--log", "xml"], ["--languages", "pyhton3"], ["--name", ""], ["--labels", "a b"]])
    func `a worker refuses what makes no sense`(options: [String]) throws {
        let scratch = try ScratchDirectory()
        let result = try BuiltProgram.run(["worker"] + options, environment: Self.environment(scratch))
        #expect(result.code == 2, "\(result.error)")
        #expect(result.output.isEmpty)
    }
}

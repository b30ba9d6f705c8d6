import Core
import Glibc
import Linux
import Sandboxing
import Synchronization

/// The runs that one fault falls into: a compiler's with what it made taken out, one of what it made, one that was made
/// ahead meanwhile, two that are stopped, one that is taken back, two that talk with each other, and one more.
struct FaultScenario: Sendable {
    let probe: [UInt8]

    /// One of the runs.
    enum Step: Int, CaseIterable, Sendable {
        case compile, run, eat, spin, call, cancel, team, judge, last
    }

    /// The most that a run may have.
    private static let limits = Limits(
        cpuTime: .seconds(5),
        wallTime: .seconds(30),
        memory: .mebibytes(64),
        processes: 16,
        stack: .mebibytes(8),
        output: .mebibytes(1),
        scratch: .mebibytes(16),
        inodes: 256,
        openFiles: 64
    )

    private static let key = ArtifactKey(rawValue: String(repeating: "0123456789abcdef", count: 4))

    /// What the runs came to: their statements, and the failures that were met on the way.
    struct Course: Sendable {
        var statements: [Step: Statement] = [:]
        var failures: [ExecutorFailure] = []
    }

    private func command(_ step: Step) -> Command {
        let program = BoxFile(path: "probe", content: MemoryBytes(probe), isExecutable: true)
        let given = BoxFile(path: "given", content: MemoryBytes("given"))
        // Two parts: one whose place has to be made first, and one below another.
        let root = Root(entries: [
            .bind(host: Workshop.sandboxes + "/etc", box: "/etc"), .bind(host: "/usr/bin", box: "/usr/bin"),
            .link(box: "/bin", target: "usr/bin"), .hide(box: "/usr/bin"),
        ])
        switch step {
        case .compile:
            return Command(
                arguments: ["/box/probe", "make"],
                root: root,
                policy: "compiler",
                workspace: .scratch,
                files: [program, BoxFile(path: "source/given", content: given.content)],
                directories: ["/box/empty"],
                input: MemoryBytes("to the compiler"),
                limits: Self.limits,
                collection: Command.Collection(directory: "/box", maximumFiles: 16, maximumSize: .mebibytes(8))
            )
        default:
            var limits = Self.limits
            if step == .eat { limits.memory = .mebibytes(32) }
            if step == .spin { limits.cpuTime = .milliseconds(1) }
            let words: [Step: String] = [.run: "flood", .cancel: "wait", .team: "talk", .judge: "talk"]
            return Command(
                arguments: ["/box/probe", words[step] ?? "\(step)"],
                environment: ["OWN": "variable"],
                root: root,
                policy: "native",
                workspace: .artifact(Self.key),
                files: [given],
                input: MemoryBytes("to the program"),
                limits: limits
            )
        }
    }

    /// Goes through all runs; one that fails is asked for once more, as the next run must work.
    func course(in sandbox: Sandbox) async throws -> Course {
        var course = Course()
        guard try await compile(in: sandbox, &course) else { return course }
        // Both at once: the second box is made while the first runs.
        let first = Task { await run(.run, in: sandbox) }
        let second = Task { await run(.eat, in: sandbox) }
        for (step, task) in [(Step.run, first), (.eat, second)] {
            let begun = await task.value
            let outcome = try await Self.twice(&course, begun: begun) { await run(step, in: sandbox) }
            course.statements[step] = try outcome.map { try Statement($0) }
        }
        // Those that the jailer has to stop.
        for step in [Step.spin, .call] {
            let outcome = try await Self.twice(&course) { await run(step, in: sandbox) }
            course.statements[step] = try outcome.map { try Statement($0) }
        }
        let cancelled = try await Self.twice(&course) { try await cancel(in: sandbox) }
        course.statements[.cancel] = try cancelled.map { try Statement($0) }
        let talk = try await Self.twice(&course) { await converse(in: sandbox) }
        course.statements[.team] = try talk.map { try Statement($0.team, isOfConversation: true) }
        course.statements[.judge] = try talk.map { try Statement($0.judge, isOfConversation: true) }
        // As if nothing had been.
        let last = try await Self.twice(&course) { await run(.last, in: sandbox) }
        course.statements[.last] = try last.map { try Statement($0) }
        return course
    }

    /// What `work` comes to, and where it fails what it comes to once more; nil when that has failed, too.
    ///
    /// All failures are in the course then, and the reader's to judge.
    private static func twice<Value: Sendable>(
        _ course: inout Course,
        begun: Result<Value, ExecutorFailure>? = nil,
        _ work: () async throws -> Result<Value, ExecutorFailure>
    ) async throws -> Value? {
        var result = if let begun { begun } else { try await work() }
        for attempt in 1...2 {
            switch result {
            case .success(let value): return value
            case .failure(let failure): course.failures.append(failure)
            }
            if attempt == 1 { result = try await work() }
        }
        return nil
    }

    /// Has the compiler make what the others run.
    ///
    /// - Returns: whether there is something to run.
    private func compile(in sandbox: Sandbox, _ course: inout Course) async throws -> Bool {
        for _ in 0..<2 {
            switch await run(.compile, in: sandbox) {
            case .failure(let failure): course.failures.append(failure)
            case .success(let outcome):
                // The first one counts, also where it is the program that was killed.
                if course.statements[.compile] == nil { course.statements[.compile] = try Statement(outcome) }
                guard outcome.termination == .exited(code: 0), let files = outcome.collected else { continue }
                do throws(ExecutorFailure) {
                    try await sandbox.keep(files, as: Self.key, note: [])
                    return true
                } catch {
                    course.failures.append(error)
                }
            }
        }
        return false
    }

    private func run(_ step: Step, in sandbox: Sandbox) async -> Result<Outcome, ExecutorFailure> {
        do throws(ExecutorFailure) {
            return .success(try await sandbox.run(command(step)))
        } catch {
            return .failure(error)
        }
    }

    /// Two who say all that they see of their boxes, each after a word to the other.
    private func converse(in sandbox: Sandbox) async -> Result<Conversation.Outcome, ExecutorFailure> {
        do throws(ExecutorFailure) {
            let conversation = Conversation(judge: command(.judge), team: command(.team), acceptance: 0)
            return .success(try await sandbox.converse(conversation))
        } catch {
            return .failure(error)
        }
    }

    /// A run that is taken back once its program is in its box.
    private func cancel(in sandbox: Sandbox) async throws -> Result<Outcome, ExecutorFailure> {
        let boxes = ["box-0", "box-1"].map { "\(sandbox.cgroupDirectories[0])/slot-0/\($0)" }
        let isOver = Flag()
        let running = Task {
            defer { isOver.raise() }
            return await run(.cancel, in: sandbox)
        }
        try await Workshop.blocking {
            while !isOver.isRaised, boxes.allSatisfy({ CrashProcess.members(of: $0).isEmpty }) {
                var moment = Poll()
                _ = try moment.wait(nanoseconds: 1_000_000)
            }
        }
        running.cancel()
        return await running.value
    }
}

/// Says that something has happened.
private final class Flag: Sendable {
    private let value = Atomic(false)

    var isRaised: Bool { value.load(ordering: .acquiring) }

    func raise() { value.store(true, ordering: .releasing) }
}

import Core
import Glibc
import Linux
import Sandboxing

/// The runs that one fault falls into: a compiler's with what it made taken out, one of what it made, one that was made
/// ahead meanwhile, two that are stopped, and one more.
struct FaultScenario: Sendable {
    let probe: [UInt8]

    /// One of the runs.
    enum Step: Int, CaseIterable, Sendable {
        case compile, run, eat, spin, call, last
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
            return Command(
                arguments: ["/box/probe", step == .run ? "flood" : "\(step)"],
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
        // Twice what fails: a second failure is in the course, and the reader's to judge.
        func step(_ step: Step) async throws -> Outcome? {
            for _ in 0..<2 {
                do throws(ExecutorFailure) {
                    let outcome = try await sandbox.run(command(step))
                    if step == .compile, outcome.termination != .exited(code: 0) || outcome.collected == nil {
                        course.statements[step] = try? Statement(outcome)
                        continue
                    }
                    if step == .compile, let files = outcome.collected {
                        try await sandbox.keep(files, as: Self.key, note: [])
                    }
                    return outcome
                } catch {
                    course.failures.append(error)
                }
            }
            return nil
        }
        guard let compiled = try await step(.compile) else { return course }
        if course.statements[.compile] == nil { course.statements[.compile] = try Statement(compiled) }
        // Both at once: the second box is made while the first runs.
        let first = Task { await Self.attempt { () throws(ExecutorFailure) in try await sandbox.run(command(.run)) } }
        let second = Task { await Self.attempt { () throws(ExecutorFailure) in try await sandbox.run(command(.eat)) } }
        for (kind, task) in [(Step.run, first), (.eat, second)] {
            switch await task.value {
            case .success(let outcome): course.statements[kind] = try Statement(outcome)
            case .failure(let failure):
                course.failures.append(failure)
                if let outcome = try await step(kind) { course.statements[kind] = try Statement(outcome) }
            }
        }
        // Those that the jailer has to stop, and one that is as if nothing had been.
        for kind in [Step.spin, .call, .last] {
            if let outcome = try await step(kind) { course.statements[kind] = try Statement(outcome) }
        }
        return course
    }

    private static func attempt(
        _ body: () async throws(ExecutorFailure) -> Outcome
    ) async -> Result<Outcome, ExecutorFailure> {
        do throws(ExecutorFailure) {
            return .success(try await body())
        } catch {
            return .failure(error)
        }
    }
}

internal import Core
internal import Linux

/// What this host can enforce for this user, found out without changing it; last, by making a box.
public enum HostCheck {
    /// What came of a check.
    public struct Report: Sendable {
        /// What was found, group by group.
        public var findings: [Finding]
        /// The box that was made; nil where there was none to make, or it failed.
        public var trial: Trial?

        /// Whether nothing is missing, so that programs can be judged.
        public var canJudge: Bool { !findings.contains { $0.state == .missing } }
    }

    /// How making a box went.
    public struct Trial: Sendable, Hashable {
        /// Under which conditions it was made.
        public var mode: SandboxMode
        /// How long the first took, from nothing: with its slot, its root, and what was written of both.
        public var first: Duration
        /// How long the next one took.
        public var next: Duration
    }

    /// Looks at everything that judging depends on, and then makes a box, when nothing is missing.
    ///
    /// - Parameter configuration: What a sandbox would be started with.
    /// - Returns: What was found, and how long a box took.
    /// - Throws: `CancellationError` when the task is cancelled: a trial that was called off says nothing about a host.
    public static func report(_ configuration: Sandbox.Configuration) async throws(CancellationError) -> Report {
        var report = Report(findings: findings(HostFacts.read(configuration)))
        let subject = Finding.Subject(.trial, "box", "a box")
        guard report.canJudge else {
            report.findings.append(
                .missing(subject, "not tried", mend: "mend what is missing, then look again:", command: "assay doctor")
            )
            return report
        }
        let result: Result<Trial, ExecutorFailure>
        do throws(ExecutorFailure) {
            result = .success(try await tryBox(configuration))
        } catch {
            result = .failure(error)
        }
        if Task.isCancelled { throw CancellationError() }
        switch result {
        case .success(let trial):
            report.trial = trial
            let (next, first) = (milliseconds(trial.next), milliseconds(trial.first))
            report.findings.append(
                .ok(subject, "made, run and removed in \(next) ms, the first in \(first) ms (\(trial.mode))")
            )
        case .failure(let failure):
            report.findings.append(
                .missing(
                    subject,
                    failure.description,
                    mend:
                        "Modes in docs/sandbox.md says what is needed; if all of it is there, report what this shows:",
                    command: "assay doctor --json"
                )
            )
        }
        return report
    }

    /// What this host says, before anything is made of it.
    package static func facts(_ configuration: Sandbox.Configuration) -> HostFacts { .read(configuration) }

    /// What these facts mean.
    package static func findings(_ facts: HostFacts) -> [Finding] {
        let all =
            HostFindings.all(facts) + WallFindings.all(facts) + CgroupFindings.all(facts) + TimeFindings.all(facts)
            + RoomFindings.all(facts) + InstallationFindings.all(facts)
        guard facts.container != nil else { return all }
        return all.map { ofTheKernel.contains($0.key) ? $0.outsideOfContainer : $0 }
    }

    /// What is the whole machine's, and no container's to change.
    private static let ofTheKernel: Set<String> = [
        "kernel", "user-namespaces", "namespaces", "landlock", "aslr", "processor-flaws", "swap", "turbo", "frequency",
        "smt", "clock", "huge-pages", "overcommit", "mappings",
    ]

    /// Makes two boxes, one after the other, and runs in them the one static program that is surely there: the jailer,
    /// which then says that it is started by nobody but us and exits with code 3.
    private static func tryBox(_ configuration: Sandbox.Configuration) async throws(ExecutorFailure) -> Trial {
        let clock = ContinuousClock()
        let start = clock.now
        let sandbox = try Sandbox(configuration)
        defer { stop(sandbox) }
        let command = Command(
            arguments: ["/trial"],
            root: Root(entries: [.bind(host: configuration.jailer, box: "/trial")]),
            policy: "native",
            workspace: .scratch,
            // A host that is busy is no host without walls.
            limits: Limits(cpuTime: .seconds(2), wallTime: .seconds(60))
        )
        var moments = [start]
        for _ in 0..<2 {
            let outcome = try await sandbox.run(command)
            guard outcome.termination == .exited(code: 3), outcome.stop == nil else {
                throw ExecutorFailure(
                    operation: "run a program in a box",
                    subject: configuration.jailer,
                    cause: "it ended otherwise than it does: \(outcome.termination)"
                )
            }
            moments.append(clock.now)
        }
        return Trial(mode: sandbox.mode, first: moments[1] - moments[0], next: moments[2] - moments[1])
    }

    /// With one decimal.
    private static func milliseconds(_ duration: Duration) -> String {
        let tenths = Int((duration.inSeconds * 10_000).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    private static func stop(_ sandbox: Sandbox) { sandbox.stop() }
}

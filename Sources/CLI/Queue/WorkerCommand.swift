internal import Core
internal import Grading
internal import Languages
internal import Linux
internal import Queueing
internal import Sandboxing
internal import Working

/// `assay worker`.
enum WorkerCommand {
    /// Judges jobs until a signal says that it is enough.
    @Sendable static func run(_ invocation: Invocation) throws -> ExitCode {
        let control = WorkerControl()
        return try withLastWord(invocation) {
            try Foreground.serve(
                { try await work(invocation, control) },
                told: { signal, cancel in control.told(signal, cancel: cancel) }
            )
        }
    }

    /// Who reads the log as JSON finds the last word of what ends in another way than it was told to there, too.
    static func withLastWord(_ invocation: Invocation, _ body: () throws -> ExitCode) throws -> ExitCode {
        do {
            return try body()
        } catch {
            guard let log = try? log(invocation), log.format == .json else { throw error }
            let complaint = Complaint(error)
            log.say("ended", ["reason": .text(complaint.message)], level: .error)
            return complaint.exitCode
        }
    }

    private static func work(_ invocation: Invocation, _ control: WorkerControl) async throws -> ExitCode {
        let arguments = invocation.arguments
        let slots = try SlotOptions(arguments)
        let log = try log(invocation)
        let cacheLimit = try arguments.mebibytes("cache") ?? .mebibytes(4096)
        let drain = try arguments.seconds("drain") ?? .seconds(30)
        let extra = arguments.options["labels"]?.split(separator: ",").map(String.init) ?? []
        if let flaw = LabelSet(extra).flaw { throw Complaint.badInput("--labels: \(flaw)") }
        let name = try WorkerName(arguments.options["name"], state: invocation.installation.state())
        do {
            let queue = try await WorkerQueue.open(invocation, log)
            try await requireHost(invocation)
            return try await invocation.withSandbox(slots: slots.count, pinned: slots.isPinned) { sandbox in
                let languages = WorkerLanguages(invocation: invocation, sandbox: sandbox, extra: extra, log: log)
                let (tools, labels) = try await languages.begin()
                let judge = GradingJudge(
                    queue: queue,
                    cache: try invocation.packageCache(limit: cacheLimit),
                    tools: tools,
                    surroundings: try surroundings(invocation)
                )
                let settings = WorkerSettings(
                    name: name.text,
                    host: name.host,
                    process: Processes.ownNumber,
                    slots: slots.count,
                    labels: labels,
                    drain: drain
                )
                let service = ServiceManager(environment: invocation.environment)
                let worker = Worker(queue: queue, judge: judge, settings: settings, log: log, service: service)
                let ready =
                    "assay worker: ready: \(name.text) takes jobs from \(queue.name), "
                    + "\(Figures.count(slots.count, "slot")), \(Figures.count(tools.offered.count, "language"))\n"
                control.take(worker) { languages.reload(into: judge, worker) }
                languages.whenChanged { languages.reload(into: judge, worker) }
                async let _: Void = languages.tryRest(into: judge, worker)
                return try await ending(of: worker) { try invocation.console.output.write(ready) }
            }
        } catch GradingError.cancelled {
            return .terminated
        } catch is CancellationError {
            return .terminated
        }
    }

    /// Waits on a thread of its own until the worker has ended.
    private static func ending(
        of worker: Worker,
        onReady: @escaping @Sendable () throws -> Void
    ) async throws -> ExitCode {
        switch try await BlockingWork.run({ _ in try worker.run(onReady: onReady) }) {
        case .drained: return .good
        case .broken(let reason):
            throw Complaint.ownFailure(
                "the worker takes itself out of service: \(reason); see assay doctor, then start it anew"
            )
        }
    }

    /// Refuses a host on which something is missing, as `assay doctor` would show it.
    static func requireHost(_ invocation: Invocation) async throws {
        let installation = invocation.installation
        let report = try await HostCheck.report(
            Sandbox.Configuration(
                slots: 1,
                jailer: try installation.jailer(),
                sandboxes: try installation.sandboxes(),
                state: try installation.state(),
                ids: invocation.hostIDs
            )
        )
        let missing = report.findings.filter { $0.state == .missing }
        guard let first = missing.first else { return }
        let more = missing.count > 1 ? ", and \(missing.count - 1) more" : ""
        throw Complaint.ownFailure("this host cannot judge: \(first.name): \(first.found)\(more); see assay doctor")
    }

    static func log(_ invocation: Invocation) throws(Complaint) -> WorkerLog {
        let text = invocation.arguments.options["log"] ?? WorkerLog.Format.text.rawValue
        guard let format = WorkerLog.Format(rawValue: text) else {
            throw .badInput("--log \(text) is no format; give text or json")
        }
        let channel = invocation.console.error
        // A log that cannot be written is no reason not to judge.
        return WorkerLog(format) { line in try? channel.write(line) }
    }

    static func surroundings(_ invocation: Invocation) throws -> GradingJudge.Surroundings {
        let limits = InferredTimeLimits(state: try invocation.installation.state())
        return GradingJudge.Surroundings(
            encode: { value in Array(try JSONLine.bytes(of: value).dropLast()) },
            encodeRun: { result in
                let report = try RunReport(
                    result.verdict,
                    result.reason,
                    outcome: result.outcome,
                    compile: result.compile,
                    capture: CapturedText.defaultLimit
                )
                return Array(try JSONLine.bytes(of: report).dropLast())
            },
            inferredLimit: { limits.limit(of: $0) }
        )
    }
}

extension Subcommand {
    static let worker = Subcommand(description: WorkerCommand.description, action: .atOnce(WorkerCommand.run))
}

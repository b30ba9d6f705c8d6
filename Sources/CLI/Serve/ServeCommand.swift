internal import Compatibility
internal import Core
internal import Grading
internal import HTTPServing
internal import Linux
internal import Queueing
internal import Sandboxing
internal import Service
internal import Working

/// `assay serve`.
enum ServeCommand {
    /// Serves until a signal says that it is enough.
    @Sendable static func run(_ invocation: Invocation) throws -> ExitCode {
        let control = ServeControl()
        return try WorkerCommand.withLastWord(invocation) {
            try Foreground.serve(
                { try await work(invocation, control) },
                told: { signal, cancel in control.told(signal, cancel: cancel) }
            )
        }
    }

    private static func work(_ invocation: Invocation, _ control: ServeControl) async throws -> ExitCode {
        let arguments = invocation.arguments
        let place = try ServePlace(arguments)
        let slots = try arguments.count("worker", 0...256) ?? 0
        let drain = try arguments.seconds("drain") ?? .seconds(30)
        let log = try WorkerCommand.log(invocation)
        let queue = try invocation.queue(hasWorker: slots > 0)
        // Behind everything else: threads that still have the queue do not let it close itself.
        defer { try? queue.settle() }
        let access = try ServeAccess(arguments, queue, isOpen: place.isOpen)
        // The last that happens: what a worker in this process has judged meanwhile is told, too.
        defer { access.stop() }
        var settings = try settings(invocation, queue, place, access, log)
        let start = ServeStart(hasWorker: slots > 0)
        settings.awaited = { start.awaited }
        let page = try page(invocation)
        let begin = { @Sendable [settings] () throws -> Service in
            let service = try Service(at: place.address, settings, limits: place.limits) { context in
                page + CompatibilityRoutes.all(context)
            }
            let judges = slots > 0 ? ", \(Figures.count(slots, "slot")) of its own" : ""
            try invocation.console.output.write(
                "assay serve: ready: \(place.shown(service.address)) serves \(queue.name)\(judges)\n"
            )
            return service
        }
        guard slots > 0 else {
            try await BlockingWork.run { _ in
                let service = try begin()
                control.wait()
                service.stop(patience: drain)
            }
            return .good
        }
        do {
            let plan = Plan(queue: queue, slots: slots, drain: drain, log: log, start: start, begin: begin)
            return try await judging(invocation, control, plan)
        } catch GradingError.cancelled {
            return .terminated
        } catch is CancellationError {
            return .terminated
        }
    }

    private static func page(_ invocation: Invocation) throws -> [Route] {
        let directory = try invocation.installation.page()
        do throws(Errno) {
            return try Routes.page(directory)
        } catch {
            throw Complaint.ownFailure("the page in \(directory) cannot be read: \(error); install Assay anew")
        }
    }

    private static func settings(
        _ invocation: Invocation,
        _ queue: any Database,
        _ place: ServePlace,
        _ access: ServeAccess,
        _ log: WorkerLog
    ) throws -> ServiceSettings {
        var settings = ServiceSettings(
            queue: queue,
            keys: access.keys,
            rates: access.rates,
            catalog: try invocation.catalog(),
            packages: try invocation.packageCache(limit: .mebibytes(4096)),
            state: try invocation.installation.state(),
            journal: ServiceLog(log: log, audit: access.audit, clock: queue.settings.clock),
            version: Version.number
        )
        settings.isOpen = place.isOpen
        settings.origins = place.origins
        settings.webhooks = access.webhooks
        settings.clients = access.clients
        return settings
    }

    // MARK: With a worker of its own

    /// What is served and judged.
    private struct Plan: Sendable {
        let queue: any JobQueue
        let slots: Int
        let drain: Duration
        let log: WorkerLog
        let start: ServeStart
        let begin: @Sendable () throws -> Service
    }

    private static func judging(
        _ invocation: Invocation,
        _ control: ServeControl,
        _ plan: Plan
    ) async throws -> ExitCode {
        control.awaitWorker()
        try await WorkerCommand.requireHost(invocation)
        let name = try WorkerName(nil, state: invocation.installation.state())
        return try await invocation.withSandbox(slots: plan.slots) { sandbox -> ExitCode in
            // Whoever submits need not wait until there is somebody who judges.
            let service = try await BlockingWork.run { _ in try plan.begin() }
            async let serving: Void = BlockingWork.run { _ in
                control.wait()
                service.stop(patience: plan.drain)
            }
            let ending: Worker.Ending
            do {
                ending = try await work(invocation, control, plan, in: sandbox, as: name)
            } catch {
                control.end()
                try? await serving
                // A service that is told to stop before its worker is there has done all that it could.
                if Task.isCancelled { return .good }
                throw error
            }
            control.end()
            try await serving
            switch ending {
            case .drained: return .good
            case .broken(let reason):
                throw Complaint.ownFailure(
                    "the worker takes itself out of service: \(reason); see assay doctor, then start it anew"
                )
            }
        }
    }

    /// Judges until it is told that it is enough.
    private static func work(
        _ invocation: Invocation,
        _ control: ServeControl,
        _ plan: Plan,
        in sandbox: Sandbox,
        as name: WorkerName
    ) async throws -> Worker.Ending {
        let languages = WorkerLanguages(invocation: invocation, sandbox: sandbox, extra: [], log: plan.log)
        let (tools, labels) = try await languages.begin { plan.start.tried($0, of: $1) }
        let judge = GradingJudge(
            queue: plan.queue,
            cache: try invocation.packageCache(limit: .mebibytes(4096)),
            tools: tools,
            surroundings: try WorkerCommand.surroundings(invocation)
        )
        let settings = WorkerSettings(
            name: name.text,
            host: name.host,
            process: Processes.ownNumber,
            slots: plan.slots,
            labels: labels,
            drain: plan.drain
        )
        let manager = ServiceManager(environment: invocation.environment)
        let worker = Worker(queue: plan.queue, judge: judge, settings: settings, log: plan.log, service: manager)
        control.take(worker) { languages.reload(into: judge, worker) }
        languages.whenChanged { languages.reload(into: judge, worker) }
        async let _: Void = languages.tryRest(into: judge, worker)
        return try await BlockingWork.run { _ in
            // The service must not wait for a worker that is gone.
            defer { control.end() }
            return try worker.run { plan.start.isOver() }
        }
    }
}

internal import Compatibility
internal import Core
internal import Grading
internal import HTTPServing
internal import Linux
internal import Queueing
internal import Service
internal import Working

/// `assay serve`.
enum ServeCommand {
    /// Serves until a signal says that it is enough.
    @Sendable static func run(_ invocation: Invocation) throws -> ExitCode {
        let control = ServeControl()
        return try Foreground.serve(
            { try await work(invocation, control) },
            told: { signal, cancel in control.told(signal, cancel: cancel) }
        )
    }

    private static func work(_ invocation: Invocation, _ control: ServeControl) async throws -> ExitCode {
        let arguments = invocation.arguments
        let place = try ServePlace(arguments)
        let slots = try arguments.count("worker", 0...1024) ?? 0
        let drain = try arguments.seconds("drain") ?? .seconds(30)
        let log = try WorkerCommand.log(invocation)
        let queue = try invocation.queue()
        let access = try ServeAccess(arguments, queue, isOpen: place.isOpen)
        // The last that happens: what a worker in this process has judged meanwhile is told, too.
        defer { access.stop() }
        let settings = try settings(invocation, queue, place, access, log)
        let page = try page(invocation)
        let begin = { @Sendable () throws -> Service in
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
            return try await judging(invocation, control, queue, slots: slots, drain: drain, log: log, begin: begin)
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
        return settings
    }

    // MARK: With a worker of its own

    private static func judging(
        _ invocation: Invocation,
        _ control: ServeControl,
        _ queue: any JobQueue,
        slots: Int,
        drain: Duration,
        log: WorkerLog,
        begin: @escaping @Sendable () throws -> Service
    ) async throws -> ExitCode {
        control.awaitWorker()
        try await WorkerCommand.requireHost(invocation)
        let name = try WorkerName(nil, state: invocation.installation.state())
        return try await invocation.withSandbox(slots: slots) { sandbox in
            let languages = WorkerLanguages(invocation: invocation, sandbox: sandbox, extra: [], log: log)
            let (tools, labels) = try await languages.find()
            let judge = GradingJudge(
                queue: queue,
                cache: try invocation.packageCache(limit: .mebibytes(4096)),
                tools: tools,
                surroundings: try WorkerCommand.surroundings(invocation)
            )
            let settings = WorkerSettings(
                name: name.text,
                host: name.host,
                process: Processes.ownNumber,
                slots: slots,
                labels: labels,
                drain: drain
            )
            let service = ServiceManager(environment: invocation.environment)
            let worker = Worker(queue: queue, judge: judge, settings: settings, log: log, service: service)
            control.take(worker) { languages.reload(into: judge, worker) }
            languages.whenChanged { languages.reload(into: judge, worker) }
            return try await ending(of: worker, control, drain: drain, begin: begin)
        }
    }

    /// Judges and serves side by side; when one of them ends, so does the other.
    private static func ending(
        of worker: Worker,
        _ control: ServeControl,
        drain: Duration,
        begin: @escaping @Sendable () throws -> Service
    ) async throws -> ExitCode {
        async let serving: Void = BlockingWork.run { _ in
            do {
                let service = try begin()
                control.wait()
                service.stop(patience: drain)
            } catch {
                worker.stopNow()
                throw error
            }
        }
        let ending: Worker.Ending
        do {
            ending = try await BlockingWork.run { _ in
                defer { control.end() }
                return try worker.run()
            }
        } catch {
            try? await serving
            throw error
        }
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

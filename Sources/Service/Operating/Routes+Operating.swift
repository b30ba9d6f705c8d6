internal import Access
internal import Core
internal import HTTPServing
internal import Queueing

extension Routes {
    /// How the service and the queue are doing.
    static func operating(_ context: ServiceContext) -> [Route] {
        let description = description(context)
        // One short read says whether the database can be used.
        let readiness = Readiness(clock: context.queue.settings.clock) { [queue = context.queue] in
            _ = try queue.job(JobID(rawValue: "0000000000000000"))
        }
        return [
            Route(
                "GET",
                "/healthz",
                .open,
                .atOnce { _ in Response(status: 200, json: .object(["status": .text("ok")])) }
            ),
            Route(
                "GET",
                "/readyz",
                .open,
                .quick({ _ in try ready(context, readiness) }, { _ in try asked(readiness) })
            ),
            Route("GET", "/openapi.json", .open, .atOnce { _ in description }),
            Route("GET", "/metrics", .scope(.admin), cost: 2, .blocking { _ in try Metrics.response(context) }),
            Route("GET", "/v1/statistics", .scope(.admin), cost: 2, .blocking { try statistics($0, context) }),
            Route("GET", "/v1/workers", .scope(.admin), cost: 2, .blocking { try workers($0, context) }),
        ]
    }

    private static func ready(_ context: ServiceContext, _ readiness: Readiness) throws -> Response? {
        if context.isDraining { throw Fault(.draining, "the service is about to end", retryAfter: 1) }
        if let awaited = context.settings.awaited() { throw Fault(.starting, awaited, retryAfter: 1) }
        return try readiness.known().map { readyNow }
    }

    private static func asked(_ readiness: Readiness) throws -> Response {
        try readiness.ask()
        return readyNow
    }

    private static let readyNow = Response(status: 200, json: .object(["status": .text("ready")]))

    private static func description(_ context: ServiceContext) -> Response {
        var response = Response(status: 200, jsonBytes: OpenAPI.document(version: context.settings.version))
        response.add("cache-control", "public, max-age=300")
        return response
    }

    private static func workers(_ call: Call, _ context: ServiceContext) throws -> Response {
        try call.allow()
        return Response(
            status: 200,
            json: .object(["items": .list(try context.queue.workers().map(worker))])
        )
    }

    private static func statistics(_ call: Call, _ context: ServiceContext) throws -> Response {
        try call.allow()
        let queue = try context.queue.statistics()
        return Response(
            status: 200,
            json: .object([
                "queued": .number(queue.count(.queued)),
                "running": .number(queue.count(.running)),
                "done": .number(queue.count(.done)),
                "dead": .number(queue.count(.dead)),
                "cancelled": .number(queue.count(.cancelled)),
                "delayed": .number(queue.delayed),
                "oldestAge": .number(queue.oldestAge.inSeconds),
                "unserved": .number(queue.unserved.reduce(0) { $0 + $1.ready }),
                "waiting": .list(
                    queue.waiting.map { waiting in
                        .object([
                            "labels": .texts(waiting.labels.labels),
                            "ready": .number(waiting.ready),
                            "oldestAge": .number(waiting.oldestAge.inSeconds),
                        ])
                    }
                ),
                "enqueuedLastMinute": .number(queue.enqueuedLastMinute),
                "endedLastMinute": .number(queue.endedLastMinute),
                "contentBytes": .number(queue.contentBytes),
                "workers": .list(queue.workers.map(worker)),
                "service": service(context),
            ])
        )
    }

    private static func service(_ context: ServiceContext) -> JSONValue {
        let server = context.serverFigures
        let events = context.figures.events.sorted { $0.key < $1.key }
        return .object([
            "version": .text(context.settings.version),
            "uptime": .number(context.figures.uptime),
            "requests": .number(server?.answers.values.reduce(0, +) ?? 0),
            "connections": .number(server?.connections ?? 0),
            "streams": .number(server?.streams ?? 0),
            "accepted": .number(context.figures.value(.accepted)),
            "events": .object(events.map { JSONValue.Member($0.key, .number($0.value)) }),
            "latency": .object([
                "queued": percentiles(context.figures.waits), "total": percentiles(context.figures.totals),
            ]),
        ])
    }

    private static func percentiles(_ figures: ServiceFigures.Percentiles) -> JSONValue {
        .object(["p50": .number(figures.p50), "p90": .number(figures.p90), "p99": .number(figures.p99)])
    }

    private static func worker(_ worker: WorkerRecord) -> JSONValue {
        .object([
            "id": .text(worker.id.rawValue),
            "name": .text(worker.name),
            "host": .text(worker.host),
            "process": .number(worker.process),
            "state": .text(worker.state.rawValue),
            "detail": .text(worker.detail),
            "slots": .number(worker.slots),
            "running": .number(worker.running),
            "labels": .texts(worker.labels.labels),
            "startedAt": Moments.json(worker.startedAt),
            "heardAt": Moments.json(worker.heardAt),
        ])
    }
}

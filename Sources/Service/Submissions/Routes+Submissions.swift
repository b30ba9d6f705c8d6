internal import Access
internal import HTTPServing
internal import Queueing

extension Routes {
    /// Submissions: in, out, and back.
    static func submissions(_ context: ServiceContext) -> [Route] {
        let bodyLimit = 24 << 20
        return [
            Route(
                "POST",
                "/v1/submissions",
                .scope(.submit),
                bodyLimit: bodyLimit,
                cost: 5,
                .blocking { try submit($0, context) }
            ),
            Route(
                "POST",
                "/v1/submissions:batch",
                .scope(.submit),
                bodyLimit: 2 * bodyLimit,
                cost: 20,
                .blocking { try submitAll($0, context) }
            ),
            Route("GET", "/v1/submissions", .scope(.read), cost: 2, .blocking { try list($0, context) }),
            Route(
                "GET",
                "/v1/submissions/{id}",
                .scope(.read),
                .quick({ try known($0, context) }, { try show($0, context) })
            ),
            Route("DELETE", "/v1/submissions/{id}", .scope(.submit), .blocking { try cancel($0, context) }),
            Route("POST", "/v1/submissions/{id}:retry", .scope(.admin), .blocking { try retry($0, context) }),
            Route(
                "GET",
                "/v1/submissions/{id}/events",
                .scope(.read),
                cost: 2,
                .blocking { try follow($0, context) }
            ),
            Route(
                "POST",
                "/v1/runs",
                .scope(.submit),
                bodyLimit: bodyLimit,
                cost: 5,
                .deferred { try run($0, $1, context) }
            ),
        ]
    }

    // MARK: In

    private static func submit(_ call: Call, _ context: ServiceContext) throws -> Response {
        try call.allow()
        var reader = try BodyReader(body: call.request.body)
        var order = try SubmissionOrder(&reader, by: call.identity)
        try reader.finish()
        order.key = try idempotencyKey(of: call.request)
        guard let made = try context.submit([order], by: call).first else {
            throw Fault(.internal, "the queue made nothing of it")
        }
        var response = Response(status: 202, json: try accepted(made, context))
        response.add("location", "/v1/submissions/\(made.id)")
        return response
    }

    static func accepted(_ made: Enqueued, _ context: ServiceContext) throws -> JSONValue {
        // What was just made waits; what was there before may be anything by now.
        let state = made.isNew ? JobState.queued : try context.queue.job(made.id)?.state ?? .queued
        return .object(["id": .text(made.id.rawValue), "state": .text(state.rawValue), "new": .flag(made.isNew)])
    }

    private static func idempotencyKey(of request: Request) throws(Fault) -> String? {
        guard let text = request.header("idempotency-key") else { return nil }
        guard request.count(of: "idempotency-key") == 1 else {
            throw Fault(.invalidParameter, "there are several header fields Idempotency-Key; send one")
        }
        guard isIdempotencyKey(text) else { throw Fault(.invalidParameter, idempotencyKeyRule) }
        return text
    }

    static let idempotencyKeyRule = "an idempotency key has 1 to 200 printable ASCII characters, no space"

    static func isIdempotencyKey(_ text: String) -> Bool {
        (1...200).contains(text.utf8.count) && text.utf8.allSatisfy { $0 > 32 && $0 < 127 }
    }

    // MARK: Out

    /// The answer of a moment ago, where nothing has happened since.
    private static func known(_ call: Call, _ context: ServiceContext) throws -> Response? {
        guard call.request.target.query.isEmpty, context.feed.isCurrent else { return nil }
        let entry = context.statuses.entry(JobID(rawValue: call["id"]), Viewer(call.identity))
        guard let entry, call.identity.sees(tenant: entry.tenant) else { return nil }
        return Response(status: 200, jsonBytes: entry.bytes)
    }

    private static func show(_ call: Call, _ context: ServiceContext) throws -> Response {
        try call.allow()
        let epoch = context.statuses.epoch
        let job = try context.job(call["id"], for: call)
        let viewer = Viewer(call.identity)
        let report = job.state == .done ? try context.shelf.report(of: job.id) : nil
        let bytes = SubmissionView.json(job, report: report, for: viewer).bytes
        context.statuses.keep(bytes, of: job.id, tenant: job.submitted.tenant, for: viewer, since: epoch)
        return Response(status: 200, jsonBytes: bytes)
    }

    private static func list(_ call: Call, _ context: ServiceContext) throws -> Response {
        try call.allow("limit", "after", "state", "problem", "tenant")
        let limit = try call.integer("limit", in: 1...100, else: 50)
        var filter = JobFilter(tenant: call.identity.may(.admin) ? nil : call.identity.tenant)
        if let text = call.request.target["state"] {
            for word in text.split(separator: ",", omittingEmptySubsequences: false) {
                guard let state = JobState(rawValue: String(word)) else {
                    let known = JobState.allCases.map(\.rawValue).joined(separator: ", ")
                    throw Fault(.invalidParameter, "there is no state '\(word)'; there are \(known)")
                }
                filter.states.insert(state)
            }
        }
        filter.problem = call.request.target["problem"]
        if let tenant = call.request.target["tenant"] {
            guard call.identity.sees(tenant: tenant) else { throw Fault(.forbidden, "this is another tenant") }
            filter.tenant = tenant
        }
        var cursor: JobCursor?
        if let text = call.request.target["after"] {
            cursor = JobCursor(text: text)
            if cursor == nil { throw Fault(.invalidParameter, "after is no cursor; take the one of the last answer") }
        }
        let page = try context.queue.list(filter, after: cursor, limit: limit)
        let viewer = Viewer(call.identity)
        return Response(
            status: 200,
            json: .object([
                "items": .list(page.jobs.map { SubmissionView.json($0, report: nil, isListed: true, for: viewer) }),
                "next": .text(orNull: page.next?.text),
            ])
        )
    }

    private static func follow(_ call: Call, _ context: ServiceContext) throws -> Response {
        try call.allow("after")
        let job = try context.job(call["id"], for: call)
        var last = 0
        // The header field counts: it is what a browser adds when it comes back to the same URL.
        for text in [call.request.target["after"], call.request.header("last-event-id")].compactMap(\.self) {
            guard let number = Int(text), (0...999_999_999_999_999_999).contains(number) else {
                throw Fault(.invalidParameter, "the last event's id is a number")
            }
            last = number
        }
        // By this an EventSource knows that there is nothing to come back for.
        if job.state.isEnd, try context.queue.events(of: job.id, after: last, limit: 1).isEmpty {
            return Response(status: 204)
        }
        if context.isDraining { throw Fault(.draining, "ask once more: another server will answer", retryAfter: 1) }
        if let figures = context.serverFigures, figures.streams >= context.limits.streams {
            throw Fault(.tooManyStreams, "there are as many streams as there may be", retryAfter: 5)
        }
        let stream = EventStream(limit: context.limits.streamBytes)
        let token = Gate.token(shownIn: call.request) ?? ""
        guard context.streams.enter(stream, of: call.identity, token: token) else {
            throw Fault(
                .tooManyStreams,
                "this key has \(context.streams.limit) streams, as many as it may; end some of them",
                retryAfter: 5
            )
        }
        let following = SubmissionStream(
            of: job.id,
            after: last,
            for: Viewer(call.identity),
            into: stream,
            queue: context.queue,
            shelf: context.shelf,
            feed: context.feed,
            helpers: context.helpers,
            forget: { [statuses = context.statuses] in statuses.forget($0) },
            onClose: { [streams = context.streams] in streams.leave(stream) }
        )
        following.start()
        return Response(stream: stream)
    }

    // MARK: Back

    private static func cancel(_ call: Call, _ context: ServiceContext) throws -> Response {
        try call.allow()
        let job = try context.job(call["id"], for: call)
        let cancellation = try context.queue.cancel(job.id)
        context.statuses.forget(job.id)
        context.note("submission.cancel", job.id.rawValue, call)
        let (word, state): (String, JobState) =
            switch cancellation {
            case .cancelled: ("cancelled", .cancelled)
            case .requested: ("requested", .running)
            case .ended(let state): ("ended", state)
            }
        return Response(
            status: 202,
            json: .object([
                "id": .text(job.id.rawValue), "state": .text(state.rawValue), "cancellation": .text(word),
            ])
        )
    }

    private static func retry(_ call: Call, _ context: ServiceContext) throws -> Response {
        try call.allow()
        let job = try context.job(call["id"], for: call)
        try context.queue.retry(job.id)
        context.statuses.forget(job.id)
        context.note("submission.retry", job.id.rawValue, call)
        return Response(status: 202, json: .object(["id": .text(job.id.rawValue), "state": .text("queued")]))
    }

    // MARK: At once

    private static func run(_ call: Call, _ reply: Reply, _ context: ServiceContext) throws {
        try call.allow("wait")
        let wait = try call.integer("wait", in: 0...60, else: 10)
        var reader = try BodyReader(body: call.request.body)
        var order = try SubmissionOrder(&reader, by: call.identity)
        try reader.finish()
        if order.problem != nil {
            throw Fault(.invalidField, "a run has no problem; POST /v1/submissions judges", at: "/problem")
        }
        order.key = try idempotencyKey(of: call.request)
        guard let made = try context.submit([order], by: call).first else {
            throw Fault(.internal, "the queue made nothing of it")
        }
        context.whenEnded(made.id, within: .seconds(wait)) { job in
            do {
                reply.send(try ending(made.id, job, call, context))
            } catch {
                reply.send(Fault(error, id: call.request.id, journal: context.settings.journal).response)
            }
        }
    }

    private static func ending(_ id: JobID, _ job: Job?, _ call: Call, _ context: ServiceContext) throws -> Response {
        switch job?.state {
        case .done:
            guard case .object(let members)? = try context.report(of: id, for: call) else {
                throw Fault(.internal, "the run is over and has no report")
            }
            return Response(status: 200, json: .object([.init("id", .text(id.rawValue))] + members))
        case .dead: throw Fault(.judgeFailed, "the run \(id) could not be carried out")
        case .cancelled: throw Fault(.wrongState, "the run \(id) was cancelled")
        case .queued, .running, nil:
            var response = Response(
                status: 202,
                json: .object(["id": .text(id.rawValue), "state": .text((job?.state ?? .queued).rawValue)])
            )
            response.add("location", "/v1/submissions/\(id)")
            return response
        }
    }
}

internal import Access
internal import HTTPServing
internal import Queueing

extension Routes {
    /// Judging again what was judged before.
    static func rejudging(_ context: ServiceContext) -> [Route] {
        [
            Route(
                "POST",
                "/v1/submissions:rejudge",
                .scope(.admin),
                bodyLimit: 1 << 20,
                cost: 20,
                .blocking { try rejudge($0, context) }
            )
        ]
    }

    private static func rejudge(_ call: Call, _ context: ServiceContext) throws -> Response {
        try call.allow()
        var reader = try BodyReader(body: call.request.body)
        let ids = try reader.texts("ids", limit: 1000)
        let problem = try reader.text("problem")
        let limit = try reader.integer("limit", in: 1...1000) ?? 1000
        let isDry = try reader.flag("dryRun")
        try reader.finish()
        let jobs: [Job]
        switch (ids, problem) {
        case (let ids?, nil): jobs = try ids.enumerated().map { try finished($0.element, at: $0.offset, call, context) }
        case (nil, let problem?):
            jobs = try latest(
                context.queue.list(JobFilter(states: [.done], problem: problem), after: nil, limit: limit)
            )
        default: throw Fault(.invalidField, "name either ids or a problem", at: "/ids")
        }
        var items: [JSONValue] = []
        for job in jobs {
            var made: JobID?
            if !isDry { made = try again(job, context) }
            items.append(
                .object([
                    "id": .text(orNull: made?.rawValue),
                    "rejudges": .text(job.id.rawValue),
                    "state": .text(orNull: made.map { _ in "queued" }),
                ])
            )
        }
        if !isDry { context.note("submission.rejudge", "\(items.count) submissions", call) }
        return Response(status: 202, json: .object(["items": .list(items), "dryRun": .flag(isDry)]))
    }

    private static func again(_ job: Job, _ context: ServiceContext) throws -> JobID {
        let old = job.submitted.request.problem
        // A run has no problem that could have changed meanwhile.
        let pushed = job.submitted.request.run == nil ? try context.queue.package(old.name) : nil
        let problem = pushed.map { JudgingRequest.Problem(name: old.name, package: $0.content) }
        // Behind what candidates wait for.
        return try context.queue.rejudge(job.id, problem: problem, priority: -10).id
    }

    private static func finished(_ id: String, at place: Int, _ call: Call, _ context: ServiceContext) throws -> Job {
        guard let job = try context.queue.job(JobID(rawValue: id)), call.identity.sees(tenant: job.submitted.tenant)
        else {
            throw Fault(.notFound, "there is no submission '\(id)'", at: "/ids/\(place)")
        }
        guard job.state == .done else {
            throw Fault(
                .wrongState,
                "\(id) is \(job.state.rawValue); only what is done is judged again",
                at: "/ids/\(place)"
            )
        }
        return job
    }

    /// Of submissions that judge the same once more only the newest; the page begins with the newest one.
    private static func latest(_ page: JobPage) -> [Job] {
        var superseded: Set<JobID> = []
        return page.jobs.filter { job in
            if let old = job.submitted.rejudges { superseded.insert(old) }
            return !superseded.contains(job.id)
        }
    }
}

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
        let limit = try reader.integer("limit", in: 1...1000)
        let after = try reader.text("after")
        let isDry = try reader.flag("dryRun")
        try reader.finish()
        let page: JobPage
        switch (ids, problem) {
        case (let ids?, nil):
            for (name, isThere) in [("limit", limit != nil), ("after", after != nil)] where isThere {
                throw Fault(.invalidField, "this is for a problem", at: "/\(name)")
            }
            guard !ids.isEmpty else { throw Fault(.invalidField, "name 1 to 1000 submissions", at: "/ids") }
            let jobs = try ids.enumerated().map { try finished($0.element, at: $0.offset, call, context) }
            page = JobPage(jobs: jobs, next: nil)
        case (nil, let problem?):
            guard try context.queue.package(problem) != nil else {
                throw Fault(.problemUnknown, "no problem '\(problem)' was pushed", at: "/problem")
            }
            let cursor = after.flatMap { JobCursor(text: $0) }
            if after != nil, cursor == nil {
                throw Fault(.invalidField, "this is no cursor; take the \"next\" of the last answer", at: "/after")
            }
            page = try NewestJobs.done(for: problem, in: context.queue, after: cursor, limit: limit ?? 1000)
        default: throw Fault(.invalidField, "name either ids or a problem", at: "/ids")
        }
        let made = isDry ? [] : try again(page.jobs, context)
        var items: [JSONValue] = []
        for (place, job) in page.jobs.enumerated() {
            let new = made.isEmpty ? nil : made[place]
            let state = try new.map { $0.isNew ? .queued : try context.queue.job($0.id)?.state ?? .queued }
            items.append(
                .object([
                    "id": .text(orNull: new?.id.rawValue),
                    "rejudges": .text(job.id.rawValue),
                    "state": .text(orNull: state?.rawValue),
                ])
            )
        }
        if !isDry { context.note("submission.rejudge", "\(items.count) submissions", call) }
        return Response(
            status: 202,
            json: .object(["items": .list(items), "dryRun": .flag(isDry), "next": .text(orNull: page.next?.text)])
        )
    }

    private static func again(_ jobs: [Job], _ context: ServiceContext) throws -> [Enqueued] {
        var packages: [String: ContentDigest] = [:]
        var pairs: [(job: Job, problem: JudgingRequest.Problem)] = []
        for job in jobs {
            var problem = job.submitted.request.problem
            // A run has no problem that could have changed meanwhile.
            if job.submitted.request.run == nil {
                if packages[problem.name] == nil {
                    packages[problem.name] = try context.queue.package(problem.name)?.content ?? problem.package
                }
                problem.package = packages[problem.name] ?? problem.package
            }
            pairs.append((job, problem))
        }
        return pairs.isEmpty ? [] : try context.queue.judgeAgain(pairs)
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
}

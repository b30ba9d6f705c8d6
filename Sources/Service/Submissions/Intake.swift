internal import Access
internal import Core
internal import Languages
internal import Problems
internal import Queueing
internal import Working

/// Makes jobs of orders: finds what they name, stores their files, and enqueues them.
struct Intake {
    private let context: ServiceContext

    init(_ context: ServiceContext) { self.context = context }

    /// Enqueues all of them, or none.
    func enqueue(_ orders: [SubmissionOrder], for identity: Identity) throws -> [Enqueued] {
        try context.queue.enqueue(orders.map { try job($0, for: identity) })
    }

    private func job(_ order: SubmissionOrder, for identity: Identity) throws -> NewJob {
        try order.check()
        let request = try order.problem.map { try self.request(order, problem: $0) } ?? run(order)
        var labels = order.labels
        if request.language != LanguageID.answers.rawValue { labels.append("language:\(request.language)") }
        if let flaw = LabelSet(labels).flaw { throw Fault(.invalidField, flaw, at: "\(order.path)/labels") }
        var job = NewJob(
            request,
            tenant: identity.tenant,
            priority: order.priority,
            idempotencyKey: order.key,
            labels: LabelSet(labels)
        )
        job.request.notes = order.notes
        job.apiKey = identity.keyID
        if let webhook = order.webhook {
            job.webhook = try context.endpoint(webhook, tenant: identity.tenant, at: "\(order.path)/webhook")
        }
        return job
    }

    private func request(_ order: SubmissionOrder, problem name: String) throws -> JudgingRequest {
        guard let pushed = try context.queue.package(name) else {
            throw Fault(.problemUnknown, "no problem '\(name)' was pushed", at: "\(order.path)/problem")
        }
        let package = try self.package(pushed)
        let problem = package.problem
        let size = order.files.reduce(0) { $0 + $1.content.count }
        guard size <= problem.limits.code.bytes || problem.type.isSubmitAnswer else {
            throw Fault(
                .invalidField,
                "the files have \(size) bytes; this problem takes \(problem.limits.code.bytes)",
                at: "\(order.path)/files"
            )
        }
        var language = LanguageID.answers
        if !problem.type.isSubmitAnswer {
            let profile = try self.profile(order, for: problem)
            guard profile.codes.contains(where: problem.allows) || problem.allows(profile.id) else {
                throw Fault(
                    .invalidField,
                    "this problem does not take \(profile.id)",
                    at: "\(order.path)/language"
                )
            }
            language = profile.id
        }
        return JudgingRequest(
            problem: .init(name: name, package: pushed.content),
            language: language.rawValue,
            files: try stored(order.files),
            entry: order.entry,
            options: .init(
                samplesOnly: order.samplesOnly,
                allTests: order.allTests,
                timeLimitMilliseconds: order.timeMilliseconds,
                memoryLimitBytes: order.memoryBytes
            )
        )
    }

    private func run(_ order: SubmissionOrder) throws -> JudgingRequest {
        let profile = try self.profile(order)
        return JudgingRequest(
            run: .init(
                input: try context.queue.put(order.input),
                arguments: order.arguments,
                wallTimeMilliseconds: order.wallMilliseconds,
                outputLimitBytes: order.outputBytes
            ),
            language: profile.id.rawValue,
            files: try stored(order.files),
            entry: order.entry,
            options: .init(timeLimitMilliseconds: order.timeMilliseconds, memoryLimitBytes: order.memoryBytes)
        )
    }

    private func package(_ pushed: PushedPackage) throws -> CachedPackage {
        do throws(JudgingFailure) {
            return try context.settings.packages.package(pushed.content, from: context.queue)
        } catch {
            if case .queue(let error) = error { throw error }
            throw error
        }
    }

    private func stored(_ files: [SubmissionOrder.File]) throws(QueueError) -> [JudgingRequest.File] {
        var stored: [JudgingRequest.File] = []
        for file in files { stored.append(.init(name: file.name, content: try context.queue.put(file.content))) }
        return stored
    }

    /// The language that was asked for, or that the files show.
    private func profile(
        _ order: SubmissionOrder,
        for problem: Problem? = nil
    ) throws(Fault) -> LanguageProfile {
        let catalog = context.settings.catalog
        if let asked = order.language {
            if let profile = catalog.profile(LanguageID(asked)) { return profile }
            let near = catalog.suggestions(for: asked).map(\.rawValue).joined(separator: " or ")
            let mend = near.isEmpty ? "GET /v1/languages lists them" : "did you mean \(near)?"
            throw Fault(.languageUnknown, "there is no language '\(asked)'; \(mend)", at: "\(order.path)/language")
        }
        do throws(DetectionError) {
            return try catalog.detect(
                files: order.files.map { .init(name: $0.name, content: $0.content) },
                allowed: problem.map { $0.allows }
            )
        } catch {
            throw Fault(.languageUnknown, "the files do not tell their language; name it", at: "\(order.path)/language")
        }
    }
}

internal import Access
internal import HTTPServing
internal import Queueing
internal import Webhooks

/// What the routes of messages do.
///
/// A key has to do with the messages to its own endpoints and of its own submissions, and an admin with all.
struct DeliveryRoutes: Sendable {
    let context: ServiceContext
    let store: any WebhookStore

    func list(_ call: Call) throws -> Response {
        try call.allow("state", "endpoint", "submission", "tenant", "limit", "after")
        try call.requireTenant()
        var filter = filter(
            call,
            endpoint: call.request.target["endpoint"],
            submission: call.request.target["submission"]
        )
        if let text = call.request.target["state"] {
            filter.state = Delivery.State(rawValue: text)
            if filter.state == nil { throw Fault(.invalidParameter, Self.flaw(text)) }
        }
        let limit = try call.integer("limit", in: 1...100, else: 50)
        let before = try call.integer("after", in: 0...Int.max, else: .max)
        var found = try store.deliveries(filter, before: before, limit: limit + 1)
        let isMore = found.count > limit
        if isMore { found.removeLast() }
        return Response(
            status: 200,
            json: .object([
                "items": .list(found.map { WebhookView.delivery($0, for: call.identity) }),
                "next": .text(orNull: isMore ? found.last.map { String($0.number) } : nil),
            ])
        )
    }

    func show(_ call: Call) throws -> Response {
        try call.allow()
        let (delivery, attempts) = try known(call)
        return Response(status: 200, json: WebhookView.delivery(delivery, log: attempts, for: call.identity))
    }

    func replayOne(_ call: Call) throws -> Response {
        try call.allow()
        let delivery = try known(call).delivery
        if let reason = try store.endpoint(delivery.endpoint)?.disabled {
            throw Fault(.wrongState, "\(delivery.endpoint) is told nothing any more (\(reason)); enable it first")
        }
        try store.replay(delivery.id)
        context.note("webhook.replay", delivery.id, call)
        return Response(status: 202, json: .object(["replayed": .number(1)]))
    }

    func replayMany(_ call: Call) throws -> Response {
        try call.allow()
        var reader = try BodyReader(body: call.request.body)
        let state = try reader.text("state")
        let endpoint = try reader.text("endpoint")
        let submission = try reader.text("submission")
        let limit = try reader.integer("limit", in: 1...1000) ?? 1000
        try reader.finish()
        var filter = filter(call, endpoint: endpoint, submission: submission)
        if let state {
            filter.state = Delivery.State(rawValue: state)
            if filter.state == nil { throw Fault(.invalidField, Self.flaw(state), at: "/state") }
        }
        let count = try store.replay(filter, limit: limit)
        context.note("webhook.replay", "\(count) messages", call)
        return Response(status: 202, json: .object(["replayed": .number(count)]))
    }

    private func known(_ call: Call) throws -> (delivery: Delivery, attempts: [DeliveryAttempt]) {
        guard let found = try store.delivery(call["id"]), try isVisible(found.delivery, to: call.identity) else {
            throw Fault(.notFound, "there is no delivery '\(call["id"])'")
        }
        return found
    }

    /// The same as `DeliveryFilter.key`, for one message.
    private func isVisible(_ delivery: Delivery, to caller: Access.Identity) throws -> Bool {
        if caller.may(.admin) { return true }
        guard delivery.tenant == caller.tenant, let endpoint = try store.endpoint(delivery.endpoint) else {
            return false
        }
        if endpoint.isStanding { return endpoint.key == caller.keyID }
        return try context.queue.job(delivery.job)?.submitted.apiKey == caller.keyID
    }

    private func filter(_ call: Call, endpoint: String?, submission: String?) -> DeliveryFilter {
        let isAdmin = call.identity.may(.admin)
        return DeliveryFilter(
            tenant: isAdmin ? call.request.target["tenant"] : call.identity.tenant,
            endpoint: endpoint,
            job: submission.map(JobID.init(rawValue:)),
            key: isAdmin ? nil : call.identity.keyID
        )
    }

    private static func flaw(_ state: String) -> String {
        "there is no state '\(state)'; there are \(Delivery.State.allCases.map(\.rawValue).joined(separator: ", "))"
    }
}

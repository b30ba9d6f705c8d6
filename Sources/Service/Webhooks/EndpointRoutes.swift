internal import Access
internal import HTTPServing
internal import Queueing
internal import Webhooks

/// What the routes of endpoints do.
///
/// A key has to do with its own endpoints, and an admin with all: whoever has the secret of an endpoint can make messages
/// that are taken for ours, which a candidate must not be able to do in the name of the exam.
struct EndpointRoutes: Sendable {
    let context: ServiceContext
    let store: any WebhookStore

    /// How many endpoints a key has at most: each of its submissions is told to all of them.
    private static let most = 20

    func create(_ call: Call) throws -> Response {
        try call.allow()
        let caller = call.identity
        let isAdmin = caller.may(.admin)
        var reader = try BodyReader(body: call.request.body)
        guard let text = try reader.text("url") else { throw Fault(.invalidField, "url is missing", at: "/url") }
        let events = try reader.texts("events", limit: 10)
        let tenant = try reader.text("tenant")
        let key = try reader.text("key")
        try reader.finish()
        if key == "" { throw Fault(.invalidField, "a key has a name; leave it out for all keys", at: "/key") }
        if let tenant, !caller.sees(tenant: tenant) {
            throw Fault(.forbidden, "this is another tenant", at: "/tenant")
        }
        if let key, key != caller.keyID, !isAdmin {
            throw Fault(.forbidden, "this is another key", at: "/key")
        }
        let url = try context.url(of: text, at: "/url")
        let kinds = try events.map(kinds) ?? Set(Endpoint.Kind.allCases)
        let mine = { try store.endpoints(of: caller.tenant, key: caller.keyID, after: nil, limit: Self.most) }
        if !isAdmin, try mine().count == Self.most {
            throw Fault(.invalidField, "a key has at most \(Self.most) webhooks; delete one first")
        }
        let endpoint = try store.add(
            .standing(
                tenant: tenant ?? caller.tenant,
                key: isAdmin ? key : caller.keyID,
                url: url,
                kinds: kinds,
                at: context.queue.settings.clock.now()
            )
        )
        context.note("webhook.create", endpoint.id, call)
        var response = Response(status: 201, json: WebhookView.endpoint(endpoint, withSecret: true))
        response.add("location", "/v1/webhooks/\(endpoint.id)")
        return response
    }

    func list(_ call: Call) throws -> Response {
        try call.allow("tenant", "limit", "after")
        let limit = try call.integer("limit", in: 1...100, else: 50)
        let caller = call.identity
        let isAdmin = caller.may(.admin)
        if !isAdmin { try call.requireTenant() }
        let endpoints = try store.endpoints(
            of: isAdmin ? call.request.target["tenant"] : caller.tenant,
            key: isAdmin ? nil : caller.keyID,
            after: try call.request.target["after"].map(Self.place),
            limit: limit + 1
        )
        let page = endpoints.prefix(limit)
        return Response(
            status: 200,
            json: .object([
                "items": .list(page.map { WebhookView.endpoint($0, withSecret: false) }),
                "next": .text(orNull: endpoints.count > limit ? page.last.map(Self.cursor) : nil),
            ])
        )
    }

    /// Its place, not only its name: it may have been deleted meanwhile.
    private static func place(_ cursor: String) throws(Fault) -> EndpointPlace {
        let parts = cursor.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let created = Int(parts[0]), parts[1].hasPrefix("ep_") else {
            throw Fault(.invalidParameter, "after is no cursor; take the one of the last answer")
        }
        return EndpointPlace(createdAt: Timestamp(milliseconds: created), id: String(parts[1]))
    }

    private static func cursor(_ endpoint: Endpoint) -> String { "\(endpoint.createdAt.milliseconds)-\(endpoint.id)" }

    func show(_ call: Call) throws -> Response {
        try call.allow()
        return Response(status: 200, json: WebhookView.endpoint(try endpoint(call), withSecret: true))
    }

    func remove(_ call: Call) throws -> Response {
        try call.allow()
        let endpoint = try endpoint(call)
        _ = try store.removeEndpoint(endpoint.id)
        context.note("webhook.delete", endpoint.id, call)
        return Response(status: 204)
    }

    func enable(_ call: Call) throws -> Response {
        try call.allow()
        let endpoint = try endpoint(call)
        _ = try store.disableEndpoint(endpoint.id, nil)
        context.note("webhook.enable", endpoint.id, call)
        return Response(status: 200, json: WebhookView.endpoint(try self.endpoint(call), withSecret: false))
    }

    private func endpoint(_ call: Call) throws -> Endpoint {
        let caller = call.identity
        guard let endpoint = try store.endpoint(call["id"]),
            caller.may(.admin) || (endpoint.tenant == caller.tenant && endpoint.key == caller.keyID)
        else { throw Fault(.notFound, "there is no webhook '\(call["id"])'") }
        return endpoint
    }

    private func kinds(_ events: [String]) throws(Fault) -> Set<Endpoint.Kind> {
        var kinds: Set<Endpoint.Kind> = []
        for (place, event) in events.enumerated() {
            guard let kind = Endpoint.Kind.allCases.first(where: { "submission.\($0.rawValue)" == event }) else {
                throw Fault(.invalidField, "there is no such event; see submission.finished", at: "/events/\(place)")
            }
            kinds.insert(kind)
        }
        guard !kinds.isEmpty else { throw Fault(.invalidField, "name at least one event", at: "/events") }
        return kinds
    }
}

extension Call {
    /// Refuses to be asked about another tenant by who is no admin.
    func requireTenant() throws(Fault) {
        guard let tenant = request.target["tenant"], !identity.sees(tenant: tenant) else { return }
        throw Fault(.forbidden, "this is another tenant")
    }
}

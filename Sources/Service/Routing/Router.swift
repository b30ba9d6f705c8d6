internal import Access
public import HTTPServing
internal import Queueing

/// Who may do what is found out here, and nowhere else: every request goes through it before a route sees it.
public struct Router: RequestHandler {
    private let table: RouteTable
    private let keys: any Authenticating
    private let gate: Gate
    private let journal: any RequestJournal
    private let beat: @Sendable () -> Void

    /// What was found out about a request when its head came.
    private struct Finding: Sendable {
        let route: Route
        let call: Call
        let decision: RateDecision
        let crossOrigin: [Request.Field]
    }

    init(
        _ routes: [Route],
        keys: any Authenticating,
        gate: Gate,
        journal: any RequestJournal,
        beat: @escaping @Sendable () -> Void
    ) {
        table = RouteTable(routes)
        self.keys = keys
        self.gate = gate
        self.journal = journal
        self.beat = beat
    }

    // MARK: Its head

    /// Finds the route, the key, and whether there is leave.
    public func admit(_ head: Request) -> Admission {
        do throws(Fault) {
            try gate.requireHost(head)
            let crossOrigin = gate.crossOriginFields(head)
            switch table.find(head.method, head.target.parts) {
            case .unknown:
                if head.method == "OPTIONS", head.target.parts == ["*"] { return .refuse(Response(status: 204)) }
                throw Fault(.notFound, "there is no \(head.target.path) here")
            case .wrongMethod(let methods):
                let allowed = methods.joined(separator: ", ")
                if head.method == "OPTIONS" { return .refuse(options(allowed, crossOrigin)) }
                var fault = Fault(.methodNotAllowed, "\(head.method) is not for this; \(allowed) are")
                fault.fields = [.init(name: "allow", value: allowed)]
                throw fault
            case .route(let route, let parameters):
                if route.admittance == .open {
                    return admitted(route, head, .nobody, parameters, .unlimited, crossOrigin)
                }
                let token = try gate.token(of: head)
                if let identity = keys.known(token) {
                    return try admit(identity, route, head, parameters, crossOrigin)
                }
                return .ask { find(token, route, head, parameters, crossOrigin) }
            }
        } catch {
            return .refuse(error.response)
        }
    }

    private func find(
        _ token: String,
        _ route: Route,
        _ head: Request,
        _ parameters: [String: String],
        _ crossOrigin: [Request.Field]
    ) -> Admission {
        do {
            guard let identity = try keys.identity(of: token) else {
                // Guessing is bounded by the address.
                let decision = gate.rates.take(.address(head.peer), cost: 5)
                guard decision.isAllowed else { throw Self.tooMuch(decision) }
                throw Fault(.unauthorized, "this is no key that is known here")
            }
            return try admit(identity, route, head, parameters, crossOrigin)
        } catch {
            return .refuse(Fault(error, id: head.id, journal: journal).response)
        }
    }

    private func admit(
        _ identity: Identity,
        _ route: Route,
        _ head: Request,
        _ parameters: [String: String],
        _ crossOrigin: [Request.Field]
    ) throws(Fault) -> Admission {
        if case .scope(let scope) = route.admittance, !identity.may(scope) {
            throw Fault(.forbidden, "this needs a key with the scope \(scope.rawValue)")
        }
        let decision = gate.rates.take(.key(identity.keyID), cost: route.cost)
        guard decision.isAllowed else { throw Self.tooMuch(decision) }
        try gate.requireMediaType(head, route)
        return admitted(route, head, identity, parameters, decision, crossOrigin)
    }

    private func admitted(
        _ route: Route,
        _ head: Request,
        _ identity: Identity,
        _ parameters: [String: String],
        _ decision: RateDecision,
        _ crossOrigin: [Request.Field]
    ) -> Admission {
        let call = Call(request: head, identity: identity, parameters: parameters)
        let finding = Finding(route: route, call: call, decision: decision, crossOrigin: crossOrigin)
        return .body(limit: route.bodyLimit, finding: finding)
    }

    private static func tooMuch(_ decision: RateDecision) -> Fault {
        var fault = Fault(.rateLimited, "come back in \(decision.retryAfter) s", retryAfter: decision.retryAfter)
        fault.fields = decision.headerFields.map { .init(name: $0.name.lowercased(), value: $0.value) }
        return fault
    }

    private func options(_ allowed: String, _ crossOrigin: [Request.Field]) -> Response {
        var response = Response(status: 204, fields: crossOrigin)
        response.add("allow", allowed)
        if !crossOrigin.isEmpty {
            response.add("access-control-allow-methods", allowed)
            response.add(
                "access-control-allow-headers",
                "authorization, content-type, idempotency-key, last-event-id, x-auth-token"
            )
            response.add("access-control-max-age", "600")
        }
        return response
    }

    // MARK: Its answer

    /// Has the route answer.
    public func answer(_ request: Request, _ finding: (any Sendable)?) -> Answering {
        guard let finding = finding as? Finding else {
            return .now(Fault(.internal, "the request was not admitted").response)
        }
        let call = Call(request: request, identity: finding.call.identity, parameters: finding.call.parameters)
        let finish = { @Sendable (body: () throws -> Response) -> Response in
            var response: Response
            do {
                response = try body()
            } catch {
                response = Fault(error, id: request.id, journal: journal).response
            }
            for field in finding.decision.headerFields { response.add(field.name.lowercased(), field.value) }
            response.fields += finding.crossOrigin
            return response
        }
        switch finding.route.action {
        case .atOnce(let body): return .now(finish { try body(call) })
        case .blocking(let body): return .later { finish { try body(call) } }
        case .quick(let first, let second):
            do {
                if let response = try first(call) { return .now(finish { response }) }
            } catch {
                return .now(finish { throw error })
            }
            return .later { finish { try second(call) } }
        case .deferred(let body):
            return .deferred { reply in
                do {
                    try body(call, reply)
                } catch {
                    reply.send(finish { throw error })
                }
            }
        }
    }

    /// What the server itself refuses, in the form of everything else.
    public func response(to refusal: Refusal) -> Response {
        switch refusal {
        case .target:
            Fault(.badRequest, "the target cannot be read: a path, with what is not plain in it escaped").response
        case .longTarget(let limit): Fault(.uriTooLong, "the target has more than \(limit) bytes").response
        case .fields: Fault(.headerTooLarge, "there are too many header fields, or they are too large").response
        case .framing(let detail): Fault(.badRequest, detail).response
        case .body(let limit):
            Fault(.bodyTooLarge, limit == 0 ? "there is no body here" : "the body has more than \(limit) bytes")
                .response
        case .busy: Fault(.busy, "come back in a moment", retryAfter: 1).response
        case .draining: Fault(.draining, "ask once more: another server will answer", retryAfter: 1).response
        }
    }

    /// Once a second.
    public func tick() { beat() }
}

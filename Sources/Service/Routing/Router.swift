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
        var crossOrigin: [Request.Field] = []
        var head = head
        head.peer = gate.clients.of(head)
        do throws(Fault) {
            try gate.requireHost(head)
            crossOrigin = gate.crossOriginFields(head)
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
                let asking = Asking(route: route, head: head, parameters: parameters, crossOrigin: crossOrigin)
                if route.admittance == .open { return admitted(.nobody, asking, .unlimited) }
                guard let token = gate.token(of: head) else { return refuseStranger(asking) }
                // Both may need the database, for which this thread must not wait.
                if let identity = keys.known(token),
                    let decision = gate.rates.takeAtOnce(.key(identity.keyID), cost: route.cost)
                {
                    return admit(identity, asking, decision)
                }
                // Whoever has guessed too often is not looked up; a key that was right once is no guess.
                if let refusal = gate.rates.refusal(of: .client(head.peer), cost: Self.guess), !keys.wasRight(token) {
                    return refuse(Self.tooMuch(refusal), asking, refusal)
                }
                return .ask { find(token, asking) }
            }
        } catch {
            return .refuse(Self.dressed(error.response, .unlimited, crossOrigin))
        }
    }

    /// What a key costs that nobody has, so that guessing is bounded by the address.
    private static let guess = 5

    /// A request whose route is known.
    private struct Asking: Sendable {
        let route: Route
        let head: Request
        let parameters: [String: String]
        let crossOrigin: [Request.Field]
    }

    /// Who shows no key is counted by their address.
    private func refuseStranger(_ asking: Asking) -> Admission {
        let subject = RateSubject.client(asking.head.peer)
        let fault = Fault(.unauthorized, "send a key: Authorization: Bearer KEY")
        if let decision = gate.rates.takeAtOnce(subject, cost: 1) { return refuse(fault, asking, decision) }
        return .ask { refuse(fault, asking, gate.rates.take(subject, cost: 1)) }
    }

    private func find(_ token: String, _ asking: Asking) -> Admission {
        do {
            guard let identity = try keys.identity(of: token) else {
                let decision = gate.rates.take(.client(asking.head.peer), cost: Self.guess)
                return refuse(Fault(.unauthorized, "this is no key that is known here"), asking, decision)
            }
            return admit(identity, asking, gate.rates.take(.key(identity.keyID), cost: asking.route.cost))
        } catch {
            return refuse(Fault(error, id: asking.head.id, journal: journal), asking, .unlimited)
        }
    }

    private func admit(_ identity: Identity, _ asking: Asking, _ decision: RateDecision) -> Admission {
        do throws(Fault) {
            guard decision.isAllowed else { throw Self.tooMuch(decision) }
            if case .scope(let scope) = asking.route.admittance, !identity.may(scope) {
                throw Fault(.forbidden, "this needs a key with the scope \(scope.rawValue)")
            }
            try gate.requireMediaType(asking.head, asking.route)
        } catch {
            return refuse(error, asking, decision)
        }
        return admitted(identity, asking, decision)
    }

    private func admitted(_ identity: Identity, _ asking: Asking, _ decision: RateDecision) -> Admission {
        let route = asking.route
        let call = Call(request: asking.head, identity: identity, parameters: asking.parameters)
        let finding = Finding(route: route, call: call, decision: decision, crossOrigin: asking.crossOrigin)
        return .body(limit: route.bodyLimit, finding: finding)
    }

    /// Refuses for the reason that is given, or because it was too much.
    private func refuse(_ fault: Fault, _ asking: Asking, _ decision: RateDecision) -> Admission {
        let fault = decision.isAllowed ? fault : Self.tooMuch(decision)
        return .refuse(Self.dressed(fault.response, decision, asking.crossOrigin))
    }

    private static func tooMuch(_ decision: RateDecision) -> Fault {
        Fault(.rateLimited, "come back in \(decision.retryAfter) s", retryAfter: decision.retryAfter)
    }

    /// The answer with what every answer to such a request has: how the limit stands, and who may read it.
    private static func dressed(
        _ response: Response,
        _ decision: RateDecision,
        _ crossOrigin: [Request.Field]
    ) -> Response {
        var response = response
        let limit = decision.headerFields.map { Request.Field(name: $0.name.lowercased(), value: $0.value) }
        for field in limit + crossOrigin where !response.fields.contains(where: { $0.name == field.name }) {
            response.fields.append(field)
        }
        return response
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
        var asked = request
        asked.peer = finding.call.request.peer
        let call = Call(
            request: asked,
            identity: finding.call.identity,
            parameters: finding.call.parameters,
            rate: finding.decision,
            cost: finding.route.cost
        )
        let dress = { @Sendable (response: Response) in
            Self.dressed(response, finding.decision, finding.crossOrigin)
        }
        let finish = { @Sendable (body: () throws -> Response) -> Response in
            do {
                return dress(try body())
            } catch {
                return dress(Fault(error, id: request.id, journal: journal).response)
            }
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
            return .deferred { plain in
                let reply = Reply(by: plain) { dress($0) }
                do {
                    try body(call, reply)
                } catch {
                    reply.send(Fault(error, id: request.id, journal: journal).response)
                }
            }
        }
    }

    /// What the server itself refuses, in the form of everything else.
    public func response(to refusal: Refusal, _ finding: (any Sendable)?) -> Response {
        let response = Self.fault(of: refusal).response
        guard let finding = finding as? Finding else { return response }
        return Self.dressed(response, finding.decision, finding.crossOrigin)
    }

    private static func fault(of refusal: Refusal) -> Fault {
        switch refusal {
        case .target: Fault(.badRequest, "the target cannot be read: a path, with what is not plain in it escaped")
        case .longTarget(let limit): Fault(.uriTooLong, "the target has more than \(limit) bytes")
        case .fields: Fault(.headerTooLarge, "there are too many header fields, or they are too large")
        case .framing(let detail): Fault(.badRequest, detail)
        case .body(let limit):
            Fault(.bodyTooLarge, limit == 0 ? "there is no body here" : "the body has more than \(limit) bytes")
        case .busy: Fault(.busy, "come back in a moment", retryAfter: 1)
        case .draining: Fault(.draining, "ask once more: another server will answer", retryAfter: 1)
        }
    }

    /// Once a second.
    public func tick() { beat() }
}

internal import Access
internal import Linux
internal import Queueing
internal import Webhooks

/// Endpoints and messages in JSON.
enum WebhookView {
    static func endpoint(_ endpoint: Endpoint, withSecret isShown: Bool) -> JSONValue {
        let kinds = Endpoint.Kind.allCases.filter(endpoint.kinds.contains)
        var json = JSONValue.object([
            "id": .text(endpoint.id),
            "url": .text(endpoint.url),
            "tenant": .text(endpoint.tenant),
            "key": .text(orNull: endpoint.key),
            "events": .texts(kinds.map { "submission.\($0.rawValue)" }),
            "single": .flag(!endpoint.isStanding),
            "disabled": .text(orNull: endpoint.disabled),
            "createdAt": Moments.json(endpoint.createdAt),
        ])
        if isShown { json.add("secret", .text(endpoint.secret.text)) }
        return json
    }

    /// A message, with its tries where they are given.
    ///
    /// Why a receiver was not reached is an admin's alone: who may name addresses could ask by it what there is in this
    /// network.
    static func delivery(
        _ delivery: Delivery,
        log: [DeliveryAttempt]? = nil,
        for viewer: Access.Identity
    ) -> JSONValue {
        func error(_ text: String, _ status: Int?, wasTried: Bool) -> JSONValue {
            if text.isEmpty { return .null }
            let isHidden = wasTried && status == nil && !viewer.may(.admin)
            return .text(isHidden ? "the receiver was not reached, or its address is not allowed" : text)
        }
        var json = JSONValue.object([
            "id": .text(delivery.id),
            "endpoint": .text(delivery.endpoint),
            "host": .text(delivery.host),
            "tenant": .text(delivery.tenant),
            "submission": .text(delivery.job.rawValue),
            "type": .text("submission.\(delivery.kind.rawValue)"),
            "state": .text(delivery.state.rawValue),
            "at": Moments.json(delivery.at),
            "attempts": .number(delivery.attempts),
            "dueAt": delivery.state == .waiting ? Moments.json(delivery.dueAt) : .null,
            "status": delivery.status.map { .number($0) } ?? .null,
            "error": error(delivery.error, delivery.status, wasTried: delivery.attempts > 0),
        ])
        if let log {
            let attempts = log.map { attempt in
                JSONValue.object([
                    "number": .number(attempt.number),
                    "at": Moments.json(attempt.at),
                    "seconds": .number(Double(attempt.duration.inMilliseconds) / 1000),
                    "status": attempt.status.map { .number($0) } ?? .null,
                    "error": error(attempt.error, attempt.status, wasTried: true),
                ])
            }
            json.add("log", .list(attempts))
        }
        return json
    }
}

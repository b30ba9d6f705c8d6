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

    static func delivery(_ delivery: Delivery, log: [DeliveryAttempt]? = nil) -> JSONValue {
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
            "error": .text(orNull: delivery.error.isEmpty ? nil : delivery.error),
        ])
        if let log {
            let attempts = log.map { attempt in
                JSONValue.object([
                    "number": .number(attempt.number),
                    "at": Moments.json(attempt.at),
                    "seconds": .number(Double(attempt.duration.inMilliseconds) / 1000),
                    "status": attempt.status.map { .number($0) } ?? .null,
                    "error": .text(orNull: attempt.error.isEmpty ? nil : attempt.error),
                ])
            }
            json.add("log", .list(attempts))
        }
        return json
    }
}

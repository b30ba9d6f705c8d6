internal import Queueing
internal import Webhooks

/// `assay webhooks`: who is told of the ends of submissions, and what became of that.
enum WebhooksCommands {
    /// The actions; their names begin with `webhooks`.
    static let actions: [Subcommand] = [
        .webhooksAdd, .webhooksRemove, .webhooksEndpoints, .webhooksList, .webhooksShow, .webhooksReplay,
    ]
}

extension Subcommand {
    /// What `assay webhooks` is, without an action.
    static let webhooks = GroupedCommands.overview(
        "webhooks",
        summary: "see and repeat the messages that tell of submissions' ends",
        actions: WebhooksCommands.actions,
        examples: [
            ("assay webhooks list --state dead", "what could not be delivered, and why"),
            ("assay webhooks replay --dead", "sends all of it again"),
        ]
    )
}

extension DeliveryFilter {
    static let options: [CommandDescription.Option] = [
        .init("state", "S", "in this state: " + Delivery.State.allCases.map(\.rawValue).joined(separator: ", ")),
        .init("tenant", "T", "of this tenant"),
        .init("endpoint", "ID", "to this endpoint"),
        .init("job", "ID", "of this submission"),
    ]

    /// The messages that a command line means.
    ///
    /// - Throws: `Complaint` for a state that is none.
    init(_ arguments: ParsedArguments) throws(Complaint) {
        self.init(
            tenant: arguments.options["tenant"],
            endpoint: arguments.options["endpoint"],
            job: arguments.options["job"].map(JobID.init(rawValue:))
        )
        guard let text = arguments.options["state"] else { return }
        guard let state = Delivery.State(rawValue: text) else {
            let all = Delivery.State.allCases.map(\.rawValue).joined(separator: ", ")
            throw .badInput("--state \(text) is no state; the states are \(all)")
        }
        self.state = state
    }
}

/// A message as `--json` shows it.
struct DeliveryJSON: Encodable {
    struct Attempt: Encodable {
        var number: Int
        var at: String
        var seconds: Double
        var status: Int?
        var error: String?

        init(_ attempt: DeliveryAttempt) {
            number = attempt.number
            at = UTCTime.text(attempt.at)
            seconds = Double(attempt.duration.inMilliseconds) / 1000
            status = attempt.status
            error = attempt.error.isEmpty ? nil : attempt.error
        }
    }

    var id: String
    var endpoint: String
    var tenant: String
    var host: String
    var submission: String
    var type: String
    var state: String
    var at: String
    var attempts: Int
    var dueAt: String?
    var status: Int?
    var error: String?
    var log: [Attempt]?

    init(_ delivery: Delivery, log: [DeliveryAttempt]? = nil) {
        id = delivery.id
        endpoint = delivery.endpoint
        tenant = delivery.tenant
        host = delivery.host
        submission = delivery.job.rawValue
        type = "submission.\(delivery.kind.rawValue)"
        state = delivery.state.rawValue
        at = UTCTime.text(delivery.at)
        attempts = delivery.attempts
        dueAt = delivery.state == .waiting ? UTCTime.text(delivery.dueAt) : nil
        status = delivery.status
        error = delivery.error.isEmpty ? nil : delivery.error
        self.log = log.map { $0.map(Attempt.init) }
    }
}

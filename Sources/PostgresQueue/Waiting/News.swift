internal import Queueing

/// What others may wait for.
enum News: Hashable {
    /// There may be work for workers that have what this set of labels needs.
    case work(labelSet: Int)
    /// Something happened to the job.
    case event(JobID)
    /// Somebody wants a job of this worker's stopped.
    case cancellation(WorkerID)
    /// There may be a message to send, or one is due at another time.
    case delivery

    /// The channels on which it is told, one for each kind, so that nobody hears what it has no use for.
    enum Channel: String, CaseIterable, Hashable {
        case work, events, cancellations, deliveries
    }

    var channel: Channel {
        switch self {
        case .work: .work
        case .event: .events
        case .cancellation: .cancellations
        case .delivery: .deliveries
        }
    }

    /// What is told; ids that somebody else has made up need not fit into a notification, and then mean "look, all".
    var text: String {
        let text =
            switch self {
            case .work(let labelSet): String(labelSet)
            case .event(let job): job.rawValue
            case .cancellation(let worker): worker.rawValue
            case .delivery: "any"
            }
        let isPlain = text.utf8.allSatisfy {
            (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
        }
        return isPlain && !text.isEmpty && text.utf8.count <= 64 ? text : "*"
    }

    /// The statements that tell all of `news`.
    ///
    /// The server lets transactions that notify go to disk one after the other; so this is one of its own, after what it
    /// tells of, and waits for no disk. What is lost with a crash in between is found by polling.
    static func statements(for news: Set<News>, schema: String) -> String {
        var calls: [String] = []
        for channel in Channel.allCases {
            var texts = Set(news.lazy.filter { $0.channel == channel }.map(\.text))
            // A notification holds 8000 bytes.
            if texts.count > 100 || texts.contains("*") { texts = ["*"] }
            if texts.isEmpty { continue }
            calls.append("pg_notify('\(schema)_\(channel.rawValue)', '\(texts.sorted().joined(separator: " "))')")
        }
        return "BEGIN; SET LOCAL synchronous_commit = off; SELECT \(calls.joined(separator: ", ")); COMMIT"
    }
}

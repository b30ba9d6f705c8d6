public import Queueing

/// An event as JSON, and as server-sent events have it.
public enum EventView {
    /// The event as `viewer` may see it; `report` is that of a finished submission.
    public static func json(_ event: JobEvent, report: JSONValue?, for viewer: Viewer) -> JSONValue {
        var value: JSONValue
        switch event.kind {
        case .compiled, .test:
            let told = (try? JSONValue(parsing: event.detail, values: .max)) ?? .null
            value = Visibility.detail(told, of: event.kind.rawValue, for: viewer)
            if value.members == nil { value = .object(["type": .text(event.kind.rawValue)]) }
        default: value = .object(["type": .text(event.kind.rawValue)])
        }
        value.add("at", Moments.json(event.at))
        value.add("attempt", .number(event.attempt))
        switch event.kind {
        case .finished: value.add("report", report.map { Visibility.report($0, for: viewer) } ?? .null)
        case .compiled, .test: break
        default:
            // Why something went wrong may speak of secret cases and of machines.
            if viewer == .admin, !event.detail.isEmpty {
                value.add("detail", .text(String(decoding: event.detail, as: UTF8.self)))
            }
        }
        return value
    }

    /// The event as one message of a stream.
    public static func message(_ event: JobEvent, report: JSONValue?, for viewer: Viewer) -> [UInt8] {
        Array("id: \(event.number)\nevent: \(event.kind.rawValue)\ndata: ".utf8)
            + json(event, report: report, for: viewer).bytes + Array("\n\n".utf8)
    }
}

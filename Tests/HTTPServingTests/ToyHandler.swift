import HTTPServing
import Synchronization

/// Answers what tests ask for.
final class ToyHandler: RequestHandler {
    private let streams = Mutex<[EventStream]>([])

    var firstStream: EventStream? { streams.withLock(\.first) }

    func admit(_ head: Request) -> Admission {
        switch head.target.parts.first {
        case "ask": .ask { .body(limit: 10, finding: "asked") }
        case "closed": .refuse(Response(status: 403))
        default: .body(limit: 10)
        }
    }

    func answer(_ request: Request, _ finding: (any Sendable)?) -> Answering {
        let told = "\(request.method) \(request.target.path) \(String(decoding: request.body, as: UTF8.self))"
        let response = Response(status: 200, body: Array("\(told) \(finding as? String ?? "")".utf8))
        switch request.target.parts.first {
        case "later", "ask": return .later { response }
        case "large": return .now(Response(status: 200, body: [UInt8](repeating: 97, count: 40_000_000)))
        case "lost": return .deferred { _ in }
        case "deferred": return .deferred { $0.send(response) }
        case "stream":
            return .later { [self] in
                let stream = EventStream(limit: 1000)
                stream.send(Array("data: first\n\n".utf8))
                streams.withLock { $0.append(stream) }
                return Response(stream: stream)
            }
        default: return .now(response)
        }
    }

    func response(to refusal: Refusal, _ finding: (any Sendable)?) -> Response {
        let status =
            switch refusal {
            case .target, .framing, .unfinished: 400
            case .longTarget: 414
            case .fields: 431
            case .body: 413
            case .busy, .draining: 503
            }
        return Response(status: status, body: Array("\(refusal)".utf8))
    }

    func tick() {}
}

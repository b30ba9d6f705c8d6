internal import CCurl
internal import Glibc
public import Queueing
internal import Synchronization

/// Sends messages by libcurl: over HTTP and HTTPS alone, past no proxy, never further than where it was told to.
public final class CurlSender: WebhookSending {
    /// Sessions that nobody uses at the moment; each keeps a few connections open.
    ///
    /// Unchecked: who takes a session out is the only one to have it.
    private struct Idle: @unchecked Sendable {
        var sessions: [OpaquePointer] = []
    }

    private final class Check {
        let rule: AddressRule
        var refusal: String?

        init(_ rule: AddressRule) { self.rule = rule }
    }

    /// How long all of a request may take where nothing else is said.
    public static let usualLimit: Duration = .seconds(15)

    private let rule: AddressRule
    private let connectLimit: Duration
    private let limit: Duration
    private let idle = Mutex(Idle())

    /// A sender; libcurl is loaded now.
    ///
    /// - Parameters:
    ///   - rule: To which addresses it may send.
    ///   - connectLimit: How long a connection may take to be made.
    ///   - limit: How long all of a request may take.
    /// - Throws: `machinery` when libcurl cannot be loaded, with the mend.
    public init(
        _ rule: AddressRule,
        connectLimit: Duration = .seconds(5),
        limit: Duration = CurlSender.usualLimit
    ) throws(QueueError) {
        self.rule = rule
        self.connectLimit = connectLimit
        self.limit = limit
        var detail = [CChar](repeating: 0, count: 200)
        guard ccurl_load(&detail, detail.count) == 0 else {
            let text = String(decoding: detail.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            throw .machinery(operation: "send webhooks", detail: text)
        }
    }

    deinit {
        idle.withLock { idle in
            for session in idle.sessions { ccurl_close(session) }
        }
    }

    /// Sends a message.
    public func send(
        _ message: WebhookMessage,
        to url: String,
        headers: [(name: String, value: String)]
    ) -> DeliveryAnswer {
        let session = idle.withLock { idle in Taken(session: idle.sessions.popLast()) }.session ?? ccurl_open()
        guard let session else { return .unreachable("no memory for the request") }
        defer {
            let taken = Taken(session: session)
            idle.withLock { idle in
                if let session = taken.session { idle.sessions.append(session) }
            }
        }
        // An empty value takes away what libcurl would add by itself.
        let lines =
            ["Content-Type: \(message.contentType)", "Accept:", "Expect:"] + headers.map { "\($0.name): \($0.value)" }
        let check = Check(rule)
        let answer = send(message, to: url, lines, session, check)
        switch answer.outcome {
        case Int32(CCURL_ANSWERED):
            return .status(Int(answer.status), retryAfter: answer.retry_after < 0 ? nil : answer.retry_after)
        case Int32(CCURL_REFUSED):
            return .refused(
                "it leads to \(check.refusal ?? "an address of no kind that is known"), which is not allowed"
            )
        default:
            return .unreachable(Self.text(of: answer))
        }
    }

    /// Unchecked: a session on its way between the pool and whoever uses it.
    private struct Taken: @unchecked Sendable {
        var session: OpaquePointer?
    }

    private func send(
        _ message: WebhookMessage,
        to url: String,
        _ lines: [String],
        _ session: OpaquePointer,
        _ check: Check
    ) -> ccurl_answer {
        var answer = ccurl_answer()
        let copies = lines.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        let pointers = copies.map { UnsafePointer($0) }
        url.withCString { url in
            message.method.withCString { method in
                pointers.withUnsafeBufferPointer { headers in
                    // An empty body still needs an address, or libcurl would read one from standard input.
                    (message.body + [0]).withUnsafeBufferPointer { body in
                        var request = ccurl_request()
                        request.url = url
                        request.method = method
                        request.headers = headers.baseAddress
                        request.header_count = headers.count
                        request.body = body.baseAddress
                        request.body_count = message.body.count
                        request.connect_milliseconds = connectLimit.inMilliseconds
                        request.total_milliseconds = limit.inMilliseconds
                        request.refuses = { context, address, count in
                            guard let context, let address else { return 1 }
                            let check = Unmanaged<Check>.fromOpaque(context).takeUnretainedValue()
                            let bytes = Array(UnsafeBufferPointer(start: address, count: count))
                            check.refusal = check.rule.refusal(of: bytes)
                            return check.refusal == nil ? 0 : 1
                        }
                        request.context = Unmanaged.passUnretained(check).toOpaque()
                        withExtendedLifetime(check) { ccurl_send(session, &request, &answer) }
                    }
                }
            }
        }
        return answer
    }

    private static func text(of answer: ccurl_answer) -> String {
        withUnsafeBytes(of: answer.detail) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }
}

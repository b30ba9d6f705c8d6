public import HTTPServing

/// Why a request is not answered as it was wanted: a problem detail (RFC 9457).
public struct Fault: Error, Hashable, Sendable {
    /// What is wrong, as programs tell it apart.
    ///
    /// These stay as they are.
    public enum Code: String, CaseIterable, Sendable {
        case badRequest = "bad-request"
        case invalidJSON = "invalid-json"
        case invalidField = "invalid-field"
        case invalidParameter = "invalid-parameter"
        case unauthorized
        case forbidden
        case notFound = "not-found"
        case methodNotAllowed = "method-not-allowed"
        case wrongHost = "wrong-host"
        case idempotencyConflict = "idempotency-conflict"
        case wrongState = "wrong-state"
        case bodyTooLarge = "body-too-large"
        case uriTooLong = "uri-too-long"
        case unsupportedMediaType = "unsupported-media-type"
        case languageUnknown = "language-unknown"
        case problemUnknown = "problem-unknown"
        case packageInvalid = "package-invalid"
        case rateLimited = "rate-limited"
        case tenantFull = "tenant-full"
        case tooManyStreams = "too-many-streams"
        case headerTooLarge = "header-too-large"
        case `internal`
        case judgeFailed = "judge-failed"
        case queueFull = "queue-full"
        case queueUnavailable = "queue-unavailable"
        case starting
        case draining
        case busy
    }

    /// What is wrong.
    public var code: Code
    /// What is wrong in this case, for people.
    public var detail: String
    /// The JSON pointer of the field that is wrong.
    public var at: String?
    /// Seconds after which the same may well succeed.
    public var retryAfter: Int?
    /// More header fields of the answer.
    public var fields: [Request.Field] = []

    /// A fault of that kind.
    public init(_ code: Code, _ detail: String, at: String? = nil, retryAfter: Int? = nil) {
        self.code = code
        self.detail = detail
        self.at = at
        self.retryAfter = retryAfter
    }

    /// The answer.
    public var response: Response {
        var members: [JSONValue.Member] = [
            .init("type", .text("/errors/\(code.rawValue)")),
            .init("title", .text(code.title)),
            .init("status", .number(code.status)),
            .init("detail", .text(detail)),
            .init("code", .text(code.rawValue)),
        ]
        if let at { members.append(.init("at", .text(at))) }
        var response = Response(status: code.status, fields: fields, body: JSONValue.object(members).bytes)
        response.add("content-type", "application/problem+json")
        if code == .unauthorized { response.add("www-authenticate", "Bearer realm=\"assay\"") }
        if let retryAfter, !fields.contains(where: { $0.name.lowercased() == "retry-after" }) {
            response.add("retry-after", "\(retryAfter)")
        }
        return response
    }
}

extension Fault.Code {
    /// The status of answers with this code.
    public var status: Int {
        switch self {
        case .badRequest, .invalidJSON, .invalidParameter: 400
        case .unauthorized: 401
        case .forbidden: 403
        case .notFound: 404
        case .methodNotAllowed: 405
        case .idempotencyConflict, .wrongState: 409
        case .bodyTooLarge: 413
        case .uriTooLong: 414
        case .unsupportedMediaType: 415
        case .wrongHost: 421
        case .invalidField, .languageUnknown, .problemUnknown, .packageInvalid: 422
        case .rateLimited, .tenantFull, .tooManyStreams: 429
        case .headerTooLarge: 431
        case .internal: 500
        case .judgeFailed: 502
        case .queueFull, .queueUnavailable, .starting, .draining, .busy: 503
        }
    }

    /// What it is called for people, always the same.
    var title: String {
        switch self {
        case .badRequest: "The request cannot be read"
        case .invalidJSON: "The body is no JSON"
        case .invalidField: "A field is wrong"
        case .invalidParameter: "A parameter is wrong"
        case .unauthorized: "A key is needed"
        case .forbidden: "The key may not do that"
        case .notFound: "There is no such thing"
        case .methodNotAllowed: "Nothing of the kind can be done here"
        case .wrongHost: "This is not that host"
        case .idempotencyConflict: "The idempotency key was used with another body"
        case .wrongState: "That cannot be asked in this state"
        case .bodyTooLarge: "The body is too large"
        case .uriTooLong: "The target is too long"
        case .unsupportedMediaType: "A body of another kind is needed"
        case .languageUnknown: "The language is not known"
        case .problemUnknown: "The problem is not known"
        case .packageInvalid: "The package cannot be judged with"
        case .rateLimited: "Too much was asked for"
        case .tenantFull: "The tenant has as many submissions waiting as it may"
        case .tooManyStreams: "There are as many streams as there may be"
        case .headerTooLarge: "The header fields are too large"
        case .internal: "The service has failed"
        case .judgeFailed: "The program could not be judged"
        case .queueFull: "The queue is full"
        case .queueUnavailable: "The queue cannot be reached"
        case .starting: "The service has begun and is not ready"
        case .draining: "The service is about to end"
        case .busy: "The service has more to do than it takes on"
        }
    }
}

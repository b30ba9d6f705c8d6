public import Access
public import HTTPServing

/// One method of one path, and who may use it.
public struct Route: Sendable {
    /// Who may use a route.
    public enum Admittance: Hashable, Sendable {
        /// Everybody, without a key.
        case open
        /// Whoever has a key.
        case anyKey
        /// Whose key has that scope.
        case scope(Scope)
    }

    /// How a call is answered.
    public enum Action: Sendable {
        /// At once, by the server's thread: for what never blocks.
        case atOnce(@Sendable (Call) throws -> Response)
        /// By a thread that may block.
        case blocking(@Sendable (Call) throws -> Response)
        /// At once where there is an answer; nil: by the other, on a thread that may block.
        case quick(@Sendable (Call) throws -> Response?, @Sendable (Call) throws -> Response)
        /// By whoever gets the reply, begun by a thread that may block.
        case deferred(@Sendable (Call, Reply) throws -> Void)
    }

    /// The method.
    public let method: String
    /// The path, as in `/v1/submissions/{id}` or `/v1/submissions/{id}:retry`.
    public let path: String
    /// Who may use it.
    public let admittance: Admittance
    /// Bytes that a body may have; 0: there is none.
    public let bodyLimit: Int
    /// The media types that a body may have; empty: any.
    public let mediaTypes: [String]
    /// How many tokens of the rate limit a call costs.
    public let cost: Int
    /// What it does.
    public let action: Action
    let pattern: PathPattern

    /// A route with these parts.
    public init(
        _ method: String,
        _ path: String,
        _ admittance: Admittance,
        bodyLimit: Int = 0,
        mediaTypes: [String] = ["application/json"],
        cost: Int = 1,
        _ action: Action
    ) {
        self.method = method
        self.path = path
        self.admittance = admittance
        self.bodyLimit = bodyLimit
        self.mediaTypes = mediaTypes
        self.cost = cost
        self.action = action
        pattern = PathPattern(path)
    }
}

/// A call of a route.
public struct Call: Sendable {
    /// The request.
    public let request: Request
    /// Who asks; nobody in particular where no key is needed.
    public let identity: Identity
    /// What stands for the names in braces.
    public let parameters: [String: String]
    /// What the rate limit has said of it.
    public let rate: RateDecision
    /// How many tokens of the rate limit its route has taken.
    public let cost: Int

    /// A call with these parts.
    public init(
        request: Request,
        identity: Identity,
        parameters: [String: String],
        rate: RateDecision = .unlimited,
        cost: Int = 1
    ) {
        self.request = request
        self.identity = identity
        self.parameters = parameters
        self.rate = rate
        self.cost = cost
    }

    /// What stands for the name in braces.
    public subscript(_ name: String) -> String { parameters[name, default: ""] }

    /// A whole number of the query; `fallback` where there is none.
    ///
    /// - Throws: `Fault` for what is not in `range`.
    public func integer(_ name: String, in range: ClosedRange<Int>, else fallback: Int) throws(Fault) -> Int {
        guard let text = request.target[name] else { return fallback }
        guard let number = Int(text), range.contains(number) else {
            throw Fault(
                .invalidParameter,
                "\(name) must be a whole number from \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return number
    }

    /// Refuses parameters of the query that the route does not have.
    ///
    /// - Throws: `Fault` for the first.
    public func allow(_ names: String...) throws(Fault) {
        for parameter in request.target.query where !names.contains(parameter.name) {
            throw Fault(.invalidParameter, "there is no parameter '\(parameter.name)' here")
        }
    }
}

extension Identity {
    /// Who has shown no key, where none is needed.
    static let nobody = Identity(keyID: "", tenant: "", scopes: [])
}

/// A path with names in braces.
struct PathPattern: Hashable, Sendable {
    enum Piece: Hashable, Sendable {
        case literal(String)
        /// Whatever stands there, but for `suffix`, which has to follow.
        case parameter(name: String, suffix: String)
    }

    let pieces: [Piece]

    init(_ path: String) {
        let named = path.split(separator: "/").map { part -> Piece in
            guard part.hasPrefix("{"), let end = part.firstIndex(of: "}") else { return .literal(String(part)) }
            let name = part[part.index(after: part.startIndex)..<end]
            return .parameter(name: String(name), suffix: String(part[part.index(after: end)...]))
        }
        pieces = named + (path.count > 1 && path.hasSuffix("/") ? [.literal("")] : [])
    }

    /// What stands for the names; nil when the path is another.
    func parameters(in parts: [String]) -> [String: String]? {
        guard parts.count == pieces.count else { return nil }
        var found: [String: String] = [:]
        for (piece, part) in zip(pieces, parts) {
            switch piece {
            case .literal(let text): if part != text { return nil }
            case .parameter(let name, let suffix):
                guard part.utf8.count > suffix.utf8.count, part.hasSuffix(suffix) else { return nil }
                found[name] = suffix.isEmpty ? part : String(part.dropLast(suffix.count))
            }
        }
        return found
    }

    /// How much of it is said: what says more is asked first.
    var weight: Int {
        pieces.reduce(0) { sum, piece in
            switch piece {
            case .literal: sum + 2
            case .parameter(_, let suffix): sum + (suffix.isEmpty ? 0 : 1)
            }
        }
    }
}

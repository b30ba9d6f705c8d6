internal import Access
internal import HTTPServing

/// What has to be right about a request before anybody looks at what it wants.
struct Gate: Sendable {
    let rates: any RateLimiting
    /// Whether everybody is let in without a key, which is for loopback alone.
    let isOpen: Bool
    /// The origins whose pages may call; empty: none.
    let origins: Set<String>

    /// Who has asked.
    let clients: ClientAddress

    /// Where no key is needed, any page that somebody looks at could have their browser call us, by a name of its own
    /// that leads to this machine: so only names of this machine are answered to, and no foreign page.
    func requireHost(_ head: Request) throws(Fault) {
        guard isOpen else { return }
        if let host = head.header("host"), !Self.isLocal(host) {
            throw Fault(.wrongHost, "without keys this answers to localhost alone; make a key, or ask for localhost")
        }
        // Behind a proxy everybody comes from this machine, and by whatever name the proxy likes.
        let proxied = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"]
        if let field = proxied.first(where: { head.header($0) != nil }) {
            throw Fault(.forbidden, "without keys this answers nobody who comes through a proxy (\(field)); make a key")
        }
        if let origin = head.header("origin"), !origins.contains(origin) {
            let scheme = ["http://", "https://"].first { origin.hasPrefix($0) }
            guard let scheme, Self.isLocal(String(origin.dropFirst(scheme.count))) else {
                throw Fault(.forbidden, "pages of other origins may not call this")
            }
        }
    }

    /// Whether a host, with or without a port, is this machine.
    static func isLocal(_ host: String) -> Bool {
        var name = host.lowercased()[...]
        if name.hasPrefix("[") {
            guard let end = name.firstIndex(of: "]") else { return false }
            return name[...end] == "[::1]" && isPort(name[name.index(after: end)...])
        }
        if let colon = name.firstIndex(of: ":") {
            guard isPort(name[colon...]) else { return false }
            name = name[..<colon]
        }
        if name == "localhost" { return true }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    private static func isPort(_ text: Substring) -> Bool {
        text.isEmpty || (text.hasPrefix(":") && UInt16(text.dropFirst()) != nil)
    }

    /// No key is longer.
    private static let tokenLimit = 200

    /// The key that was shown; nil: none was, or nothing that could be one.
    func token(of head: Request) -> String? { isOpen ? "" : Self.token(shownIn: head) }

    /// The key that a request shows, needed or not.
    static func token(shownIn head: Request) -> String? {
        if let field = head.header("authorization") {
            let parts = field.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
            if parts.count == 2, parts[0].lowercased() == "bearer", parts[1].utf8.count <= tokenLimit {
                return String(parts[1])
            }
        } else if let token = head.header("x-auth-token"), token.utf8.count <= tokenLimit {
            return token
        }
        return nil
    }

    /// A body of another kind is refused; a form that a foreign page sends is one.
    func requireMediaType(_ head: Request, _ route: Route) throws(Fault) {
        guard route.bodyLimit > 0, !route.mediaTypes.isEmpty else { return }
        let type = head.header("content-type") ?? ""
        let plain = type.prefix { $0 != ";" }.lowercased().filter { $0 != " " && $0 != "\t" }
        guard route.mediaTypes.contains(plain) else {
            throw Fault(
                .unsupportedMediaType,
                "the body must be \(route.mediaTypes.joined(separator: " or ")); say so in Content-Type"
            )
        }
    }

    /// What lets a page of a named origin read the answer.
    func crossOriginFields(_ head: Request) -> [Request.Field] {
        guard let origin = head.header("origin"), origins.contains(origin) else { return [] }
        return [
            .init(name: "access-control-allow-origin", value: origin),
            .init(
                name: "access-control-expose-headers",
                value: "location, ratelimit, ratelimit-policy, retry-after, x-request-id"
            ),
            .init(name: "vary", value: "origin"),
        ]
    }
}

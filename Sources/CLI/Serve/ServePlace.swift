internal import HTTPServing

/// Where a service is reached, and by whom.
struct ServePlace: Sendable {
    /// Where it listens.
    let address: ListenAddress
    /// Whether everybody is let in without a key.
    let isOpen: Bool
    /// The origins whose pages may call.
    let origins: Set<String>
    /// What is bounded.
    let limits: ServerLimits

    /// What the arguments say.
    ///
    /// - Throws: `Complaint` for what is no address or origin, and for an open door that others could reach.
    init(_ arguments: ParsedArguments) throws(Complaint) {
        let text = arguments.options["listen"] ?? "127.0.0.1:8080"
        guard let address = ListenAddress(text: text) else {
            throw .badInput(
                "--listen \(text) is no address; give ADDR:PORT with a number for ADDR, [ADDR]:PORT or unix:/PATH"
            )
        }
        isOpen = arguments.has("insecure-no-keys") || arguments.has("no-auth")
        guard !isOpen || address.isLoopback else {
            throw .badInput(
                "--insecure-no-keys lets everybody in who reaches \(address); leave it out, or listen on 127.0.0.1"
            )
        }
        self.address = address
        var origins: Set<String> = []
        for origin in arguments.options["allow-origin"]?.split(separator: ",").map(String.init) ?? [] {
            let scheme = ["http://", "https://"].first { origin.hasPrefix($0) }
            guard let scheme, origin.utf8.count > scheme.utf8.count, !origin.dropFirst(scheme.count).contains("/")
            else {
                throw .badInput("--allow-origin \(origin) is no origin; give SCHEME://HOST, as in https://example.org")
            }
            origins.insert(origin)
        }
        self.origins = origins
        let streams = try arguments.count("streams", 1...100_000) ?? 2048
        let perAddress = try arguments.count("per-address", 1...200_000)
        limits = ServerLimits(
            connections: 2 * streams,
            connectionsPerAddress: perAddress ?? max(64, streams / 2),
            streams: streams
        )
    }

    /// The address as people open it.
    func shown(_ bound: ListenAddress) -> String {
        if case .file = bound { return bound.description }
        return "http://\(bound)"
    }
}

/// Finds the route of a request.
struct RouteTable: Sendable {
    enum Finding: Sendable {
        case route(Route, [String: String])
        /// The path is there, but not with that method; these are the ones that it has.
        case wrongMethod([String])
        case unknown
    }

    let routes: [Route]
    private let bySize: [Int: [Route]]

    init(_ routes: [Route]) {
        self.routes = routes
        bySize = Dictionary(grouping: routes) { $0.pattern.pieces.count }
            .mapValues { routes in routes.sorted { $0.pattern.weight > $1.pattern.weight } }
    }

    func find(_ method: String, _ parts: [String]) -> Finding {
        // A HEAD is a GET of which nobody wants the body.
        let wanted = method == "HEAD" ? "GET" : method
        var methods: Set<String> = []
        var found: PathPattern?
        for route in bySize[parts.count] ?? [] {
            // `{id}` takes what a longer pattern has a suffix for; that one alone counts then.
            if let found, route.pattern.weight < found.weight { break }
            guard let parameters = route.pattern.parameters(in: parts) else { continue }
            if route.method == wanted { return .route(route, parameters) }
            found = route.pattern
            methods.insert(route.method)
        }
        guard !methods.isEmpty else { return .unknown }
        if methods.contains("GET") { methods.insert("HEAD") }
        return .wrongMethod((methods.union(["OPTIONS"])).sorted())
    }
}

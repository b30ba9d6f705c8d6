internal import Access
public import HTTPServing
internal import Linux
internal import Queueing

/// The HTTP service: the routes of `/v1` and what they need, in front of a queue.
public final class Service: Sendable {
    /// What the routes work with.
    public let context: ServiceContext
    /// Who answers requests.
    public let router: Router
    /// All routes, for whoever describes them.
    public let routes: [Route]
    private let server: Server

    /// Header fields of all answers that have no others.
    public static let commonFields: [Request.Field] = [
        .init(name: "cache-control", value: "no-store"),
        .init(name: "content-security-policy", value: "default-src 'none'; frame-ancestors 'none'"),
        .init(name: "cross-origin-resource-policy", value: "same-origin"),
        .init(name: "referrer-policy", value: "no-referrer"),
        .init(name: "x-content-type-options", value: "nosniff"),
    ]

    /// Starts to serve.
    ///
    /// - Parameters:
    ///   - address: Where.
    ///   - settings: What it is made of.
    ///   - limits: What is bounded.
    ///   - more: Routes besides those of `/v1`.
    /// - Throws: `ServerError`, `QueueError`, `Errno`.
    public init(
        at address: ListenAddress,
        _ settings: ServiceSettings,
        limits: ServerLimits = ServerLimits(),
        adding more: (ServiceContext) -> [Route] = { _ in [] }
    ) throws {
        let context = try ServiceContext(settings, limits: limits)
        self.context = context
        routes = Routes.all(context) + more(context)
        router = Router(
            routes,
            keys: settings.keys,
            gate: Gate(
                rates: settings.rates,
                isOpen: settings.isOpen,
                origins: settings.origins,
                clients: settings.clients
            ),
            journal: settings.journal,
            beat: { context.tick() }
        )
        try context.feed.start()
        do {
            server = try Server(address, limits: limits, commonFields: Self.commonFields, handler: router)
        } catch {
            context.feed.stop()
            context.helpers.end()
            throw error
        }
        context.attach(server)
    }

    /// Where it is reached.
    public var address: ListenAddress { server.address }

    /// Takes no more requests, finishes what is under way within `patience`, and ends.
    @available(*, noasync)
    public func stop(patience: Duration) {
        context.drain()
        context.tick()
        server.stop(patience: patience)
        context.feed.stop()
        context.queue.wake()
        context.helpers.end()
        // They hold on to each other.
        context.attach(nil)
    }
}

internal import Access
internal import Compatibility
internal import Linux
internal import Queueing
internal import Service
internal import Webhooks
internal import Working

/// Who may use a service and how often, what is written down about that, and what sends its webhooks.
final class ServeAccess: Sendable {
    let keys: any Authenticating
    let rates: any RateLimiting
    let audit: AuditLog
    let deliverer: Deliverer?
    let clients: ClientAddress
    private let ring: KeyRing?
    private let store: any Database

    /// How it is asked for.
    static let options: [CommandDescription.Option] = [
        .init("rate", "N/S", "requests of a key: N at once, all back in S seconds (1200/60; off: no limit)"),
        .init("address-rate", "N/S", "the same of an address without a right key (120/60)"),
        .init("proxy", "IP,…", "proxies whose X-Forwarded-For says who asks, as in 10.1.2.3,unix"),
        .init("webhook-allow", "IP", "networks of one's own that webhooks may go to, as in 10.1.0.0/16,::1"),
        .init("no-webhooks", "have other servers send them"),
    ]

    /// - Throws: `Complaint` for options that are wrong; the error of starting a thread; `QueueError` without libcurl.
    init(_ arguments: ParsedArguments, _ database: any Database, isOpen: Bool) throws {
        let clock = database.settings.clock
        store = database
        audit = try AuditLog(database)
        if isOpen {
            ring = nil
            keys = OpenDoor()
            rates = NoLimit()
        } else {
            let ring = KeyRing(database, clock: clock)
            self.ring = ring
            keys = ring
            rates = try Self.rates(arguments, database)
        }
        let networks = try Self.networks(arguments, "webhook-allow")
        clients = ClientAddress(
            proxies: try Self.networks(arguments, "proxy", besides: "unix"),
            trustsSocket: arguments.options["proxy"]?.split(separator: ",").contains("unix") ?? false
        )
        if arguments.has("no-webhooks") {
            deliverer = nil
        } else {
            deliverer = try Deliverer(
                database,
                LazySender(AddressRule(allowed: networks)),
                styles: [Judge0Callback.style: Judge0Callback.form(of: database)],
                clock: clock
            )
        }
    }

    /// Where webhooks are kept.
    var webhooks: WebhookSettings { WebhookSettings(store) }

    /// Ends what is being sent, and writes down what is not on disk yet.
    func stop() {
        deliverer?.stop()
        ring?.noteUse()
        audit.close()
    }

    private static func networks(
        _ arguments: ParsedArguments,
        _ name: String,
        besides other: String? = nil
    ) throws(Complaint) -> [AddressRule.Network] {
        var networks: [AddressRule.Network] = []
        for word in (arguments.options[name] ?? "").split(separator: ",").map(String.init) where word != other {
            guard let network = AddressRule.Network(word) else {
                throw .badInput("--\(name) \(word) is no network; write one as in 10.1.0.0/16 or ::1")
            }
            networks.append(network)
        }
        return networks
    }

    private static func rates(_ arguments: ParsedArguments, _ database: any Database) throws -> any RateLimiting {
        if arguments.options["rate"] == "off" { return NoLimit() }
        return SharedRateLimit(
            database,
            key: try rule(arguments, "rate") ?? SharedRateLimit.keyRule,
            address: try rule(arguments, "address-rate") ?? SharedRateLimit.addressRule,
            clock: database.settings.clock
        )
    }

    private static func rule(_ arguments: ParsedArguments, _ name: String) throws(Complaint) -> RateRule? {
        guard let text = arguments.options[name] else { return nil }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let burst = parts[0], let seconds = parts[1], (1...1_000_000_000).contains(burst),
            (1...86_400).contains(seconds)
        else {
            throw .badInput("--\(name) \(text) is no rate; give requests and seconds, as in --\(name) 1200/60")
        }
        return RateRule(name: name == "rate" ? "key" : "address", burst: burst, window: .seconds(seconds))
    }
}

public import Queueing

/// A message that somebody has taken to send, and nobody else has until `until`.
public struct ClaimedDelivery: Hashable, Sendable {
    /// The message.
    public var delivery: Delivery
    /// To whom it goes.
    public var endpoint: Endpoint
    /// How many tries there were since it was made, or sent again by somebody.
    public var tried: Int
    /// What proves that it was taken.
    public var token: String

    /// A claimed message with these parts.
    public init(delivery: Delivery, endpoint: Endpoint, tried: Int, token: String) {
        self.delivery = delivery
        self.endpoint = endpoint
        self.tried = tried
        self.token = token
    }
}

/// How many messages to each host, and of each tenant, are under way in this process: slow ones must not take all that
/// there is.
public struct HostLoad: Hashable, Sendable {
    /// How many of one tenant may be under way to one host.
    public var most: Int
    /// How many of all tenants to one host: more, so that one that has slow receivers there leaves room for others.
    public var mostOfHost: Int
    /// How many of one tenant, to whatever hosts.
    public var mostOfTenant: Int
    private var hosts: [String: Int] = [:]
    private var tenants: [String: Int] = [:]
    private var pairs: [String: Int] = [:]

    /// Nothing is under way; a host may have twice as many as one tenant there, and so may a tenant, unless it is said.
    public init(most: Int = 4, ofTenant: Int? = nil) {
        self.most = most
        mostOfHost = 2 * most
        mostOfTenant = ofTenant ?? 2 * most
    }

    /// The hosts to which no more may be sent.
    public var fullHosts: Set<String> { Set(hosts.lazy.filter { $0.value >= mostOfHost }.map(\.key)) }

    /// The tenants of which no more may be sent.
    public var fullTenants: Set<String> { Set(tenants.lazy.filter { $0.value >= mostOfTenant }.map(\.key)) }

    /// The tenants of which no more may be sent to a host, each as the host and the tenant with a space between.
    public var fullPairs: Set<String> { Set(pairs.lazy.filter { $0.value >= most }.map(\.key)) }

    /// Whether no more of `tenant` may be sent to `host`.
    public func isFull(_ host: String, _ tenant: String) -> Bool {
        hosts[host, default: 0] >= mostOfHost || pairs[Self.pair(host, tenant), default: 0] >= most
            || tenants[tenant, default: 0] >= mostOfTenant
    }

    /// One more is under way.
    public mutating func add(_ host: String, _ tenant: String) {
        hosts[host, default: 0] += 1
        tenants[tenant, default: 0] += 1
        pairs[Self.pair(host, tenant), default: 0] += 1
    }

    /// One fewer is under way.
    public mutating func remove(_ host: String, _ tenant: String) {
        let left = hosts[host, default: 0] - 1
        hosts[host] = left > 0 ? left : nil
        let rest = tenants[tenant, default: 0] - 1
        tenants[tenant] = rest > 0 ? rest : nil
        let pair = Self.pair(host, tenant)
        let both = pairs[pair, default: 0] - 1
        pairs[pair] = both > 0 ? both : nil
    }

    // A host has no space in it.
    private static func pair(_ host: String, _ tenant: String) -> String { "\(host) \(tenant)" }
}

/// Where endpoints and messages are kept: the queue's own database.
///
/// A message is written by the database itself in the transaction that ends a job, in whatever way that ends. Any thread
/// may call anything; calls block for the time of a transaction.
public protocol WebhookStore: Sendable {
    // MARK: Endpoints

    /// Keeps an endpoint; one of that name that is there already stays as it is.
    ///
    /// - Returns: The endpoint as it is kept.
    func add(_ endpoint: Endpoint) throws(QueueError) -> Endpoint

    /// The endpoint of that name; nil: there is none.
    func endpoint(_ id: String) throws(QueueError) -> Endpoint?

    /// Endpoints of a tenant, or (nil) of all, that are told of all submissions: the oldest first, at most 1000.
    func endpoints(of tenant: String?) throws(QueueError) -> [Endpoint]

    /// Removes an endpoint with its messages.
    ///
    /// - Returns: Whether there was one.
    func removeEndpoint(_ id: String) throws(QueueError) -> Bool

    /// Has an endpoint be told nothing any more, for that reason; nil: has it be told again.
    ///
    /// What waits for an endpoint that is told nothing is given up.
    ///
    /// - Returns: Whether there is such an endpoint.
    func disableEndpoint(_ id: String, _ reason: String?) throws(QueueError) -> Bool

    // MARK: Sending

    /// Takes messages that are due, the longest due first; endpoints that are in trouble are left alone.
    ///
    /// - Parameters:
    ///   - count: How many at most.
    ///   - lease: For how long nobody else is given them.
    ///   - load: What is under way here.
    /// - Returns: The messages; never more to a host, nor of a tenant, than `load` allows.
    /// - Throws: what a database throws that cannot be used.
    func claim(_ count: Int, for lease: Duration, load: HostLoad) throws(QueueError) -> [ClaimedDelivery]

    /// Says what came of a message that was claimed.
    ///
    /// - Returns: Whether it was still ours: if not, nothing has changed.
    func settle(
        _ claimed: ClaimedDelivery,
        _ attempt: DeliveryAttempt,
        _ fate: DeliveryFate
    ) throws(QueueError) -> Bool

    /// Waits until a message is due that may be sent beside those under way: at once when there is one.
    ///
    /// Whatever writes a message ends the wait, and so does the moment at which one is due; also where that is done by
    /// another process.
    ///
    /// - Parameters:
    ///   - load: What is under way here.
    ///   - timeout: How long at most.
    /// - Returns: false when `timeout` is over, or `wakeSenders` was called. It may be true without need; then `claim`
    ///   gives nothing.
    /// - Throws: what a database throws that cannot be used.
    func waitForDeliveries(beside load: HostLoad, timeout: Duration) throws(QueueError) -> Bool

    /// Ends all waits on this object that are under way.
    func wakeSenders()

    // MARK: Operating

    /// A message with its tries; nil: there is none.
    func delivery(_ id: String) throws(QueueError) -> (delivery: Delivery, attempts: [DeliveryAttempt])?

    /// Messages to which `filter` applies, the newest first, at most 1000 at a time, with numbers below `before`.
    func deliveries(_ filter: DeliveryFilter, before: Int?, limit: Int) throws(QueueError) -> [Delivery]

    /// Sends messages again that are not under way, with as many tries as a new one, to endpoints that are in use.
    ///
    /// - Parameters:
    ///   - filter: Which; without a state, only dead ones.
    ///   - limit: How many at most, the oldest first.
    /// - Returns: How many.
    /// - Throws: what a database throws that cannot be used.
    func replay(_ filter: DeliveryFilter, limit: Int) throws(QueueError) -> Int

    /// Sends one message again, whatever its state; an endpoint in trouble is tried at once.
    ///
    /// - Throws: `invalid` when there is none, or its endpoint is told nothing.
    func replay(_ id: String) throws(QueueError)

    /// How many messages are in each state.
    func deliveryCounts() throws(QueueError) -> [Delivery.State: Int]

    /// Removes messages whose end came longer ago than `age`, and endpoints of single submissions that have none left.
    ///
    /// - Returns: How many messages; at most 1000 at a time.
    func forgetDeliveries(olderThan age: Duration) throws(QueueError) -> Int
}

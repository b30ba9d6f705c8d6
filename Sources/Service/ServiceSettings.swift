public import Access
public import Languages
public import Queueing
public import Working

/// What a service is made of.
public struct ServiceSettings: Sendable {
    /// The queue behind it.
    public var queue: any JobQueue
    /// Who has which key.
    public var keys: any Authenticating
    /// How often somebody may ask.
    public var rates: any RateLimiting
    /// Whether everybody is let in without a key: for loopback alone.
    public var isOpen: Bool
    /// The origins whose pages may call.
    public var origins: Set<String>
    /// Whose word is taken for who has asked.
    public var clients = ClientAddress()
    /// The languages that there are.
    public var catalog: LanguageCatalog
    /// Packages on this machine's disk.
    public var packages: PackageCache
    /// The directory for what is kept between runs.
    public var state: String
    /// Where failures and actions are written down.
    public var journal: any RequestJournal
    /// Assay's version.
    public var version: String
    /// What the service still waits for before it can do all that it is there for; nil: nothing.
    public var awaited: @Sendable () -> String?
    /// Where webhooks are kept; nil: there are none.
    public var webhooks: WebhookSettings?

    /// Settings of these parts; no key is asked for nothing, and no page of another origin may call.
    public init(
        queue: any JobQueue,
        keys: any Authenticating,
        rates: any RateLimiting,
        catalog: LanguageCatalog,
        packages: PackageCache,
        state: String,
        journal: any RequestJournal,
        version: String
    ) {
        self.queue = queue
        self.keys = keys
        self.rates = rates
        self.catalog = catalog
        self.packages = packages
        self.state = state
        self.journal = journal
        self.version = version
        isOpen = false
        origins = []
        awaited = { nil }
    }
}

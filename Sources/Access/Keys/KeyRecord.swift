internal import Digest
public import Queueing

/// An API key as it is stored: never what its owner shows, only the digest of that.
public struct KeyRecord: Hashable, Sendable {
    /// The public part, by which it is known.
    public var id: String
    /// The SHA-256 of the key's text, in hexadecimal.
    public var digest: String
    /// What its owner calls it.
    public var name: String
    /// On whose behalf it acts.
    public var tenant: String
    /// What it may do.
    public var scopes: Set<Scope>
    /// When it was made.
    public var createdAt: Timestamp
    /// When it ends by itself; nil: never.
    public var expiresAt: Timestamp?
    /// When it was taken back; nil: it was not.
    public var revokedAt: Timestamp?
    /// When it was used last, to about half a minute; nil: never.
    public var lastUsedAt: Timestamp?

    /// A key with these parts.
    public init(
        id: String,
        digest: String,
        name: String,
        tenant: String,
        scopes: Set<Scope>,
        createdAt: Timestamp,
        expiresAt: Timestamp? = nil,
        revokedAt: Timestamp? = nil,
        lastUsedAt: Timestamp? = nil
    ) {
        self.id = id
        self.digest = digest
        self.name = name
        self.tenant = tenant
        self.scopes = scopes
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.revokedAt = revokedAt
        self.lastUsedAt = lastUsedAt
    }

    /// Whether it can be used at that moment.
    public func isValid(at now: Timestamp) -> Bool {
        revokedAt == nil && expiresAt.map { now < $0 } ?? true
    }

    /// Whether `text` is the text of this key; how long this takes does not tell how nearly it is.
    public func matches(_ text: KeyText) -> Bool {
        HMAC.isSame(Array(text.digest.utf8), Array(digest.utf8))
    }

    /// What is wrong with it, in one line; nil: nothing.
    public var flaw: String? {
        func isName(_ text: String) -> Bool {
            !text.isEmpty && text.count <= 100
                && text.unicodeScalars.allSatisfy { $0.value >= 32 && !(127...159).contains($0.value) }
        }
        if !isName(tenant) { return "tenant '\(tenant.prefix(100))': 1 to 100 characters, no control characters" }
        if !isName(name) { return "a key's name has 1 to 100 characters, and no control characters" }
        if scopes.isEmpty { return "a key without a scope may do nothing; give submit, read or admin" }
        if let expiresAt, expiresAt <= createdAt { return "a key that has expired when it is made is of no use" }
        return nil
    }

    /// The scopes as they are stored: in the order of `Scope`, with commas between.
    public var scopeText: String { Scope.allCases.filter(scopes.contains).map(\.rawValue).joined(separator: ",") }

    /// The scopes that are stored as `text`; what is none is passed over.
    public static func scopes(_ text: String) -> Set<Scope> {
        Set(text.split(separator: ",").compactMap { Scope(rawValue: String($0)) })
    }
}

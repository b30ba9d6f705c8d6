/// Who asks for something, as far as the service knows.
public struct Identity: Hashable, Sendable {
    /// The public part of the key, eight characters; `local` where no key is needed.
    public let keyID: String
    /// On whose behalf.
    public let tenant: String
    /// What may be done.
    public let scopes: Set<Scope>

    /// Somebody with these rights.
    public init(keyID: String, tenant: String, scopes: Set<Scope>) {
        self.keyID = keyID
        self.tenant = tenant
        self.scopes = scopes
    }

    /// Whether `scope` is among the rights; who has `admin` has all of them.
    public func may(_ scope: Scope) -> Bool { scopes.contains(scope) || scopes.contains(.admin) }

    /// Whether something of `owner` may be seen: one's own, and with `admin` everybody's.
    public func sees(tenant owner: String) -> Bool { owner == tenant || scopes.contains(.admin) }
}

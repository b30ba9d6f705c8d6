public import Queueing

/// Tells who asks.
public protocol Authenticating: Sendable {
    /// Who has the key `token`.
    ///
    /// - Parameter token: The text of a key, as it was sent.
    /// - Returns: Who it is; nil where there is no such key, or it is expired or revoked. Which of these is told nobody.
    /// - Throws: what a database has thrown that could not be asked.
    func identity(of token: String) throws(QueueError) -> Identity?

    /// Who has the key `token`, where that can be told without blocking; nil: ask for it.
    func known(_ token: String) -> Identity?

    /// Whether `token` was right when it was looked up last, however long ago; it never blocks.
    func wasRight(_ token: String) -> Bool
}

extension Authenticating {
    /// Nobody was right before the key was asked for.
    public func wasRight(_ token: String) -> Bool { known(token) != nil }

    /// Nobody, before the key was asked for.
    public func known(_ token: String) -> Identity? { nil }
}

/// Somebody who needs no key: for a service that only this machine reaches, and that was asked to do without.
public struct OpenDoor: Authenticating {
    /// Who everybody is.
    public let visitor: Identity

    /// A door through which everybody comes as `visitor`.
    public init(visitor: Identity = Identity(keyID: "local", tenant: "default", scopes: [.admin])) {
        self.visitor = visitor
    }

    /// The visitor, whatever was sent.
    public func identity(of token: String) -> Identity? { visitor }

    /// The visitor, whatever was sent.
    public func known(_ token: String) -> Identity? { visitor }
}

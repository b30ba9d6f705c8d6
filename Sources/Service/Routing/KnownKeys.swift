internal import Access
internal import Linux
internal import Queueing
internal import Synchronization

/// Whose keys were shown lately, so that not every request asks the database.
///
/// A key that was revoked is good for a second more. What is no key is never remembered: it would push out what is.
final class KnownKeys: Sendable {
    private struct Entry {
        let identity: Access.Identity
        let until: UInt64
    }

    private let keys: any Authenticating
    private let entries = Mutex<[String: Entry]>([:])
    private static let lifetime: UInt64 = 1_000_000_000
    private static let room = 4096

    init(_ keys: any Authenticating) { self.keys = keys }

    /// Who was found to have the key lately.
    func known(_ token: String) -> Access.Identity? {
        let now = Clock.nanoseconds
        return entries.withLock { entries in
            guard let entry = entries[token], entry.until > now else { return nil }
            return entry.identity
        }
    }

    /// Who has the key; it blocks.
    func find(_ token: String) throws(QueueError) -> Access.Identity? {
        guard let identity = try keys.identity(of: token) else { return nil }
        let now = Clock.nanoseconds
        entries.withLock { entries in
            if entries.count >= Self.room { entries = entries.filter { $0.value.until > now } }
            if entries.count >= Self.room { entries = [:] }
            entries[token] = Entry(identity: identity, until: now + Self.lifetime)
        }
        return identity
    }
}

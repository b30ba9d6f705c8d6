internal import Access
internal import HTTPServing
internal import Synchronization

/// The streams that there are, and whose they are.
final class StreamRoll: Sendable {
    private struct Entry {
        let stream: EventStream
        let keyID: String
        let token: String
    }

    private let entries = Mutex<[ObjectIdentifier: Entry]>([:])
    /// How many streams one key may have at once.
    let limit: Int

    /// A roll of none.
    init(limit: Int) { self.limit = limit }

    /// Takes a stream in that somebody has opened with the key `token`; false: the key has as many as it may.
    func enter(_ stream: EventStream, of identity: Identity, token: String) -> Bool {
        entries.withLock { entries in
            guard entries.values.count(where: { $0.keyID == identity.keyID }) < limit else { return false }
            entries[ObjectIdentifier(stream)] = Entry(stream: stream, keyID: identity.keyID, token: token)
            return true
        }
    }

    /// Nobody reads it any more.
    func leave(_ stream: EventStream) { entries.withLock { _ = $0.removeValue(forKey: ObjectIdentifier(stream)) } }

    /// Ends the streams of keys that are good no more; called by a thread that may block.
    func check(_ keys: any Authenticating) {
        let all = entries.withLock { Dictionary(grouping: $0.values, by: \.token) }
        for (token, entries) in all {
            do {
                guard try keys.identity(of: token) == nil else { continue }
            } catch {
                // Who cannot be asked has taken nothing back.
                return
            }
            for entry in entries { entry.stream.finish() }
        }
    }
}

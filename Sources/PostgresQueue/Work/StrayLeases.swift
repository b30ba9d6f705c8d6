internal import Linux
internal import Queueing
internal import Synchronization

/// Tokens under which jobs may yet be given out, by a call that was taken to be lost and repeated under others.
final class StrayLeases: Sendable {
    private struct Stray {
        let token: LeaseToken
        let end: UInt64
    }

    private let strays = Mutex<[Stray]>([])

    /// Remembers tokens until a moment in nanoseconds of `Clock`.
    func add(_ tokens: [LeaseToken], until end: UInt64) {
        strays.withLock { strays in strays += tokens.map { Stray(token: $0, end: end) } }
    }

    /// Those that are still to be looked for.
    var tokens: [LeaseToken] {
        let now = Clock.nanoseconds
        return strays.withLock { strays in
            if !strays.isEmpty { strays.removeAll { $0.end < now } }
            return strays.map(\.token)
        }
    }

    /// Forgets tokens that were found.
    func remove(_ tokens: Set<String>) {
        strays.withLock { strays in strays.removeAll { tokens.contains($0.token.rawValue) } }
    }
}

extension PostgresQueue {
    /// Hands back what was given out under tokens that nobody has.
    func releaseStrays(_ session: Session) throws(PostgresFailure) {
        let tokens = strays.tokens
        if tokens.isEmpty { return }
        let found = try session.transaction { () throws(PostgresFailure) in
            let jobs = try self.held("j.token = ANY($1)", [.texts(tokens.map(\.rawValue))], session)
            for job in jobs {
                let reason = "nobody has heard that it was given out"
                _ = try self.end(job, .released, reason, isFinal: false, waits: false, session)
            }
            return jobs.map(\.token)
        }
        strays.remove(Set(found))
    }
}

internal import Linux
internal import Queueing
internal import Synchronization

/// Submissions as they were answered lately, so that who asks again and again does not ask the database each time.
///
/// What happens to a submission takes it out; and nothing is given out while the feed of events is silent.
final class StatusCache: Sendable {
    struct Entry: Sendable {
        /// Whose submission it is.
        let tenant: String
        /// The answer.
        let bytes: [UInt8]
        fileprivate let made: UInt64
    }

    private struct Key: Hashable {
        let job: JobID
        let viewer: Viewer
    }

    private struct State {
        var entries: [Key: Entry] = [:]
        var bytes = 0
        /// How often anything was taken out; an answer from before that may be an old one.
        var epoch = 0
    }

    private let state = Mutex(State())
    private static let room = 64 << 20
    private static let lifetime: UInt64 = 5_000_000_000

    /// The answer; nil when it has to be made.
    func entry(_ job: JobID, _ viewer: Viewer) -> Entry? {
        let entry = state.withLock { $0.entries[Key(job: job, viewer: viewer)] }
        guard let entry, Clock.nanoseconds - entry.made < Self.lifetime else { return nil }
        return entry
    }

    /// What to give to `keep` with an answer that is made from what is read after this.
    var epoch: Int { state.withLock(\.epoch) }

    /// Keeps an answer, unless something has happened since `epoch`.
    func keep(_ bytes: [UInt8], of job: JobID, tenant: String, for viewer: Viewer, since epoch: Int) {
        let entry = Entry(tenant: tenant, bytes: bytes, made: Clock.nanoseconds)
        state.withLock { state in
            guard state.epoch == epoch else { return }
            if state.bytes + bytes.count > Self.room || state.entries.count > 16_384 {
                state.entries = [:]
                state.bytes = 0
            }
            let old = state.entries.updateValue(entry, forKey: Key(job: job, viewer: viewer))
            state.bytes += bytes.count - (old?.bytes.count ?? 0)
        }
    }

    /// Something has happened to it.
    func forget(_ job: JobID) {
        state.withLock { state in
            state.epoch += 1
            for viewer in [Viewer.candidate, .admin] {
                guard let old = state.entries.removeValue(forKey: Key(job: job, viewer: viewer)) else { continue }
                state.bytes -= old.bytes.count
            }
        }
    }
}

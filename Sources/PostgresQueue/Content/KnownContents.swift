internal import Queueing
internal import Synchronization

/// Content of which we know that it is stored, and will be for a while; so not every job has to look for its package.
final class KnownContents: Sendable {
    private let until = Mutex<[ContentDigest: Timestamp]>([:])

    /// Those of `digests` of which nothing is known.
    func unknown(_ digests: Set<ContentDigest>, now: Timestamp) -> [ContentDigest] {
        until.withLock { until in digests.filter { until[$0].map { $0 <= now } ?? true } }
            .sorted { $0.rawValue < $1.rawValue }
    }

    func add(_ digests: some Sequence<ContentDigest>, until moment: Timestamp) {
        until.withLock { until in
            if until.count > 10_000 { until = [:] }
            for digest in digests { until[digest] = moment }
        }
    }
}

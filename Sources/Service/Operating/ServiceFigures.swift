internal import Linux
internal import Queueing
internal import Synchronization

/// What the service has seen since it started.
final class ServiceFigures: Sendable {
    enum Counter: String, CaseIterable {
        /// Submissions that were enqueued through us.
        case accepted
    }

    /// Percentiles of times, in seconds.
    struct Percentiles: Hashable {
        var p50 = 0.0
        var p90 = 0.0
        var p99 = 0.0
    }

    private struct Birth {
        var queued: Int
        var started: Int?
    }

    private struct State {
        var counters: [Counter: Int] = [:]
        var events: [String: Int] = [:]
        var births: [JobID: Birth] = [:]
        var waits = Ring()
        var totals = Ring()
    }

    /// The last thousand of something.
    private struct Ring {
        var values: [Int] = []
        var next = 0

        mutating func add(_ value: Int) {
            if values.count < 1000 { values.append(value) } else { values[next] = value }
            next = (next + 1) % 1000
        }

        var percentiles: Percentiles {
            let sorted = values.sorted()
            guard !sorted.isEmpty else { return Percentiles() }
            func at(_ part: Double) -> Double {
                Double(sorted[min(sorted.count - 1, Int(Double(sorted.count) * part))]) / 1000
            }
            return Percentiles(p50: at(0.5), p90: at(0.9), p99: at(0.99))
        }
    }

    private let state = Mutex(State())
    private let start = Clock.nanoseconds

    func count(_ counter: Counter) { state.withLock { $0.counters[counter, default: 0] += 1 } }

    func value(_ counter: Counter) -> Int { state.withLock { $0.counters[counter, default: 0] } }

    /// Something has happened to a job.
    func note(_ event: JobEvent) {
        state.withLock { state in
            state.events[event.kind.rawValue, default: 0] += 1
            switch event.kind {
            case .queued:
                // What never ends while we look is forgotten, and not what is new.
                if state.births.count > 100_000 { state.births = [:] }
                state.births[event.job] = Birth(queued: event.at.milliseconds)
            case .started:
                guard let birth = state.births[event.job], birth.started == nil else { return }
                state.births[event.job]?.started = event.at.milliseconds
                state.waits.add(max(0, event.at.milliseconds - birth.queued))
            case .finished:
                guard let birth = state.births.removeValue(forKey: event.job) else { return }
                state.totals.add(max(0, event.at.milliseconds - birth.queued))
            case .dead, .cancelled: state.births[event.job] = nil
            case .compiled, .test, .requeued, .cancelling: break
            }
        }
    }

    var events: [String: Int] { state.withLock(\.events) }
    var waits: Percentiles { state.withLock(\.waits.percentiles) }
    var totals: Percentiles { state.withLock(\.totals.percentiles) }
    var uptime: Double { Double((Clock.nanoseconds - start) / 1_000_000) / 1000 }
}

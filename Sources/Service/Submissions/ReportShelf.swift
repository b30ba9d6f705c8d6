internal import Queueing
internal import Synchronization

/// Reports that were read lately: a result never changes.
final class ReportShelf: Sendable {
    private struct State {
        var reports: [JobID: JSONValue] = [:]
        var order: [JobID] = []
        var first = 0
    }

    private let queue: any JobQueue
    private let state = Mutex(State())
    private static let room = 256

    init(queue: any JobQueue) { self.queue = queue }

    /// The report of a submission; nil: it has none.
    func report(of job: JobID) throws(QueueError) -> JSONValue? {
        if let known = state.withLock({ $0.reports[job] }) { return known }
        guard let result = try queue.result(of: job) else { return nil }
        let report: JSONValue
        do throws(JSONFlaw) {
            report = try JSONValue(parsing: result.report, values: .max)
        } catch {
            throw .machinery(operation: "read the report of \(job)", detail: error.message)
        }
        // Large ones are read again: they would take all the room.
        if result.report.count <= 256 << 10 { keep(report, of: job) }
        return report
    }

    private func keep(_ report: JSONValue, of job: JobID) {
        state.withLock { state in
            guard state.reports.updateValue(report, forKey: job) == nil else { return }
            state.order.append(job)
            guard state.order.count - state.first > Self.room else { return }
            state.reports[state.order[state.first]] = nil
            state.first += 1
            if state.first > Self.room {
                state.order.removeFirst(state.first)
                state.first = 0
            }
        }
    }
}

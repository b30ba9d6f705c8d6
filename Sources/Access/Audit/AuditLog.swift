public import Linux
internal import Queueing

/// Writes the audit log beside the requests that it tells of: several entries in one transaction.
///
/// An entry is on disk within about 100 ms. A server that is killed loses at most these; one that ends calls `close`.
/// Memory is bounded: with more than 10,000 entries waiting, who adds one writes them.
public final class AuditLog: Sendable {
    private struct State {
        var waiting: [AuditEntry] = []
        var isClosed = false
        var isWriting = false
        var lost = 0
    }

    private static let most = 10_000
    private static let pause: UInt64 = 60_000_000_000
    private let store: any AccessStore
    private let age: Duration
    private let state = Monitor(State())

    /// A log in `store`, with a thread of its own.
    ///
    /// - Parameters:
    ///   - store: Where it is kept.
    ///   - age: How long entries are kept: 90 days if not said otherwise.
    /// - Throws: the error of starting the thread.
    public init(_ store: any AccessStore, keeping age: Duration = .seconds(90 * 86_400)) throws(Errno) {
        self.store = store
        self.age = age
        try Thread.start { self.work() }
    }

    /// Adds an entry; it never blocks on the database unless far too many wait.
    public func add(_ entry: AuditEntry) {
        let isTooMany = state.change { state in
            state.waiting.append(entry.bounded)
            return state.waiting.count > Self.most
        }
        if isTooMany { write() }
    }

    /// How many entries could not be written, as the database refused them.
    public var lostCount: Int { state.look { $0.lost } }

    /// Writes what waits; afterwards everything that was added before is on disk, or counted as lost.
    public func flush() {
        // Whoever is writing just now has not got what came since.
        _ = state.wait(until: nil) { state in state.isWriting ? nil : true }
        write()
        _ = state.wait(until: nil) { state in state.isWriting ? nil : true }
    }

    /// Writes what waits, and ends the thread.
    public func close() {
        state.change { $0.isClosed = true }
        flush()
    }

    private func work() {
        var nextTidy = Clock.nanoseconds + Self.pause
        while true {
            // Old entries go a thousand at a time; what cannot be removed now is removed a minute later.
            if Clock.nanoseconds >= nextTidy {
                _ = try? store.forgetAccess(olderThan: age)
                nextTidy = Clock.nanoseconds + Self.pause
            }
            let isOver = state.wait(until: nextTidy) { state -> Bool? in
                if state.isClosed { return true }
                return state.waiting.isEmpty ? nil : false
            }
            if isOver == true { return }
            if isOver == nil { continue }
            // Others come meanwhile, and are written in the same transaction.
            _ = state.wait(until: Clock.nanoseconds + 100_000_000) { state in state.isClosed ? true : nil }
            write()
        }
    }

    private func write() {
        let entries = state.change { state -> [AuditEntry] in
            if state.isWriting { return [] }
            let taken = state.waiting
            state.waiting = []
            state.isWriting = !taken.isEmpty
            return taken
        }
        if entries.isEmpty { return }
        var tries = 0
        while true {
            do throws(QueueError) {
                try store.audit(entries)
                state.change { $0.isWriting = false }
                return
            } catch {
                tries += 1
                if !error.isTransient || tries == 3 {
                    state.change { state in
                        state.isWriting = false
                        state.lost += entries.count
                    }
                    return
                }
            }
        }
    }
}

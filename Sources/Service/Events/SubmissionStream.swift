internal import HTTPServing
internal import Queueing
internal import Synchronization

/// Sends the events of one submission into one stream: first what there was, then what happens.
///
/// Reading what there was blocks, and so is done by helpers; what happens is passed on by the feed's thread as it comes.
/// Whoever falls behind is read for again when there is room.
final class SubmissionStream: JobWatcher {
    private struct State {
        /// The number of the last event that was sent.
        var last: Int
        /// Whether a helper reads, or is about to.
        var isReading = true
        /// Whether something has come meanwhile.
        var isMissing = false
        /// Whether there is no room, and reading goes on when there is.
        var isFull = false
        var isOver = false
    }

    private let job: JobID
    private let viewer: Viewer
    private let stream: EventStream
    private let shelf: ReportShelf
    private let queue: any JobQueue
    private let feed: EventFeed
    private let helpers: WorkPool
    private let forget: @Sendable (JobID) -> Void
    private let onClose: @Sendable () -> Void
    private let state: Mutex<State>
    private static let room = 128 << 10
    private static let page = 200

    init(
        of job: JobID,
        after last: Int,
        for viewer: Viewer,
        into stream: EventStream,
        queue: any JobQueue,
        shelf: ReportShelf,
        feed: EventFeed,
        helpers: WorkPool,
        forget: @escaping @Sendable (JobID) -> Void,
        onClose: @escaping @Sendable () -> Void
    ) {
        self.job = job
        self.viewer = viewer
        self.stream = stream
        self.queue = queue
        self.shelf = shelf
        self.feed = feed
        self.helpers = helpers
        self.forget = forget
        self.onClose = onClose
        state = Mutex(State(last: last))
    }

    /// Begins; called by a thread that may block.
    func start() {
        stream.send(Array("retry: 1000\n\n".utf8))
        // What happens from here on is heard of; what happened before is read.
        feed.watch(job, self)
        stream.observe(
            drained: { [self] in drained() },
            closed: { [self] in
                end()
                onClose()
            }
        )
        read()
    }

    // MARK: The feed's side

    func arrived(_ event: JobEvent) {
        let (isSent, isRead) = state.withLock { state -> (Bool, Bool) in
            guard !state.isOver, event.number > state.last else { return (false, false) }
            if state.isReading || state.isFull {
                state.isMissing = true
                return (false, false)
            }
            // An end needs its report, which has to be read; and who is behind is read for later.
            if event.kind.isEnd || stream.waiting > Self.room {
                state.isReading = true
                return (false, true)
            }
            state.last = event.number
            return (true, false)
        }
        if isSent { stream.send(EventView.message(event, report: nil, for: viewer)) }
        if isRead { readLater() }
    }

    private func drained() {
        let isRead = state.withLock { state in
            guard state.isFull, !state.isOver else { return false }
            state.isFull = false
            state.isReading = true
            return true
        }
        if isRead { readLater() }
    }

    private func readLater() {
        // Where no helper is free the reader comes back for it.
        if !helpers.run({ [self] in read() }) {
            stream.finish()
            end()
        }
    }

    // MARK: Reading

    private func read() {
        do throws(QueueError) {
            while true {
                let last = state.withLock { state in
                    state.isMissing = false
                    return state.last
                }
                let events = try queue.events(of: job, after: last, limit: Self.page)
                for event in events {
                    if try send(event) { return }
                }
                let isDone = state.withLock { state in
                    if state.isOver { return true }
                    if stream.waiting > Self.room {
                        state.isFull = true
                        state.isReading = false
                        return true
                    }
                    if events.count == Self.page || state.isMissing { return false }
                    state.isReading = false
                    return true
                }
                if isDone { return unstick() }
            }
        } catch {
            // The reader comes back, and then the queue may, too.
            stream.finish()
            end()
        }
    }

    /// What was drained before we said that we wait for that would be waited for in vain.
    private func unstick() {
        if stream.waiting == 0 { drained() }
    }

    /// Sends an event; true when it was the end.
    private func send(_ event: JobEvent) throws(QueueError) -> Bool {
        // Whoever has been told of this asks next, and must not be given an answer that is remembered from before.
        forget(job)
        let report = event.kind == .finished ? try shelf.report(of: job) : nil
        stream.send(EventView.message(event, report: report, for: viewer))
        state.withLock { $0.last = max($0.last, event.number) }
        guard event.kind.isEnd, try queue.job(job)?.state.isEnd ?? true else { return false }
        stream.finish()
        end()
        return true
    }

    private func end() {
        state.withLock { $0.isOver = true }
        feed.leave(job, self)
    }
}

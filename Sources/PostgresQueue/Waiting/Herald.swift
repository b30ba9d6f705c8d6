internal import Linux

/// Tells news that come one soon after the other together, on a thread of its own, which is started when that first happens.
///
/// A notification costs the server about as much as a statement that changes something. So one that comes long after the
/// last is sent by whoever has news, and what follows within milliseconds waits for its company. The process that ends in
/// between takes a few news with it; who waits for them looks for itself (`pollInterval`).
final class Herald: Sendable {
    private struct State {
        var pending: Set<News> = []
        /// When something was told last.
        var told: UInt64 = 0
        var isStarted = false
        var isStopped = false
    }

    /// How long after one notification the next one is sent, in nanoseconds.
    private static let pause: UInt64 = 4_000_000

    private let state = Monitor(State())
    private let pool: SessionPool
    private let schema: String

    init(_ pool: SessionPool, schema: String) {
        self.pool = pool
        self.schema = schema
    }

    /// Whether these news will be told; otherwise whoever asks is to tell them now.
    ///
    /// That a job is to be stopped is never put off.
    func takesOver(_ news: Set<News>) -> Bool {
        if news.contains(where: { $0.channel == .cancellations }) { return false }
        let now = Clock.nanoseconds
        enum Next { case tell, nothing, wake, start }
        // The thread has nothing to look at when more comes to what it is about to tell.
        let next = state.look { state -> Next in
            if state.isStopped || state.pending.isEmpty && now >= state.told + Self.pause {
                state.told = now
                return .tell
            }
            let isFirst = state.pending.isEmpty
            state.pending.formUnion(news)
            if state.isStarted { return isFirst ? .wake : .nothing }
            state.isStarted = true
            return .start
        }
        switch next {
        case .tell: return false
        case .nothing: return true
        case .wake:
            state.change { _ in }
            return true
        case .start:
            do throws(Errno) {
                try Thread.start { self.work() }
                return true
            } catch {
                // Without a thread everybody tells their own.
                state.change { $0.isStopped = true }
                return false
            }
        }
    }

    /// Ends the thread when it has told what it has.
    func stop() { state.change { $0.isStopped = true } }

    private func work() {
        while true {
            // Outer nil: nothing yet; inner nil: nothing more.
            let found: UInt64?? = state.wait(until: nil) { state in
                if !state.pending.isEmpty { return .some(state.told) }
                return state.isStopped ? .some(nil) : nil
            }
            guard let found, let told = found else { return }
            _ = state.wait(until: told + Self.pause) { $0.isStopped ? () : nil }
            let news = state.look { state in
                defer { state.pending = [] }
                state.told = Clock.nanoseconds
                return state.pending
            }
            tell(news)
        }
    }

    private func tell(_ news: Set<News>) {
        // What cannot be told now is found by polling.
        guard let session = try? pool.take() else { return }
        let notice = News.notice(of: news, schema: schema)
        do throws(PostgresFailure) {
            session.answerLimit = AnswerTime.quick.limit(.seconds(30))
            _ = try session.run(notice.statement, notice.parameters)
            pool.giveBack(session)
        } catch {
            if case .reported = error, session.isIdle { pool.giveBack(session) } else { pool.discard() }
        }
    }
}

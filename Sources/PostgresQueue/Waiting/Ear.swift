internal import Glibc
internal import Linux

/// The connection on which notifications are heard, with a thread of its own; it is made when somebody first waits.
///
/// Where it is broken or cannot be had, those who wait look for themselves now and then.
final class Ear: Sendable {
    private struct State {
        var wanted: Set<News.Channel> = []
        var isStarted = false
        var isStopped = false
    }

    private let state = Monitor(State())
    private let bell: Bell
    private let schema: String
    private let connect: @Sendable () throws(PostgresFailure) -> Session
    // By which the thread is woken; closed by nobody but `deinit`.
    private let reader: CInt
    private let writer: CInt

    init(_ bell: Bell, schema: String, connect: @escaping @Sendable () throws(PostgresFailure) -> Session) {
        self.bell = bell
        self.schema = schema
        self.connect = connect
        if let ends = try? Pipe().release() {
            (reader, writer) = ends
        } else {
            (reader, writer) = (-1, -1)
        }
    }

    deinit { Descriptor.close([reader, writer].filter { $0 >= 0 }) }

    /// Hears that channel from now on.
    func listen(to channel: News.Channel) {
        let (isNew, starts) = state.change { state in
            let isNew = state.wanted.insert(channel).inserted
            let starts = !state.isStarted && !state.isStopped
            state.isStarted = true
            return (isNew, starts)
        }
        if starts {
            // Without a thread nothing is heard, and polling is what remains.
            try? Thread.start { self.hear() }
        } else if isNew {
            nudge()
        }
    }

    /// Ends the thread, soon.
    func stop() {
        state.change { $0.isStopped = true }
        nudge()
    }

    private func nudge() {
        var byte: UInt8 = 1
        if writer >= 0 { _ = write(writer, &byte, 1) }
    }

    private func hear() {
        var failures = 0
        while !state.look({ $0.isStopped }) {
            do throws(PostgresFailure) {
                let session = try connect()
                session.answerLimit = AnswerTime.quick.limit(.seconds(30))
                failures = 0
                try follow(session)
            } catch {
                failures += 1
            }
            let end = Clock.nanoseconds + Backoff.nanoseconds(after: failures)
            _ = state.wait(until: end) { $0.isStopped ? () : nil }
        }
    }

    /// Hears until the connection breaks, or it is enough.
    private func follow(_ session: Session) throws(PostgresFailure) {
        var heard: Set<News.Channel> = []
        while true {
            let (wanted, isStopped) = state.look { ($0.wanted, $0.isStopped) }
            if isStopped { return }
            for channel in wanted where heard.insert(channel).inserted {
                try session.script("LISTEN \"\(schema)_\(channel.rawValue)\"")
                // What was told before that was told to others.
                bell.ring(channel, words: ["*"])
            }
            for (channel, text) in try session.notifications() {
                guard let known = News.Channel(rawValue: String(channel.dropFirst(schema.count + 1))) else { continue }
                bell.ring(known, words: Set(text.split(separator: " ").map(String.init)))
            }
            var poll = Poll()
            poll.add(session.socket)
            poll.add(reader)
            guard (try? poll.wait(nanoseconds: 60_000_000_000)) == true, poll.isReady(1) else { continue }
            var bytes: [UInt8] = Array(repeating: 0, count: 64)
            _ = read(reader, &bytes, bytes.count)
        }
    }
}

/// How long to wait before a connection is tried once more.
enum Backoff {
    /// 20 ms after the first failure, twice as long after each further one, at most 2 s; half of it up to chance, so
    /// that not all come back to a server at once.
    static func nanoseconds(after failures: Int) -> UInt64 {
        let wait = 20_000_000 << UInt64(min(7, max(0, failures - 1)))
        return UInt64(Double(min(2_000_000_000, wait)) * .random(in: 0.5...1))
    }
}

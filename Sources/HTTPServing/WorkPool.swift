internal import Dispatch
public import Linux
internal import Synchronization

/// Threads for work that blocks, and a line of bounded length before them.
public final class WorkPool: Sendable {
    private struct State {
        var line: [(@Sendable () -> Void)?] = []
        var first = 0
        var isOver = false
    }

    private let state = Mutex(State())
    private let bell = DispatchSemaphore(value: 0)
    private let room: Int
    private let count: Int

    /// Starts so many threads.
    ///
    /// - Throws: the error of `pthread_create`(3).
    public init(threads: Int, room: Int) throws(Errno) {
        self.room = room
        count = max(1, threads)
        for _ in 0..<count { try Thread.start { [self] in work() } }
    }

    /// Has `body` run by one of the threads; false when too many wait already.
    public func run(_ body: @escaping @Sendable () -> Void) -> Bool {
        let isTaken = state.withLock { state in
            guard !state.isOver, state.line.count - state.first < room else { return false }
            state.line.append(body)
            return true
        }
        if isTaken { bell.signal() }
        return isTaken
    }

    /// Lets the threads end when they have done what waits.
    public func end() {
        state.withLock { $0.isOver = true }
        for _ in 0..<count { bell.signal() }
    }

    private func work() {
        while true {
            bell.wait()
            let (body, isOver) = state.withLock { state -> ((@Sendable () -> Void)?, Bool) in
                guard state.first < state.line.count else { return (nil, state.isOver) }
                let body = state.line[state.first]
                // What it holds on to ends with it.
                state.line[state.first] = nil
                state.first += 1
                // What was taken is dropped now and then, not every time.
                if state.first > 64, state.first * 2 > state.line.count {
                    state.line.removeFirst(state.first)
                    state.first = 0
                }
                return (body, false)
            }
            if let body { body() } else if isOver { return }
        }
    }
}

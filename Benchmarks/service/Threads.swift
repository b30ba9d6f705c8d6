import Glibc
import Synchronization

/// Does the same on several threads, and waits for all of them.
enum Threads {
    private final class Work: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// Runs `body` once on each of `count` threads, with its number.
    ///
    /// - Throws: what the first has thrown.
    static func run(_ count: Int, _ body: @escaping @Sendable (Int) throws(Failure) -> Void) throws(Failure) {
        var threads: [pthread_t] = []
        let box = FailureBox()
        for number in 0..<count {
            let work = Work {
                do throws(Failure) {
                    try body(number)
                } catch {
                    box.keep(error)
                }
            }
            var thread = pthread_t()
            let context = Unmanaged.passRetained(work).toOpaque()
            let result = pthread_create(
                &thread,
                nil,
                { context in
                    guard let context else { return nil }
                    Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
                    return nil
                },
                context
            )
            guard result == 0 else { throw Failure("no thread: error \(result)") }
            threads.append(thread)
        }
        for thread in threads { pthread_join(thread, nil) }
        if let first = box.first { throw first }
    }

    private final class FailureBox: Sendable {
        private let state = Mutex<Failure?>(nil)
        var first: Failure? { state.withLock { $0 } }
        func keep(_ failure: Failure) { state.withLock { $0 = $0 ?? failure } }
    }
}

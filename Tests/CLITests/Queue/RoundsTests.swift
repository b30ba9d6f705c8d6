import Synchronization
import Testing

@testable import CLI

@Suite(.timeLimit(.minutes(60))) struct RoundsTests {
    @Test func `what is asked for while it is under way is done once more, however often that is`() async {
        let rounds = Rounds()
        let (begun, tellBegun) = AsyncStream.makeStream(of: Int.self)
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        let count = Mutex(0)
        let round: @Sendable () async -> Void = {
            let number = count.withLock { count in
                count += 1
                return count
            }
            tellBegun.yield(number)
            for await _ in gate { break }
        }
        var beginnings = begun.makeAsyncIterator()
        rounds.ask(round)
        #expect(await beginnings.next() == 1)
        for _ in 0..<3 { rounds.ask(round) }
        open.yield()
        #expect(await beginnings.next() == 2)
        open.yield()
        // Whether the second one is over is not known, so that it may be one more round or a new beginning.
        rounds.ask(round)
        #expect(await beginnings.next() == 3)
        open.yield()
    }
}

import Batch
import Synchronization
import Testing

@Suite struct BatchRunnerTests {
    /// Items that end when they are told to.
    private final class Gates: Sendable {
        private let state = Mutex((open: Set<Int>(), waiting: [Int: CheckedContinuation<Void, Never>]()))

        func pass(_ item: Int) async {
            await withCheckedContinuation { continuation in
                let isOpen = state.withLock { state in
                    if state.open.contains(item) { return true }
                    state.waiting[item] = continuation
                    return false
                }
                if isOpen { continuation.resume() }
            }
        }

        func open(_ item: Int) {
            let waiting = state.withLock { state in
                state.open.insert(item)
                return state.waiting.removeValue(forKey: item)
            }
            waiting?.resume()
        }
    }

    @Test func `results come as they are done, and the next item is asked for only then`() async throws {
        let gates = Gates()
        var asked: [Int] = []
        var taken: [Int] = []
        // 0 stays until all others are done.
        for item in 1..<5 { gates.open(item) }
        try await BatchRunner(width: 2).run(
            next: {
                guard asked.count < 5 else { return nil }
                asked.append(asked.count)
                return asked.count - 1
            },
            judge: { (item: Int) in
                await gates.pass(item)
                return item
            },
            take: { item in
                taken.append(item)
                #expect(asked.count - taken.count < 2)
                if item == 4 { gates.open(0) }
            }
        )
        #expect(taken == [1, 2, 3, 4, 0])
    }

    private struct Broken: Error {}

    @Test func `an error ends the batch, and what is under way is called off`() async throws {
        let cancelled = Mutex(0)
        var count = 0
        await #expect(throws: Broken.self) {
            try await BatchRunner(width: 3).run(
                next: {
                    count += 1
                    return count
                },
                judge: { (item: Int) in
                    if item == 3 { throw Broken() }
                    while !Task.isCancelled { await Task.yield() }
                    cancelled.withLock { $0 += 1 }
                    return item
                },
                take: { _ in }
            )
        }
        #expect(count == 3 && cancelled.withLock { $0 } == 2)
    }

    @Test func `an error of whoever takes results, or gives items, ends the batch`() async throws {
        for isTaking in [true, false] {
            var given = 0
            await #expect(throws: Broken.self) {
                try await BatchRunner(width: 1).run(
                    next: {
                        given += 1
                        if !isTaking, given == 2 { throw Broken() }
                        return given
                    },
                    judge: { (item: Int) in item },
                    take: { _ in if isTaking { throw Broken() } }
                )
            }
            #expect(given == (isTaking ? 1 : 2))
        }
    }

    @Test func `nothing to judge is fine`() async throws {
        try await BatchRunner(width: 4).run(next: { nil as Int? }, judge: { $0 }, take: { _ in Issue.record("taken") })
    }
}

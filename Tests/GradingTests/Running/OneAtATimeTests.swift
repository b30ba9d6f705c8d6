import Testing

@testable import Grading

@Suite(.timeLimit(.minutes(60))) struct OneAtATimeTests {
    private let work = OneAtATime()
    private let signals = Signals()
    private let order = Log<String>()

    private func hold(_ key: String, in group: inout ThrowingTaskGroup<Void, any Error>) async {
        group.addTask {
            await work.pass(key) { () async in
                signals.fire("\(key) is held")
                await signals.wait(for: "let \(key) go")
                order.add("first")
            }
        }
        await signals.wait(for: "\(key) is held")
    }

    @Test func `who wants the same waits, and who wants another thing does not`() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            await hold("a", in: &group)
            group.addTask { await work.pass("a") { () async in order.add("second") } }
            while work.waiting(for: "a") < 1 {
                try Task.checkCancellation()
                await Task.yield()
            }
            await work.pass("b") { () async in order.add("other") }
            signals.fire("let a go")
            try await group.waitForAll()
        }
        #expect(order.entries == ["other", "first", "second"])
        #expect(work.waiting(for: "a") == 0)
    }

    @Test func `an error of one is not that of the next`() async throws {
        await #expect(throws: GradingError.cancelled) {
            try await work.pass("a") { () async throws(GradingError) in throw .cancelled }
        }
        let value = await work.pass("a") { () async in 7 }
        #expect(value == 7)
    }

    @Test func `one that is cancelled waits no longer, and those behind it still have their turn`() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            await hold("a", in: &group)
            let cancelled = Task { await work.pass("a") { () async in Task.isCancelled } }
            while work.waiting(for: "a") < 1 {
                try Task.checkCancellation()
                await Task.yield()
            }
            group.addTask { await work.pass("a") { () async in order.add("last") } }
            while work.waiting(for: "a") < 2 {
                try Task.checkCancellation()
                await Task.yield()
            }
            cancelled.cancel()
            // It comes to its end while the first is still at it.
            #expect(await cancelled.value)
            #expect(work.waiting(for: "a") == 1)
            signals.fire("let a go")
            try await group.waitForAll()
        }
        #expect(order.entries == ["first", "last"])
    }
}

import Testing

@testable import Grading

@Suite(.timeLimit(.minutes(1))) struct RunGateTests {
    private let gate = RunGate()
    private let signals = Signals()

    @Test func `runs pass side by side`() async {
        // Each of the two waits for the other inside the gate, which ends only when both are in it.
        await withTaskGroup(of: Void.self) { group in
            for (mine, other) in [("a", "b"), ("b", "a")] {
                group.addTask {
                    try? await gate.pass(alone: false) { () async throws(GradingError) in
                        signals.fire(mine)
                        await signals.wait(for: other)
                    }
                }
            }
        }
    }

    @Test func `a run that is to be alone waits for those under way, and later ones wait for it`() async throws {
        let order = Log<String>()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await gate.pass(alone: false) { () async throws(GradingError) in
                    signals.fire("first is in")
                    await signals.wait(for: "let first go")
                    order.add("first")
                }
            }
            await signals.wait(for: "first is in")
            group.addTask {
                try await gate.pass(alone: true) { () async throws(GradingError) in
                    order.add("alone")
                }
            }
            while gate.waiting < 1 { await Task.yield() }
            group.addTask {
                try await gate.pass(alone: false) { () async throws(GradingError) in
                    order.add("last")
                }
            }
            while gate.waiting < 2 { await Task.yield() }
            signals.fire("let first go")
            try await group.waitForAll()
        }
        #expect(order.entries == ["first", "alone", "last"])
    }

    @Test func `a cancelled waiter goes away and lets those behind it pass`() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await gate.pass(alone: false) { () async throws(GradingError) in
                    signals.fire("first is in")
                    // Ends only when the one that stands behind the cancelled waiter has passed.
                    await signals.wait(for: "last is in")
                }
            }
            await signals.wait(for: "first is in")
            let alone = Task { try await gate.pass(alone: true) { () async throws(GradingError) in } }
            while gate.waiting < 1 { await Task.yield() }
            group.addTask {
                try await gate.pass(alone: false) { () async throws(GradingError) in signals.fire("last is in") }
            }
            while gate.waiting < 2 { await Task.yield() }
            alone.cancel()
            await #expect(throws: GradingError.cancelled) { try await alone.value }
            try await group.waitForAll()
        }
    }

    @Test func `a task that is cancelled already does not pass`() async {
        let task = Task {
            await signals.wait(for: "never")
            try await gate.pass(alone: false) { () async throws(GradingError) in }
        }
        task.cancel()
        await #expect(throws: GradingError.cancelled) { try await task.value }
    }
}

import Testing

@testable import Grading

@Suite(.timeLimit(.minutes(60))) struct RunGateTests {
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
            while gate.waiting < 1 {
                try Task.checkCancellation()
                await Task.yield()
            }
            group.addTask {
                try await gate.pass(alone: false) { () async throws(GradingError) in
                    order.add("last")
                }
            }
            while gate.waiting < 2 {
                try Task.checkCancellation()
                await Task.yield()
            }
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
            while gate.waiting < 1 {
                try Task.checkCancellation()
                await Task.yield()
            }
            group.addTask {
                try await gate.pass(alone: false) { () async throws(GradingError) in signals.fire("last is in") }
            }
            while gate.waiting < 2 {
                try Task.checkCancellation()
                await Task.yield()
            }
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

    // MARK: - Ahead of its turn

    private typealias Turns = [(name: String, turn: Turn?, alone: Bool)]

    /// The order in which these pass at a gate where somebody is, each of whom has come before the next does; `act` is done
    /// when all have come.
    private func order(
        of runs: Turns,
        at gate: RunGate,
        last: Turn? = nil,
        act: () -> Void = {}
    ) async throws -> [String] {
        let order = Log<String>()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await gate.pass(alone: false) { () async throws(GradingError) in
                    signals.fire("held")
                    await signals.wait(for: "let go")
                    order.add("holder")
                }
            }
            await signals.wait(for: "held")
            for (count, run) in runs.enumerated() {
                group.addTask {
                    try await Turn.$current.withValue(run.turn) {
                        try await gate.pass(alone: run.alone) { () async throws(GradingError) in order.add(run.name) }
                    }
                }
                while gate.waiting + order.entries.count < count + 1 {
                    try Task.checkCancellation()
                    await Task.yield()
                }
            }
            act()
            signals.fire("let go")
            // What is last has a turn that comes when all others have passed.
            if let last {
                while order.entries.count < runs.count {
                    try Task.checkCancellation()
                    await Task.yield()
                }
                last.come()
            }
            try await group.waitForAll()
        }
        return order.entries
    }

    @Test func `while there are more submissions than slots nobody passes ahead of its turn`() async throws {
        let gate = RunGate(slots: 2)
        for _ in 0..<3 { gate.beginGrading() }
        let turn = Turn(at: gate, hasCome: false)
        let entries = try await order(
            of: [("ahead", turn, false), ("needed", nil, false), ("its turn", Turn(at: gate, hasCome: true), false)],
            at: gate,
            act: {
                #expect(gate.waiting == 1)
                turn.come()
                #expect(gate.waiting == 0)
            }
        )
        #expect(Set(entries.prefix(2)) == ["needed", "its turn"])
        #expect(entries.count == 4)
    }

    @Test func `a slot that nobody needs is for a run ahead of its turn`() async throws {
        let gate = RunGate(slots: 2)
        for _ in 0..<2 { gate.beginGrading() }
        // The holder has one slot, so that the other is free for the first alone.
        let turns = (0..<2).map { _ in Turn(at: gate, hasCome: false) }
        let first = Task {
            await Turn.$current.withValue(turns[0]) {
                try? await gate.pass(alone: false) { () async throws(GradingError) in
                    signals.fire("first is in")
                    await signals.wait(for: "let first go")
                }
            }
        }
        await signals.wait(for: "first is in")
        let entries = try await order(
            of: [("second", turns[1], false)],
            at: gate,
            act: {
                #expect(gate.waiting == 1)
                signals.fire("let first go")
            }
        )
        await first.value
        #expect(Set(entries) == ["holder", "second"])
    }

    @Test func `those that are to be alone go one after the other, and one ahead of its turn waits for that`()
        async throws
    {
        let gate = RunGate(slots: 2)
        for _ in 0..<2 { gate.beginGrading() }
        let turn = Turn(at: gate, hasCome: false)
        let entries = try await order(
            of: [("early", turn, true), ("alone 1", nil, true), ("beside", nil, false), ("alone 2", nil, true)],
            at: gate,
            last: turn
        )
        #expect(entries == ["holder", "alone 1", "alone 2", "beside", "early"])
    }

    @Test func `in a batch those that are to be alone wait until there are several`() async throws {
        let gate = RunGate(slots: 2)
        for _ in 0..<5 { gate.beginGrading() }
        let entries = try await order(
            of: [
                ("alone 1", nil, true), ("beside 1", nil, false), ("alone 2", nil, true), ("beside 2", nil, false),
                ("alone 3", nil, true), ("beside 3", nil, false),
            ],
            at: gate
        )
        #expect(entries == ["beside 1", "beside 2", "holder", "alone 1", "alone 2", "alone 3", "beside 3"])
    }

    @Test func `while others are to come nobody passes ahead of its turn, and then somebody may`() async throws {
        let gate = RunGate(slots: 2)
        gate.beginGrading()
        gate.expectMore(true)
        let entries = try await order(
            of: [("ahead", Turn(at: gate, hasCome: false), false)],
            at: gate,
            act: {
                #expect(gate.waiting == 1)
                gate.expectMore(false)
                #expect(gate.waiting == 0)
            }
        )
        #expect(Set(entries) == ["holder", "ahead"])
    }
}

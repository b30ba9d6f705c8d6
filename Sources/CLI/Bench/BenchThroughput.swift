internal import Core
internal import Linux
internal import Sandboxing

/// Boxes a second.
extension Bench {
    func throughput() async throws -> BenchSection {
        var rows: [BenchSection.Row] = []
        // Twice as many slots as processors: whether something waits for the kernel meanwhile.
        for slots in Set([1, Processes.processorCount, 2 * Processes.processorCount]).sorted() {
            try status.show("boxes in \(slots) slots")
            let (bare, assay) = try await withSandbox(slots: slots) { sandbox in
                let hello = try await hello(by: sandbox)
                let count = rounds(40) * 25
                // Twice, taking turns: what else goes on here then meets both.
                var bare = 0.0
                var assay = 0.0
                for _ in 0..<2 {
                    bare += try await Self.perSecond(count, each: slots) { try hello.runBare() } / 2
                    assay += try await boxesPerSecond(count, hello.command, slots, by: sandbox) / 2
                }
                return (bare, assay)
            }
            rows.append(
                BenchSection.Row(
                    Figures.count(slots, "slot"),
                    ["bare": .perSecond(bare), "assay": .perSecond(assay), "ratio": .ratio(bare / assay)]
                )
            )
        }
        return BenchSection(
            topic: "throughput",
            rows: rows,
            notes: ["Static hellos, as many at once as there are slots, one behind each."]
        )
    }

    private func boxesPerSecond(
        _ count: Int,
        _ command: Command,
        _ slots: Int,
        by sandbox: Sandbox
    ) async throws -> Double {
        let time = try await ContinuousClock().measure {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for started in 0..<count {
                    if started >= 2 * slots { try await group.next() }
                    group.addTask { try await Self.run(command, by: sandbox) }
                }
                try await group.waitForAll()
            }
        }
        return Double(count) / (time / .seconds(1))
    }

    /// Has as many threads as there are slots do `body`, `count` times together.
    private static func perSecond(
        _ count: Int,
        each threads: Int,
        _ body: @escaping @Sendable () throws -> Void
    ) async throws -> Double {
        let time = try await ContinuousClock().measure {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<threads {
                    group.addTask {
                        try await onThread { for _ in 0..<(count / threads) { try body() } }
                    }
                }
                try await group.waitForAll()
            }
        }
        return Double(count / threads * threads) / (time / .seconds(1))
    }

    /// Waiting for a child blocks, which Swift's own threads must not.
    private static func onThread(_ body: @escaping @Sendable () throws -> Void) async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            do {
                try Linux.Thread.start { continuation.resume(with: Result { try body() }) }
            } catch {
                continuation.resume(throwing: error)
            }
        }
    }
}

internal import Core
internal import Linux
internal import Sandboxing

/// How much the CPU time varies that is measured of the same work.
extension Bench {
    func spread(isLoaded: Bool) async throws -> BenchSection {
        let slots = isLoaded ? max(2, Processes.processorCount) : 1
        return try await withSandbox(slots: slots) { sandbox in
            let work = try await program(Self.workText, "work.c", "c", by: sandbox)
            let turns = try await Self.turns(of: work, lasting: 0.5, by: sandbox)
            var command = work.command
            command.arguments.append(turns)
            let endless = work.command.arguments + ["0"]
            return try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 1..<slots {
                    var busy = command
                    busy.arguments = endless
                    busy.limits.cpuTime = .seconds(3600)
                    busy.limits.wallTime = .seconds(3600)
                    group.addTask { [busy] in _ = try await sandbox.run(busy) }
                }
                defer { group.cancelAll() }
                var boxed = Samples()
                var bare = Samples()
                for round in 0..<rounds(200) {
                    boxed.add(try await Self.run(command, by: sandbox).usage.cpuTime)
                    // A few are enough to see what the machine itself does.
                    if round.isMultiple(of: 4) { bare.add(try work.bareTime(turns)) }
                }
                return Self.spread(isLoaded ? "loaded" : "spread", boxed, bare, others: slots - 1)
            }
        }
    }

    private static func spread(_ topic: String, _ boxed: Samples, _ bare: Samples, others: Int) -> BenchSection {
        let rows = [("in a box", boxed), ("bare", bare)].map { name, samples in
            BenchSection.Row(
                name,
                [
                    "mean": .seconds(samples.mean),
                    "deviation": .percent(samples.deviation / samples.mean),
                    "smallest": .seconds(samples.smallest),
                    "median": .seconds(samples.median),
                    "largest": .seconds(samples.largest),
                    "over bare": .ratio(samples.median / bare.median),
                    "runs": .count(samples.count),
                ]
            )
        }
        let beside = others == 0 ? "Alone." : "Beside \(Figures.count(others, "box")) that never ends."
        return BenchSection(topic: topic, rows: rows, notes: [beside + " CPU time, user and system."])
    }

    /// The argument with which `work` takes about so many seconds of CPU time.
    private static func turns(
        of work: BenchProgram,
        lasting seconds: Double,
        by sandbox: Sandbox
    ) async throws -> String {
        let turns = try await BenchTurns.lasting(seconds, from: 2_000_000) { turns in
            var command = work.command
            command.arguments.append("\(turns)")
            return try await run(command, by: sandbox).usage.cpuTime / .seconds(1)
        }
        return "\(turns)"
    }

    /// Sorting-like work: arithmetic that depends on itself, and a quarter of a MiB of memory in no order.
    private static let workText = """
        #include <stdio.h>
        #include <stdlib.h>
        static unsigned table[1 << 16];
        int main(int count, char **arguments) {
            long turns = count > 1 ? atol(arguments[1]) : 1;
            unsigned state = 1;
            for (long i = 0; turns == 0 || i < turns; i++) {
                state = state * 1664525 + 1013904223;
                table[state >> 16] += state ^ table[(state >> 8) & 0xffff];
            }
            printf("%u\\n", table[state >> 16]);
        }

        """
}

internal import Core
internal import Grading
internal import Languages
internal import Sandboxing

/// Programs that take a little less than their memory limit, and a little more: what verdict do they get?
extension Bench {
    /// The limits, in MiB.
    private static let limits = [16, 32, 64, 128, 256, 512, 1024]

    func memory() async throws -> BenchSection {
        try await withSandbox(slots: 1) { sandbox in
            let runner = PlainRun(
                executor: sandbox,
                catalog: try invocation.catalog(),
                locator: try invocation.locator()
            )
            var rows: [BenchSection.Row] = []
            var wrong: [String] = []
            for program in MemoryProgram.all {
                var right = 0
                var total = 0
                for limit in Self.limits where limit >= program.smallestLimit {
                    for (share, expected) in [(95, Verdict.accepted), (105, .memoryLimit)] {
                        try status.show("\(program.name): \(share) % of \(limit) MiB")
                        for _ in 0..<rounds(2) {
                            let result = try await program.run(limit << 20, percent: share, by: runner)
                            total += 1
                            if result.verdict == expected {
                                right += 1
                            } else {
                                wrong.append(Self.line(program, share, limit, expected, result))
                            }
                        }
                    }
                }
                rows.append(
                    BenchSection.Row(
                        program.name,
                        [
                            "from": .words("\(program.smallestLimit) MiB"),
                            "to": .words("\(Self.limits.last ?? 0) MiB"),
                            "right": .count(right),
                            "runs": .count(total),
                        ]
                    )
                )
            }
            return BenchSection(
                topic: "memory",
                rows: rows,
                notes: ["95 % of the limit has to be accepted, 105 % to be over it."] + wrong,
                isGood: wrong.isEmpty
            )
        }
    }

    private static func line(
        _ program: MemoryProgram,
        _ share: Int,
        _ limit: Int,
        _ expected: Verdict,
        _ result: PlainRun.Result
    ) -> String {
        let usage = result.outcome?.usage
        let peak = Figures.mebibytes(usage?.peakMemory.bytes ?? 0)
        let reason = result.reason.map { " (\($0))" } ?? ""
        return "wrong: \(program.name), \(share) % of \(limit) MiB: \(result.verdict.rawValue)\(reason) "
            + "in place of \(expected.rawValue), peak \(peak), refusals \(usage?.memoryRefusals ?? 0)"
    }
}

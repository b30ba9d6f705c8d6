internal import Core
internal import Linux
internal import Sandboxing

/// `assay bench`: what a box costs here, in ratios to doing the same without one.
enum BenchCommand {
    /// How `assay bench` is called.
    static let description = CommandDescription(
        name: "bench",
        summary: "measure overhead and throughput of this installation",
        options: [
            .init("rounds", "N", "how often each thing is done (default 40; the short ones ten times as often)"),
            .init("json", "one line of JSON on standard output"),
        ],
        examples: [("assay bench", "measure")]
    )

    /// What is measured, and the promise that goes with it.
    private struct Report: Encodable {
        let host: String
        let kernel: String
        let sandbox: String
        let comparisons: [Comparison]
        /// The static hello in a box without this wall, and with it; nil where this kernel does not have it.
        let landlock: Comparison?
        let runsPerSecond: Double
    }

    /// Measures.
    @Sendable static func run(_ invocation: Invocation) async throws -> ExitCode {
        let rounds = try invocation.arguments.count("rounds", 3...10_000) ?? 40
        let scratch = try invocation.installation.state() + "/bench-\(Processes.ownNumber)"
        let status = StatusLine(on: invocation.console.error)
        defer { try? HostWriting.removeTree(scratch) }
        let report = try await invocation.withSandbox(slots: 1) { sandbox in
            let bench = try await BenchSubjects(invocation, sandbox: sandbox, scratch: scratch)
            var comparisons: [Comparison] = []
            try status.show("a static hello in C")
            comparisons.append(try await bench.hello(rounds: 10 * rounds))
            try status.show("Landlock")
            let landlock = try await invocation.withSandbox(slots: 1, landlock: 0) { other in
                sandbox.mode.landlock == 0 ? nil : try await bench.landlock(without: other, rounds: 10 * rounds)
            }
            try status.show("boxes in a row")
            let runsPerSecond = try await bench.runsPerSecond(count: 10 * rounds)
            try status.show("100 tests in C")
            comparisons.append(try await bench.hundredTests(.c, rounds: max(3, rounds / 4)))
            try status.show("100 tests in Python")
            comparisons.append(try await bench.hundredTests(.python, rounds: max(3, rounds / 8)))
            try status.show("submitting a hello in Python")
            comparisons.append(try await bench.submitHello(rounds: rounds))
            return Report(
                host: Processes.hostName,
                kernel: Processes.kernelRelease,
                sandbox: sandbox.mode.description,
                comparisons: comparisons,
                landlock: landlock,
                runsPerSecond: runsPerSecond
            )
        }
        try status.clear()
        if invocation.arguments.has("json") {
            try invocation.console.output.write(JSONLine.bytes(of: report))
        } else {
            try invocation.console.output.write(text(report))
        }
        return .good
    }

    private static func text(_ report: Report) -> String {
        var lines = ["\(report.host), Linux \(report.kernel), \(report.sandbox); medians, both ways in turn", ""]
        let width = report.comparisons.map(\.name.count).max() ?? 0
        lines.append("\(pad("", width))  \(left("bare", 10))  \(left("assay", 10))  \(left("ratio", 6))  promised")
        for row in report.comparisons {
            lines.append(
                "\(pad(row.name, width))  \(left(milliseconds(row.bare), 10))  \(left(milliseconds(row.assay), 10))  "
                    + "\(left(hundredths(row.ratio), 6))  \(row.promise)"
            )
        }
        if let landlock = report.landlock {
            lines.append("")
            lines.append(
                "\(landlock.name): \(milliseconds(landlock.assay)), without it \(milliseconds(landlock.bare))"
            )
        }
        return lines.joined(separator: "\n")
            + "\n\n\(Int(report.runsPerSecond)) boxes a second in one slot, one after the other\n"
    }

    private static func milliseconds(_ seconds: Double) -> String { hundredths(seconds * 1000) + " ms" }

    private static func hundredths(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    private static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static func left(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}

extension Subcommand {
    static let bench = Subcommand(description: BenchCommand.description, action: .withBoxes(BenchCommand.run))
}

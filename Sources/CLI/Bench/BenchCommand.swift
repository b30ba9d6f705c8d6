internal import Core
internal import Linux
internal import Sandboxing

/// `assay bench`: what a box costs here, in ratios to doing the same without one, and how exact its figures are.
enum BenchCommand {
    /// How `assay bench` is called.
    static let description = CommandDescription(
        name: "bench",
        summary: "measure what boxes cost here, and how exact their figures are",
        operands: "[TOPIC…]",
        operandCount: 0...BenchTopic.allCases.count,
        options: [
            .init("rounds", "N", "how often each thing is done; each topic has its own default"),
            .init("beside", "FILE", "for hello: more ways to run it, a line each, as in NAME: COMMAND {}"),
            .init("json", "one line of JSON on standard output"),
        ],
        notes: ["Topics, of which overhead, throughput and stops are measured where none is named:"]
            + BenchTopic.allCases.map { "\($0.rawValue): \($0.summary)" },
        examples: [
            ("assay bench", "measure the usual things"),
            ("assay bench spread loaded", "how much the CPU time of one program varies, alone and beside others"),
        ]
    )

    /// What is told.
    private struct Report: Encodable {
        let host: String
        let kernel: String
        let sandbox: String
        var sections: [BenchSection] = []
    }

    /// Measures.
    @Sendable static func run(_ invocation: Invocation) async throws -> ExitCode {
        let topics = try topics(of: invocation.arguments)
        let scratch = try invocation.installation.state() + "/bench-\(Processes.ownNumber)"
        let status = StatusLine(on: invocation.console.error)
        defer { try? HostWriting.removeTree(scratch) }
        try HostDirectory.make(scratch)
        let rounds = try invocation.arguments.count("rounds", 1...10_000)
        let bench = Bench(invocation: invocation, scratch: scratch, status: status, askedRounds: rounds)
        let mode = try await bench.withSandbox(slots: 1) { sandbox in sandbox.mode.description }
        var report = Report(host: Processes.hostName, kernel: Processes.kernelRelease, sandbox: mode)
        for topic in topics {
            try status.show(topic.summary)
            report.sections.append(try await topic.measure(bench))
            try status.clear()
            if !invocation.arguments.has("json") {
                if report.sections.count == 1 {
                    try invocation.console.output.write("\(report.host), Linux \(report.kernel), \(report.sandbox)\n")
                }
                try invocation.console.output.write("\n" + (report.sections.last?.text ?? ""))
            }
        }
        if invocation.arguments.has("json") {
            try invocation.console.output.write(JSONLine.bytes(of: report))
        }
        return report.sections.allSatisfy(\.isGood) ? .good : .notGood
    }

    private static func topics(of arguments: ParsedArguments) throws(Complaint) -> [BenchTopic] {
        guard !arguments.operands.isEmpty else { return [.overhead, .throughput, .stops] }
        var topics: [BenchTopic] = []
        for name in arguments.operands {
            guard let topic = BenchTopic(rawValue: name) else {
                let known = BenchTopic.allCases.map(\.rawValue).joined(separator: ", ")
                throw .badInput("bench has no topic \(name); there are \(known)")
            }
            topics.append(topic)
        }
        return topics
    }
}

extension Subcommand {
    static let bench = Subcommand(description: BenchCommand.description, action: .withBoxes(BenchCommand.run))
}

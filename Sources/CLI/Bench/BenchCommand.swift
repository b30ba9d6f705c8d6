/// `assay bench`.
enum BenchCommand {
    /// How `assay bench` is called.
    static let description = CommandDescription(
        name: "bench",
        summary: "measure overhead and throughput of this installation",
        options: [.init("json", "one line of JSON on standard output")],
        examples: [("assay bench", "measure")]
    )

    /// Measures.
    @Sendable static func run(_ invocation: Invocation) async throws -> ExitCode {
        throw Complaint.badInput("bench is not built yet")
    }
}

extension Subcommand {
    static let bench = Subcommand(description: BenchCommand.description, action: .withBoxes(BenchCommand.run))
}

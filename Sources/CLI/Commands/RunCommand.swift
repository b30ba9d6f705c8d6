/// `assay run`.
enum RunCommand {
    /// Compiles and runs a program.
    @Sendable static func run(_ invocation: Invocation) async throws -> ExitCode {
        throw Complaint.ownFailure("run is being written")
    }
}

extension Subcommand {
    static let run = Subcommand(description: RunCommand.description, action: .withBoxes(RunCommand.run))
}

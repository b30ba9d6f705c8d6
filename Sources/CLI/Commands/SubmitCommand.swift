/// `assay submit`.
enum SubmitCommand {
    /// Grades a submission.
    @Sendable static func run(_ invocation: Invocation) async throws -> ExitCode {
        throw Complaint.ownFailure("submit is being written")
    }
}

extension Subcommand {
    static let submit = Subcommand(description: SubmitCommand.description, action: .withBoxes(SubmitCommand.run))
}

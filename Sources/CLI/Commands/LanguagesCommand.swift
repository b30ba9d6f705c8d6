/// `assay languages`.
enum LanguagesCommand {
    /// Shows the languages.
    @Sendable static func run(_ invocation: Invocation) async throws -> ExitCode {
        throw Complaint.ownFailure("languages is being written")
    }
}

extension Subcommand {
    static let languages = Subcommand(description: LanguagesCommand.description, action: .withBoxes(LanguagesCommand.run))
}

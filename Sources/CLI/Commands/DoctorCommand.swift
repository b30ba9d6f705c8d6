/// `assay doctor`.
enum DoctorCommand {
    /// Shows the host.
    @Sendable static func run(_ invocation: Invocation) async throws -> ExitCode {
        throw Complaint.ownFailure("doctor is being written")
    }
}

extension Subcommand {
    static let doctor = Subcommand(description: DoctorCommand.description, action: .withBoxes(DoctorCommand.run))
}

public import Core

/// A submission that a package brings along, with what its authors expect of it.
public struct ReferenceSubmission: Sendable {
    /// The directory below `submissions`, as in `wrong_answer`.
    public var directory: String
    /// The name of the file or directory there.
    public var name: String
    /// Its files, in the order of their names.
    public var files: [Submission.SourceFile]
    /// The verdicts that are as expected; empty where the package does not say.
    public var expectedVerdicts: Set<Verdict>

    /// A submission with these parts.
    public init(
        directory: String,
        name: String,
        files: [Submission.SourceFile],
        expectedVerdicts: Set<Verdict>
    ) {
        self.directory = directory
        self.name = name
        self.files = files
        self.expectedVerdicts = expectedVerdicts
    }
}

public import Core

/// The limits of a problem, with the format's usual values where a package states none.
public struct ProblemLimits: Hashable, Sendable {
    /// Memory of a submission.
    public var memory = ByteCount.mebibytes(2048)
    /// What a submission may write: standard output, standard error and files.
    public var output = ByteCount.mebibytes(8)
    /// The size of a submission's files together, without what the package includes.
    public var code = ByteCount.kibibytes(128)
    /// CPU time for compiling.
    public var compilationTime = Duration.seconds(60)
    /// Memory for compiling.
    public var compilationMemory = ByteCount.mebibytes(2048)
    /// CPU time for one call of a validator.
    public var validationTime = Duration.seconds(60)
    /// Memory for one call of a validator.
    public var validationMemory = ByteCount.mebibytes(2048)
    /// What one call of a validator may write.
    public var validationOutput = ByteCount.mebibytes(8)
    /// How often a submission of a multi-pass problem is run on a test at most.
    public var validationPasses = 2
    /// The time limit is at least this many times the slowest accepted submission's time.
    public var acceptedToTimeLimit = 2.0
    /// What is too slow takes at least this many times the time limit.
    public var timeLimitToTooSlow = 1.5
    /// An inferred time limit is a multiple of this.
    public var timeResolution = Duration.seconds(1)

    /// The usual limits; the formats differ in the factors of time.
    public init(format: Problem.Format = .y2025_09) {
        guard format == .legacy else { return }
        acceptedToTimeLimit = 5
        timeLimitToTooSlow = 2
    }
}

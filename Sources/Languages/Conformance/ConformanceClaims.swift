/// What a profile says about its conformance: where its programs are, and which rows it cannot pass.
public struct ConformanceClaims: Hashable, Sendable {
    /// The directories of its programs in `Sandboxes/conformance/`; the first that has a row gives it.
    public var sets: [String]
    /// Rows that this implementation cannot have, each with the reason.
    public var notApplicable: [ConformanceRow: String]
    /// Rows that it should pass and does not, each with the reason.
    public var knownFailures: [ConformanceRow: String]

    /// The given claims.
    public init(
        sets: [String],
        notApplicable: [ConformanceRow: String] = [:],
        knownFailures: [ConformanceRow: String] = [:]
    ) {
        self.sets = sets
        self.notApplicable = notApplicable
        self.knownFailures = knownFailures
    }
}

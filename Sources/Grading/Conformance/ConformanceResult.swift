public import Core
public import Languages

/// What trying one row of the conformance suite came to.
public struct ConformanceResult: Sendable, Hashable {
    /// How it stands with the row.
    public enum Conclusion: Sendable, Hashable {
        /// The program did what it had to, and was judged as it had to be.
        case passed
        /// It was not; or it was, where the profile says that it is not.
        case failed(String)
        /// It was not, as the profile says.
        case knownFailure(String)
        /// The language, or this implementation of it, cannot have the row.
        case notApplicable(String)
        /// There is no program for it.
        case missing(String)
    }

    /// The row.
    public var row: ConformanceRow
    /// How it stands with it; the reasons are one line each.
    public var conclusion: Conclusion
    /// What the run of the program used; nil where nothing was run.
    public var usage: Usage?

    /// The result of trying `row`.
    public init(row: ConformanceRow, conclusion: Conclusion, usage: Usage? = nil) {
        self.row = row
        self.conclusion = conclusion
        self.usage = usage
    }

    /// Whether nothing is to be done about it.
    public var isFine: Bool {
        switch conclusion {
        case .passed, .knownFailure, .notApplicable: true
        case .failed, .missing: false
        }
    }
}

public import Core
public import Problems

/// One submission of a batch.
public struct BatchItem: Sendable {
    /// What is expected of a submission.
    public enum Expectation: Sendable {
        /// Nothing.
        case nothing
        /// One of these verdicts.
        case verdicts(Set<Verdict>)
        /// What a package says of one of its own submissions.
        case reference(ReferenceSubmission)
    }

    /// What it is called, in this batch only once.
    public var id: String
    /// The problem's package, as `PackageShelf` finds it.
    public var package: String
    /// The files, and the entry where one is named.
    public var files: [Submission.SourceFile]
    /// The file (or class) to start, where its author named one.
    public var entry: String?
    /// The language; nil: told by the files.
    public var language: LanguageID?
    /// What is expected of it.
    public var expectation: Expectation
    /// Why it cannot be judged, where that is known already.
    public var flaw: String?

    /// A submission with these parts.
    public init(
        id: String,
        package: String,
        files: [Submission.SourceFile],
        entry: String? = nil,
        language: LanguageID? = nil,
        expectation: Expectation = .nothing,
        flaw: String? = nil
    ) {
        self.id = id
        self.package = package
        self.files = files
        self.entry = entry
        self.language = language
        self.expectation = expectation
        self.flaw = flaw
    }
}

extension BatchItem.Expectation {
    /// The verdicts that are as expected; empty where none is stated.
    public var verdicts: Set<Verdict> {
        switch self {
        case .nothing: []
        case .verdicts(let verdicts): verdicts
        case .reference(let submission): submission.expectedVerdicts
        }
    }

    /// In what `report` is not as expected; nil where nothing is expected.
    public func surprises(in report: Report) -> [String]? {
        switch self {
        case .nothing: return nil
        case .verdicts(let verdicts):
            if verdicts.contains(report.verdict) { return [] }
            let expected = Verdict.allCases.filter(verdicts.contains).map(\.rawValue).joined(separator: " or ")
            return ["the verdict is \(report.verdict.rawValue), and \(expected) is expected"]
        case .reference(let submission): return submission.surprises(in: report)
        }
    }
}

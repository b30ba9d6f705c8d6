public import Core

/// A submission that a package brings along, with what its authors expect of it.
public struct ReferenceSubmission: Sendable {
    /// The directory below `submissions`, as in `wrong_answer`.
    public var directory: String
    /// The name of the file or directory there.
    public var name: String
    /// Its files, in the order of their names; what is in a directory of it has that before its name.
    public var files: [Submission.SourceFile]
    /// The verdicts that are as expected; empty where the package does not say.
    public var expectedVerdicts: Set<Verdict>
    /// What is expected of its tests; all of it must hold.
    public var expectations: [Expectation] = []
    /// Its language, where the package states one.
    public var language: LanguageID?
    /// The file (or class) to start, where the package states one.
    public var entry: String?
    /// Whether it gets another score than the best that there is (`partially_accepted`).
    public var isPartial = false
    /// The best score that there is, where that is not the largest (legacy, `objective: min`); infinite where there is none.
    public var leastScore: Double?
    /// The score that a tag in its sources states.
    public var taggedScore: Double?
    /// Whether a tag in its sources states the verdicts, and not its directory.
    public var isTagged = false
    /// Whether graders stand between the verdicts of its tests and its own, so that this is what its directory is about:
    /// what they accept may have failed tests (legacy).
    public var isGraded = false
    /// Whether `submissions.yaml` says something of its tests.
    public var isRuled = false

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

    /// Its path below `submissions`.
    public var path: String { "\(directory)/\(name)" }

    /// In what `report`, of this submission, is not as expected, each as a phrase; empty where it is.
    public func surprises(in report: Report) -> [String] {
        if report.verdict == .judgeError { return ["the judging failed (JE)"] }
        if report.verdict == .compileError {
            return expectedVerdicts.isEmpty || expectedVerdicts.contains(.compileError) ? [] : ["it does not compile"]
        }
        var surprises = expectations.flatMap { $0.surprises(in: report) }
        if expectations.isEmpty || isTagged || isGraded, !expectedVerdicts.isEmpty,
            !expectedVerdicts.contains(report.verdict)
        {
            surprises.append("the verdict is \(report.verdict.rawValue), and \(expectedVerdicts.words) is expected")
        }
        if expectedVerdicts == [.compileError] { surprises.append("it compiles, and should not") }
        if isPartial, let score = report.score, let best = leastScore ?? report.maxScore, score.isSameScore(as: best) {
            surprises.append("it has the best score, and is among the partially accepted ones")
        }
        if let taggedScore, let score = report.score, !score.isSameScore(as: taggedScore) {
            surprises.append("the score is \(score), and its tag says \(taggedScore)")
        }
        return surprises
    }
}

internal import Core
internal import Linux

extension Problem {
    /// The submissions in the package, in the order of their paths; constants in their sources are replaced.
    ///
    /// - Throws: `PackageError` when one cannot be read, or expects something unknown.
    public func referenceSubmissions() throws(PackageError) -> [ReferenceSubmission] {
        let findings = Findings(directory: directory)
        let tree = PackageTree(root: directory, findings: findings)
        var submissions: [ReferenceSubmission] = []
        guard tree.kind("submissions") == .directory else { return [] }
        let rules = format == .legacy ? SubmissionRules() : SubmissionRules(tree)
        for group in tree.entries("submissions") where group.kind == .directory {
            for entry in tree.entries("submissions/\(group.name)") {
                if let submission = submission(entry, in: group.name, rules, tree) { submissions.append(submission) }
            }
        }
        try findings.check()
        return submissions
    }

    private func submission(
        _ entry: HostDirectory.Entry,
        in group: String,
        _ rules: SubmissionRules,
        _ tree: PackageTree
    ) -> ReferenceSubmission? {
        let path = "submissions/\(group)/\(entry.name)"
        var files: [Submission.SourceFile] = []
        var tagged: Set<Verdict>?
        let names = entry.kind == .directory ? tree.paths(below: path) : [entry.name]
        for name in names {
            let filePath = entry.kind == .directory ? "\(path)/\(name)" : path
            guard let bytes = tree.bytes(filePath) else { continue }
            files.append(Submission.SourceFile(name: name, content: constants.replaced(in: bytes)))
            if tagged == nil, let tag = ExpectedVerdicts.Tag(in: bytes) { tagged = verdicts(of: tag, filePath, tree) }
        }
        var submission = ReferenceSubmission(
            directory: group,
            name: entry.name,
            files: files,
            expectedVerdicts: tagged ?? ExpectedVerdicts.ofDirectory(group, format: format) ?? []
        )
        (submission.language, submission.entry) = rules.start(of: submission.path)
        // A tag takes the place of all that the directory says, and not of what rules say. So do graders: what a failed test
        // means is up to them.
        let isTagged = tagged != nil
        submission.isGraded = !data.hasVerdictOfItsTests
        let defaults =
            isTagged || submission.isGraded ? nil : ExpectedVerdicts.expectation(ofDirectory: group, format: format)
        submission.expectations = rules.expectations(of: submission.path, in: group, defaults, isTagged: isTagged)
        submission.isTagged = isTagged
        submission.isRuled = rules.rules.contains { $0.says(somethingOf: submission.path) }
        submission.isPartial = tagged == nil && group == "partially_accepted"
        if isSmallerBetter { submission.leastScore = data.least ?? -.infinity }
        submission.taggedScore = taggedScore(of: submission, path, entry.kind == .directory, tree)
        return submission
    }

    private func taggedScore(
        of submission: ReferenceSubmission,
        _ path: String,
        _ isDirectory: Bool,
        _ tree: PackageTree
    ) -> Double? {
        for file in submission.files {
            guard let tag = ScoreTag(in: file.content) else { continue }
            if let score = tag.score { return score }
            tree.findings.report(
                isDirectory ? "\(path)/\(file.name)" : path,
                line: tag.line,
                "the expected score \"\(tag.text)\" is no number",
                mend: "write one, as in @EXPECTED_SCORE@: 40"
            )
        }
        return nil
    }

    private func verdicts(of tag: ExpectedVerdicts.Tag, _ path: String, _ tree: PackageTree) -> Set<Verdict> {
        var verdicts: Set<Verdict> = []
        for word in tag.words {
            guard let meant = ExpectedVerdicts.ofWord(word) else {
                tree.findings.report(
                    path,
                    line: tag.line,
                    "the expected result \"\(word)\" is unknown",
                    mend: "write words such as CORRECT, WRONG-ANSWER, TIMELIMIT or RUN-ERROR, with commas"
                )
                continue
            }
            if meant.isEmpty { return [] }
            verdicts.formUnion(meant)
        }
        return verdicts
    }
}

extension TestGroup {
    /// Whether it is accepted just when all its tests are, and else has the worst of their verdicts.
    fileprivate var hasVerdictOfItsTests: Bool {
        switch grading {
        case .passFail, .newer: break
        case .customGrader: return false
        case .standardGrader(let grader, _):
            if grader.verdictMode != .worstError || grader.ignoresSample || grader.acceptsIfAny { return false }
        }
        return groups.allSatisfy(\.hasVerdictOfItsTests)
    }

    /// The smallest score that it can have, where it states one (legacy, `range`).
    fileprivate var least: Double? {
        switch grading {
        case .passFail, .newer: nil
        case .standardGrader(_, let scores), .customGrader(_, let scores): scores.range.lowerBound
        }
    }
}

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
        // A tag takes the place of all that the directory says.
        if tagged == nil {
            submission.expectations = rules.expectations(of: submission.path, in: group, format: format)
            submission.isPartial = group == "partially_accepted"
        }
        return submission
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

/// A pattern of `submissions.yaml` that stands for nothing.
public struct IdleRule: Hashable, Sendable {
    /// The pattern of submissions.
    public let pattern: String
    /// The pattern of tests under it; nil: it is the other one that stands for nothing.
    public let scope: String?
}

extension Problem {
    /// The rules of `submissions.yaml` that match none of `submissions`, or none of the tests.
    ///
    /// - Throws: `PackageError` when the file cannot be read.
    public func idleRules(among submissions: [ReferenceSubmission]) throws(PackageError) -> [IdleRule] {
        guard format != .legacy else { return [] }
        let findings = Findings(directory: directory)
        let rules = SubmissionRules(PackageTree(root: directory, findings: findings)).rules
        try findings.check()
        let paths = submissions.map(\.path) + Set(submissions.map(\.directory))
        let names = tests.map(\.name) + groupNames(of: data)
        return rules.flatMap { rule -> [IdleRule] in
            guard paths.contains(where: rule.pattern.matches) else {
                return [IdleRule(pattern: rule.pattern.text, scope: nil)]
            }
            let scopes = rule.scoped.compactMap(\.scope).filter { scope in !names.contains(where: scope.matches) }
            return scopes.map { IdleRule(pattern: rule.pattern.text, scope: $0.text) }
        }
    }

    private func groupNames(of group: TestGroup) -> [String] {
        (group.staticTest == nil ? [group.name] : [group.name, "\(group.name)/static"])
            + group.groups.flatMap { groupNames(of: $0) }
    }
}

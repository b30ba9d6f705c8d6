/// What the format 2025-09 demands of groups and of what they say of each other.
struct GroupRules {
    private let tree: PackageTree
    private let type: ProblemType

    init(_ tree: PackageTree, _ type: ProblemType) {
        self.tree = tree
        self.type = type
    }

    /// Reports everything in which the groups below `root` break the rules.
    func check(_ root: TestGroup) {
        if let sample = root.group(named: "sample") { checkSample(sample) }
        guard let secret = root.group(named: "secret") else { return }
        let groups = secret.groups
        if !groups.isEmpty, groups.count != secret.members.count {
            let message = "there are tests beside the groups"
            if type.isScoring {
                report(secret, message, mend: "put each test into a group, or have no groups")
            } else {
                tree.findings.note("data/secret", message)
            }
        }
        for group in groups {
            for nested in group.groups {
                report(nested, "this group is in a group", mend: "remove its test_group.yaml")
            }
            if group.members.isEmpty, group.staticTest == nil {
                report(group, "the group is empty", mend: "add tests, or a static_validation_score")
            }
        }
        for group in [secret] + groups { checkScoring(group, secret) }
        checkRequirements(secret, root)
    }

    private func checkSample(_ sample: TestGroup) {
        for group in sample.groups { report(group, "samples are in no groups", mend: "remove its test_group.yaml") }
    }

    private func checkScoring(_ group: TestGroup, _ secret: TestGroup) {
        if let score = group.staticTest?.score, !type.isScoring || group.aggregation == .passFail {
            report(
                group,
                "the static_validation_score is \(score), and nothing here has a score",
                mend: "write \"static_validation_score: pass-fail\""
            )
        }
        guard case .newer(let grading) = group.grading, case .newer(let whole) = secret.grading else { return }
        if grading.maximum == nil, whole.maximum != nil {
            report(group, "the group has no max_score", mend: "add one, since \(secret.name) has one")
        }
        if grading.maximum == nil, grading.aggregation == .passFail {
            report(group, "a pass-fail group needs a bounded max_score", mend: "write a number")
        }
        if whole.aggregation == .passFail, grading.aggregation != .passFail {
            report(
                group,
                "the score_aggregation is \(grading.aggregation.rawValue), and that of secret is pass-fail",
                mend: "write pass-fail here, or something else there"
            )
        }
        if let score = group.staticTest?.score, let maximum = grading.maximum, score > maximum {
            report(group, "the static_validation_score \(score) is above the max_score \(maximum)", mend: "lower it")
        }
    }

    private func checkRequirements(_ secret: TestGroup, _ root: TestGroup) {
        for group in [secret] + secret.groups {
            for name in group.requires {
                let target = root.group(named: name) ?? root.group(named: "secret/\(name)")
                guard let target, !target.name.isEmpty else {
                    report(group, "require_pass names \"\(name)\", and there is no such group", mend: "name another")
                    continue
                }
                if group.name == "secret", target.name != "sample" {
                    report(group, "secret may require nothing but sample", mend: "remove \(name)")
                } else if !(target.name.utf8.lexicographicallyPrecedes(group.name.utf8)) {
                    report(group, "\(name) comes after it", mend: "require groups that come before it by their names")
                } else if case .newer(let grading) = target.grading, grading.aggregation != .passFail {
                    report(group, "require_pass names \(name), which is no pass-fail group", mend: "name another")
                }
            }
        }
    }

    private func report(_ group: TestGroup, _ message: String, mend: String) {
        tree.findings.report("data/\(group.name)", message, mend: mend)
    }
}

extension TestGroup {
    /// How scores of the format 2025-09 are put together; nil where there are none.
    fileprivate var aggregation: NewerGrading.Aggregation? {
        if case .newer(let grading) = grading { grading.aggregation } else { nil }
    }
}

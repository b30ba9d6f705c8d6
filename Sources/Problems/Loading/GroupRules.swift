/// What the format 2025-09 demands of groups and of what they say of each other.
struct GroupRules {
    private let tree: PackageTree
    private let type: ProblemType
    /// The names of all tests, in their order.
    private let tests: [String]
    /// The names of the groups that say that their score is unbounded.
    private let unbounded: Set<String>

    init(_ tree: PackageTree, _ type: ProblemType, tests: [TestCase], unbounded: Set<String>) {
        self.tree = tree
        self.type = type
        self.tests = tests.map(\.name)
        self.unbounded = unbounded
    }

    /// Reports everything in which the groups below `root` break the rules.
    func check(_ root: TestGroup) {
        if let sample = root.group(named: "sample") { checkSample(sample) }
        guard let secret = root.group(named: "secret") else { return }
        let groups = secret.groups
        if !groups.isEmpty, groups.count != secret.members.count { tellBeside(secret) }
        for group in groups {
            for nested in group.groups {
                report(nested, "this group is in a group", mend: "remove its test_group.yaml")
            }
            if group.members.isEmpty, group.staticTest == nil {
                report(group, "the group is empty", mend: "add tests, or a static_validation_score")
            }
        }
        for group in [secret] + groups { checkScoring(group, secret) }
        checkSum(secret)
        checkRequirements(secret, root)
    }

    /// Tells of the tests of `secret` that are in none of its groups.
    private func tellBeside(_ secret: TestGroup) {
        var directories: Set<String> = []
        for case .test(let index) in secret.members {
            let parts = tests[index].split(separator: "/")
            directories.insert(parts.count > 2 ? "data/\(parts[0])/\(parts[1])" : "data/secret")
        }
        for directory in directories.sorted() {
            let isPlain = directory == "data/secret"
            let message =
                isPlain ? "there are tests beside the groups" : "this directory is beside the groups and is none"
            let mend =
                isPlain ? "put each test into a group, or have no groups" : "add a test_group.yaml, which may be empty"
            if type.isScoring {
                tree.findings.report(directory, message, mend: mend)
            } else {
                tree.findings.fault(directory, message, mend: mend)
            }
        }
    }

    /// Whoever solves everything must not get more than there is to get.
    private func checkSum(_ secret: TestGroup) {
        guard case .newer(let whole) = secret.grading, let maximum = whole.maximum, whole.aggregation == .sum,
            !secret.groups.isEmpty
        else { return }
        let sum = secret.groups.reduce(secret.staticTest?.score ?? 0) { sum, group in
            guard case .newer(let grading) = group.grading else { return sum }
            return sum + (grading.maximum ?? 0)
        }
        if sum > maximum {
            tree.findings.fault(
                "data/secret",
                "the groups' max_score are \(sum) together, and secret has \(maximum)",
                mend: "lower them, or write \"max_score: \(sum)\" in data/secret/test_group.yaml"
            )
        }
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
            let isSaid = unbounded.contains(group.name)
            report(
                group,
                isSaid ? "the max_score is unbounded, and that of secret is not" : "the group has no max_score",
                mend: isSaid ? "write a number, or unbounded there" : "add one, since \(secret.name) has one"
            )
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

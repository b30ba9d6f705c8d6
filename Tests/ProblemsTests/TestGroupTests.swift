import Core
import Problems
import Testing

@Suite struct TestGroupTests {
    private static let newer = "problem_format_version: 2025-09\ntype: scoring\n"

    private func pairs(_ names: String...) -> [String: String] {
        Dictionary(uniqueKeysWithValues: names.flatMap { [("data/\($0).in", ""), ("data/\($0).ans", "")] })
    }

    private func package(_ yaml: String, _ files: [String: String]...) -> ScratchPackage {
        ScratchPackage(files.reduce(["problem.yaml": yaml]) { $0.merging($1) { $1 } })
    }

    /// The groups in one text: `name[members]`.
    private func shape(_ group: TestGroup, _ tests: [TestCase]) -> String {
        let members = group.members.map { member in
            switch member {
            case .test(let index): tests[index].name.split(separator: "/").last.map(String.init) ?? ""
            case .group(let group): shape(group, tests)
            }
        }
        return "\(group.name)[\(members.joined(separator: " "))]"
    }

    @Test func `every directory is a group in the older format`() throws {
        let package = package("", pairs("sample/1", "secret/a/1", "secret/a/b/2", "secret/c"))
        try package.use { problem in
            #expect(
                shape(problem.data, problem.tests) == "[sample[1] secret[secret/a[1 secret/a/b[2]] c]]"
            )
        }
    }

    @Test func `a directory is a group in the newer format where it says so`() throws {
        let group = "max_score: 40\n"
        let package = package(
            Self.newer,
            pairs("sample/1", "secret/a/1", "secret/a/deep/2", "secret/b/1"),
            ["data/secret/a/test_group.yaml": group, "data/secret/b/test_group.yaml": group]
        )
        try package.use { problem in
            #expect(
                shape(problem.data, problem.tests) == "[sample[1] secret[secret/a[1 2] secret/b[1]]]"
            )
            #expect(
                problem.data.group(named: "secret/a")?.grading == .newer(.init(aggregation: .passFail, maximum: 40))
            )
            #expect(problem.data.group(named: "secret")?.grading == .newer(.init(aggregation: .sum, maximum: 100)))
            #expect(problem.data.group(named: "sample")?.grading == .passFail)
            #expect(problem.data.testIndices == [0, 1, 2, 3])
        }
    }

    @Test func `a legacy group grades as it or a group above says`() throws {
        let package = package(
            "type: scoring",
            pairs("sample/1", "secret/a/1", "secret/b/1"),
            [
                "data/testdata.yaml": "grader_flags: ignore_sample max\non_reject: continue\nrange: 0 100\n",
                "data/secret/a/testdata.yaml": "grader_flags: min accept_if_any_accepted\naccept_score: 40\n",
                "data/secret/b/testdata.yaml": "grading: custom\ngrader_flags: hard\nreject_score: -1\n",
                "graders/g.py": "",
            ]
        )
        try package.use { problem in
            var root = StandardGrader()
            (root.scoreMode, root.ignoresSample) = (.maximum, true)
            var scores = LegacyScores()
            scores.range = 0...100
            #expect(problem.data.grading == .standardGrader(root, scores))
            root.ignoresSample = false
            #expect(problem.data.group(named: "secret")?.grading == .standardGrader(root, scores))
            #expect(problem.data.group(named: "secret")?.onReject == .continue)
            var inner = StandardGrader()
            (inner.scoreMode, inner.acceptsIfAny) = (.minimum, true)
            scores.accept = 40
            #expect(problem.data.group(named: "secret/a")?.grading == .standardGrader(inner, scores))
            (scores.accept, scores.reject) = (1, -1)
            #expect(problem.data.group(named: "secret/b")?.grading == .customGrader(flags: ["hard"], scores))
            #expect(problem.grader?.name == "graders/g.py")
        }
    }

    @Test func `a group can need the static validator and groups before it`() throws {
        let package = package(
            Self.newer,
            pairs("sample/1", "secret/a/1"),
            [
                "data/secret/a/test_group.yaml": "max_score: 40\n",
                "data/secret/b/test_group.yaml":
                    "max_score: 60\nscore_aggregation: sum\nstatic_validation_score: 20\nrequire_pass: [sample, secret/a]\n"
                    + "static_validator_args: short\n",
                "static_validator/v.py": "",
            ]
        )
        try package.use { problem in
            let group = try #require(problem.data.group(named: "secret/b"))
            #expect(group.staticTest == StaticTest(score: 20, arguments: ["short"]))
            #expect(group.requires == ["sample", "secret/a"])
            #expect(problem.staticValidator?.name == "static_validator")
        }
    }

    @Test(arguments: [
        ("on_reject: stop", "on_reject is \"stop\"; write break or continue"),
        ("grading: own", "grading is \"own\"; write default or custom"),
        (
            "grader_flags: best",
            "the standard grader has no flag \"best\"; it has worst_error, first_error, always_accept, sum, avg, min, max, "
                + "ignore_sample and accept_if_any_accepted"
        ),
        ("range: 5", "range is \"5\"; write the smallest and the largest score, as in \"0 100\" or \"-inf +inf\""),
        ("range: 5 1", "range is \"5 1\"; write the smallest and the largest score, as in \"0 100\" or \"-inf +inf\""),
        ("accept_score: good", "accept_score is \"good\" and must be a number; write one"),
        ("grading: custom", "graders: there is no grader; add one"),
    ])
    func `a mistake in a legacy group is told`(yaml: String, message: String) {
        let issues = package("type: scoring", pairs("secret/1"), ["data/secret/testdata.yaml": yaml]).issues()
        #expect(issues.count == 1)
        #expect(issues.first == (message.hasPrefix("graders") ? message : "data/secret/testdata.yaml:1: " + message))
    }

    @Test(arguments: ["accept_score", "reject_score"])
    func `scores are for scoring problems`(key: String) {
        let issues = package("", pairs("secret/1"), ["data/secret/testdata.yaml": "\(key): 1"]).issues()
        #expect(
            issues == [
                "data/secret/testdata.yaml:1: \(key) is for scoring problems; remove it, or write \"type: scoring\""
            ]
        )
    }

    /// What `data/secret/b/test_group.yaml` says, besides a right `data/secret/a`, and what is said of it.
    @Test(arguments: [
        ("score_aggregation: pass-fail", "data/secret/b: the group has no max_score; add one, since secret has one"),
        (
            "max_score: unbounded",
            "data/secret/b: the max_score is unbounded, and that of secret is not; write a number, or unbounded there"
        ),
        ("max_score: -1", "data/secret/b/test_group.yaml:1: max_score is \"-1\" and must be"),
        (
            "max_score: 1\nscore_aggregation: most",
            "data/secret/b/test_group.yaml:2: score_aggregation is \"most\"; write pass-fail, sum or min"
        ),
        (
            "max_score: 1\nstatic_validation_score: 1",
            "data/secret/b: the static_validation_score is 1, and nothing here has a score; "
        ),
        (
            "max_score: 1\nscore_aggregation: sum\nstatic_validation_score: 2",
            "data/secret/b: the static_validation_score 2 is above the max_score 1; lower it"
        ),
        (
            "max_score: 1\nrequire_pass: secret/c",
            "data/secret/b: require_pass names \"secret/c\", and there is no such group; name another"
        ),
        ("max_score: 1\nrequire_pass: secret/b", "data/secret/b: secret/b comes after it; "),
        (
            "max_score: 1\nrequire_pass: secret/a",
            "data/secret/b: require_pass names secret/a, which is no pass-fail group; name another"
        ),
    ])
    func `a mistake in a newer group is told`(yaml: String, message: String) {
        let issues = package(
            Self.newer,
            pairs("secret/a/1", "secret/b/1"),
            [
                "data/secret/a/test_group.yaml": "max_score: 10\nscore_aggregation: min\n",
                "data/secret/b/test_group.yaml": yaml, "static_validator/v.py": "",
            ]
        ).issues()
        #expect(issues.contains { $0.hasPrefix(message) }, "\(issues)")
    }

    @Test(arguments: [
        (
            ["data/sample/test_group.yaml": "max_score: 1"],
            "data/sample/test_group.yaml:1: the samples have no max_score"
        ),
        (
            ["data/sample/test_group.yaml": "static_validation_score: 1"],
            "data/sample/test_group.yaml:1: the samples have no scores"
        ),
        (["data/sample/x/test_group.yaml": ""], "data/sample/x: samples are in no groups"),
        (["data/secret/a/test_group.yaml": "max_score: 1"], "data/secret: there are tests beside the groups"),
        (
            ["data/secret/test_group.yaml": "score_aggregation: pass-fail\nrequire_pass: secret"],
            "data/secret: secret may require nothing but sample"
        ),
        (
            ["data/secret/test_group.yaml": "static_validation_score: pass-fail"],
            "static_validator: a group has a static_validation_score, and there is no static validator"
        ),
        (
            ["data/secret/test_group.yaml": "max_score: unbounded\nscore_aggregation: pass-fail"],
            "data/secret: a pass-fail group needs a bounded max_score"
        ),
    ])
    func `a mistake among groups is told`(files: [String: String], message: String) {
        let issues = package(Self.newer, pairs("sample/1", "secret/1"), files).issues()
        #expect(issues.contains { $0.hasPrefix(message + "; ") }, "\(issues)")
    }

    @Test(arguments: ["max_score: 1", "score_aggregation: sum", "require_pass: sample"])
    func `scores are for scoring problems in the newer format, too`(yaml: String) {
        let issues = package(
            "problem_format_version: 2025-09",
            pairs("secret/1"),
            ["data/secret/test_group.yaml": yaml]
        ).issues()
        #expect(
            issues.count == 1 && issues[0].contains(" is for scoring problems; remove it, or add scoring to \"type\"")
        )
    }

    @Test(arguments: ["interactive", "multi-pass"])
    func `a validator of its own is needed where it does more than compare`(type: String) {
        let issues = package("problem_format_version: 2025-09\ntype: \(type)", pairs("secret/1")).issues()
        #expect(issues == ["output_validator: the problem is \(type) and has no output validator of its own; add one"])
    }
}

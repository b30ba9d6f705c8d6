import Core
import Problems
import Testing

@testable import Grading

/// Groups and their scores, from the package's words to the report.
@Suite struct AssessmentTests {
    /// A problem of the newer format, with groups of two tests each.
    private static func newer(
        _ groups: [(aggregation: NewerGrading.Aggregation, maximum: Int?, requires: [String], isStatic: Int?)],
        secret: NewerGrading = NewerGrading(aggregation: .sum, maximum: 100)
    ) -> Problem {
        var problem = Problem.toy(tests: 1 + 2 * groups.count)
        problem.format = .y2025_09
        problem.type.isScoring = true
        var root = TestGroup(name: "")
        root.onReject = .continue
        var sample = TestGroup(name: "sample")
        sample.members = [.test(0)]
        var whole = TestGroup(name: "secret")
        whole.grading = .newer(secret)
        for (index, group) in groups.enumerated() {
            var inner = TestGroup(name: "secret/\(index)")
            inner.grading = .newer(NewerGrading(aggregation: group.aggregation, maximum: group.maximum))
            inner.requires = group.requires
            inner.members = [.test(1 + 2 * index), .test(2 + 2 * index)]
            if let score = group.isStatic { inner.staticTest = StaticTest(score: score, arguments: []) }
            whole.members.append(.group(inner))
        }
        root.members = [.group(sample), .group(whole)]
        problem.data = root
        return problem
    }

    /// Which tests are run of a submission whose tests would come to `verdicts`, and what it is worth.
    private static func judged(
        _ problem: Problem,
        _ verdicts: String,
        allTests: Bool = false,
        samplesOnly: Bool = false
    ) async throws -> String {
        let words = verdicts.split(separator: " ")
        let agenda = Agenda(problem, samplesOnly: samplesOnly)
        #expect(agenda.names.count == words.count)
        let assessment = Assessment(agenda: agenda, problem: problem, allTests: allTests) { members, flags in
            // A grader of our own: the last one's verdict, and as many points as there are members.
            GroupResult(verdict: members.last?.verdict ?? .accepted, reason: nil, score: Double(members.count))
        }
        let tests = try await TestSeries(names: agenda.names, width: 3).run(
            isNeeded: { (place, known) async throws(GradingError) in try await assessment.isNeeded(place, known) },
            judge: { place in
                let parts = words[place].split(separator: ":")
                var test = Report.Test(
                    name: agenda.names[place],
                    verdict: Verdict(rawValue: String(parts[0])) ?? .judgeError
                )
                let given: GivenScore? = parts.count > 1 ? .score(Double(parts[1]) ?? 0) : nil
                test.apply(agenda.entries[place].rule, given: given)
                return test
            },
            progress: { _, _ in }
        )
        let score = try await Score(assessment, tests)
        let shown = [score.verdict.rawValue, score.score.map { "\($0)" } ?? "-", score.maximum.map { "\($0)" } ?? "-"]
        return (tests.map(\.verdict.rawValue) + ["="] + shown).joined(separator: " ")
    }

    private static let plain = newer([(.passFail, 40, [], nil), (.passFail, 60, [], nil)])

    @Test(arguments: [
        ("AC AC AC AC AC", "AC AC AC AC AC = AC 100.0 100.0"),
        // A failed group costs its points, and the rest of its tests are not needed.
        ("AC WA AC AC AC", "AC WA SK AC AC = WA 60.0 100.0"), ("AC AC AC TLE AC", "AC AC AC TLE SK = TLE 40.0 100.0"),
        ("AC WA AC RTE AC", "AC WA SK RTE SK = WA 0.0 100.0"),
        // Samples give no points and take none.
        ("WA AC AC AC AC", "WA AC AC AC AC = WA 100.0 100.0"),
        // A broken problem ends it all.
        ("AC JE AC AC AC", "AC JE SK SK SK = JE 0.0 100.0"), ("AC AC:1 AC AC AC", "AC JE SK SK SK = JE 0.0 100.0"),
    ])
    func `pass-fail groups give all of their points or none`(verdicts: String, expected: String) async throws {
        #expect(try await Self.judged(Self.plain, verdicts) == expected)
    }

    @Test(arguments: [
        ("AC AC AC AC AC", "AC AC AC AC AC = AC 100.0 100.0"), ("AC WA AC AC AC", "AC WA AC AC AC = WA 80.0 100.0"),
        ("AC AC:7 AC AC:50 AC:45", "AC AC AC AC AC = AC 72.0 100.0"),
        ("AC AC AC WA AC", "AC AC AC WA SK = WA 40.0 100.0"),
        ("AC AC:21 AC AC AC", "AC JE SK SK SK = JE 0.0 100.0"),
    ])
    func `sums and minimums are taken of the tests' points`(verdicts: String, expected: String) async throws {
        let problem = Self.newer([(.sum, 40, [], nil), (.minimum, 60, [], nil)])
        #expect(try await Self.judged(problem, verdicts) == expected)
    }

    @Test(arguments: [
        // What the third group requires was not run at all here.
        ("WA AC AC AC AC AC AC", "WA SK SK AC AC SK SK = WA 20.0 100.0"),
        ("AC WA AC AC AC AC AC", "AC WA SK AC AC SK SK = WA 20.0 100.0"),
        ("AC AC AC WA AC AC AC", "AC AC AC WA SK AC AC = WA 80.0 100.0"),
        ("AC AC AC AC AC AC AC", "AC AC AC AC AC AC AC = AC 100.0 100.0"),
    ])
    func `a group is not run before what it requires is accepted`(verdicts: String, expected: String) async throws {
        let problem = Self.newer([
            (.passFail, 50, ["sample"], nil), (.passFail, 20, [], nil), (.passFail, 30, ["secret/0"], nil),
        ])
        #expect(try await Self.judged(problem, verdicts) == expected)
    }

    @Test func `a static test is worth points of its own, before the others`() async throws {
        let problem = Self.newer([(.sum, 50, [], 10), (.passFail, 50, [], nil)])
        #expect(Agenda(problem, samplesOnly: false).names[1] == "secret/0/static")
        #expect(try await Self.judged(problem, "AC AC AC AC AC AC") == "AC AC AC AC AC AC = AC 100.0 100.0")
        #expect(try await Self.judged(problem, "AC WA AC AC AC AC") == "AC WA AC AC AC AC = WA 90.0 100.0")
        #expect(try await Self.judged(problem, "AC AC:5 AC WA AC AC") == "AC AC AC WA AC AC = WA 75.0 100.0")
    }

    @Test func `a pass-fail whole needs every group, and a minimum is the weakest one's`() async throws {
        let all = Self.newer(
            [(.passFail, 40, [], nil), (.passFail, 60, [], nil)],
            secret: NewerGrading(aggregation: .passFail, maximum: 100)
        )
        #expect(try await Self.judged(all, "AC WA AC AC AC") == "AC WA SK SK SK = WA 0.0 100.0")
        #expect(try await Self.judged(all, "AC AC AC AC AC") == "AC AC AC AC AC = AC 100.0 100.0")
        let weakest = Self.newer(
            [(.sum, 40, [], nil), (.sum, 60, [], nil)],
            secret: NewerGrading(aggregation: .minimum, maximum: 100)
        )
        #expect(try await Self.judged(weakest, "AC AC AC AC AC") == "AC AC AC AC AC = AC 40.0 100.0")
        // A group with a part of its points leaves open how many the smallest are, one without any does not.
        #expect(try await Self.judged(weakest, "AC AC WA AC AC") == "AC AC WA AC AC = WA 20.0 100.0")
        #expect(try await Self.judged(weakest, "AC WA WA AC AC") == "AC WA WA SK SK = WA 0.0 100.0")
    }

    @Test(arguments: [12, 14, 17, 21, 23, 49, 1000])
    func `equal shares of the points are all of them together`(count: Int) async throws {
        var problem = Self.newer([])
        problem.tests = (0...count).map { .toy(String($0), isSample: $0 == 0) }
        var secret = TestGroup(name: "secret")
        secret.grading = .newer(NewerGrading(aggregation: .sum, maximum: 100))
        secret.members = (1...count).map { .test($0) }
        problem.data.members[1] = .group(secret)
        let all = Array(repeating: "AC", count: count + 1).joined(separator: " ")
        #expect(try await Self.judged(problem, all).hasSuffix("= AC 100.0 100.0"))
    }

    @Test func `the last bits of a legacy sum do not leave its range`() async throws {
        var problem = try Self.legacy(["", "", "", ""])
        var scores = LegacyScores()
        (scores.accept, scores.range) = (0.1, 0...0.3)
        var flat = TestGroup(name: "")
        flat.members = [.test(0), .test(1), .test(2)]
        flat.grading = .standardGrader(StandardGrader(), scores)
        problem.data = flat
        #expect(try await Self.judged(problem, "AC AC AC") == "AC AC AC = AC 0.3 0.3")
    }

    @Test func `unbounded points are the validators'`() async throws {
        let problem = Self.newer(
            [(.sum, nil, [], nil), (.minimum, nil, [], nil)],
            secret: NewerGrading(aggregation: .sum, maximum: nil)
        )
        #expect(try await Self.judged(problem, "AC AC:1000 AC:5 AC:7 AC:9") == "AC AC AC AC AC = AC 1012.0 -")
        #expect(try await Self.judged(problem, "AC AC:1 AC AC:7 AC:9") == "AC AC JE SK SK = JE 0.0 -")
    }

    @Test func `more points than there are is a judge error`() async throws {
        let problem = Self.newer([(.passFail, 70, [], nil), (.passFail, 60, [], nil)])
        #expect(try await Self.judged(problem, "AC AC AC AC AC").hasSuffix("= JE 0.0 100.0"))
    }

    // MARK: - Legacy

    /// Groups of two tests below `secret`, with these flags of the root's, of `secret`'s and of the groups'.
    private static func legacy(_ flags: [String], onReject: TestGroup.OnReject = .continue) throws -> Problem {
        var problem = Problem.toy(tests: 5)
        problem.type.isScoring = true
        func grading(_ flags: String) throws -> GroupGrading {
            if flags == "custom" { return .customGrader(flags: ["x"], LegacyScores()) }
            var unknown = ""
            let words = flags.split(separator: " ").map(String.init)
            return .standardGrader(try #require(StandardGrader(flags: words, unknown: &unknown)), LegacyScores())
        }
        func group(_ name: String, _ flags: String, _ members: [TestGroup.Member]) throws -> TestGroup {
            var group = TestGroup(name: name)
            (group.grading, group.onReject, group.members) = (try grading(flags), onReject, members)
            return group
        }
        problem.data = try group(
            "",
            flags[0],
            [
                .group(try group("sample", "", [.test(0)])),
                .group(
                    try group(
                        "secret",
                        flags[1],
                        [
                            .group(try group("secret/a", flags[2], [.test(1), .test(2)])),
                            .group(try group("secret/b", flags[3], [.test(3), .test(4)])),
                        ]
                    )
                ),
            ]
        )
        return problem
    }

    @Test(arguments: [
        (["", "", "", ""], "AC AC AC AC AC", "AC AC AC AC AC = AC 5.0 -"),
        (["ignore_sample", "", "", ""], "WA AC AC AC AC", "WA AC AC AC AC = AC 4.0 -"),
        (["", "", "min", ""], "AC WA AC RTE AC", "AC WA AC RTE AC = RTE 2.0 -"),
        (["first_error", "first_error", "", ""], "AC WA AC RTE AC", "AC WA AC RTE AC = WA 3.0 -"),
        (["", "", "accept_if_any_accepted", ""], "AC WA AC AC AC", "AC WA AC AC AC = AC 4.0 -"),
        (["always_accept max", "avg", "", ""], "AC WA WA AC AC", "AC WA WA AC AC = AC 1.0 -"),
        (["", "", "custom", ""], "AC WA AC AC AC", "AC WA AC AC AC = AC 5.0 -"),
        (["", "", "custom", ""], "AC AC WA AC AC", "AC AC WA AC AC = WA 5.0 -"),
    ])
    func `legacy groups are graded as their flags say`(
        flags: [String],
        verdicts: String,
        expected: String
    ) async throws {
        #expect(try await Self.judged(try Self.legacy(flags), verdicts) == expected)
    }

    @Test(arguments: [
        (["", "", "", ""], "AC WA AC AC AC", "AC WA SK SK SK = WA 1.0 -"),
        (["", "", "accept_if_any_accepted", ""], "AC AC WA AC AC", "AC AC WA AC AC = AC 4.0 -"),
        (["", "", "custom", ""], "AC AC AC WA AC", "AC AC AC WA SK = WA 3.0 -"),
        (["ignore_sample", "", "", ""], "WA AC AC AC AC", "WA SK SK SK SK = WA 0.0 -"),
    ])
    func `a rejected member ends a legacy group that does not go on`(
        flags: [String],
        verdicts: String,
        expected: String
    ) async throws {
        #expect(try await Self.judged(try Self.legacy(flags, onReject: .break), verdicts) == expected)
    }

    @Test(arguments: [("WA AC AC AC", "= WA 3.0 -"), ("AC AC AC AC", "= AC 4.0 -")])
    func `where samples are ignored and there are none the secret tests count`(
        verdicts: String,
        expected: String
    ) async throws {
        var problem = try Self.legacy(["ignore_sample", "", "", ""])
        problem.data.members.removeFirst()
        #expect(try await Self.judged(problem, verdicts) == "\(verdicts) \(expected)")
    }

    @Test(arguments: ["", "ignore_sample", "accept_if_any_accepted", "first_error", "custom"], ["AC", "WA"])
    func `of the samples alone the verdict is theirs`(flags: String, verdict: String) async throws {
        let problem = try Self.legacy([flags, flags == "ignore_sample" ? "" : flags, "", ""])
        #expect(try await Self.judged(problem, verdict, samplesOnly: true).hasPrefix("\(verdict) = \(verdict) "))
    }

    @Test func `a legacy group whose tests were not run is told as skipped, with no points`() async throws {
        let problem = try Self.legacy(["", "", "", ""])
        let group = try #require(problem.data.groups.first { $0.name == "secret" }?.groups.first)
        let skipped = GroupResult([.skipped, .skipped], of: group)
        #expect(skipped.verdict == .skipped && skipped.score == 0)
        let partly = GroupResult([GroupResult(verdict: .accepted, reason: nil, score: 1), .skipped], of: group)
        #expect(partly.verdict == .accepted && partly.score == 1)
    }

    @Test func `a legacy score outside of its group's range is a judge error`() async throws {
        var problem = try Self.legacy(["", "", "", ""])
        var scores = LegacyScores()
        scores.range = 0...4
        problem.data.grading = .standardGrader(StandardGrader(), scores)
        #expect(try await Self.judged(problem, "AC AC AC AC AC").hasSuffix("= JE 0.0 4.0"))
        #expect(try await Self.judged(problem, "WA AC AC AC AC").hasSuffix("= WA 4.0 4.0"))
    }

    @Test func `of many tests each takes as little thought as of few`() async throws {
        let count = 20_000
        var problem = Problem.toy(tests: 1)
        problem.tests = Array(repeating: problem.tests[0], count: count)
        problem.data = TestGroup(flat: problem.tests)
        let agenda = Agenda(problem, samplesOnly: false)
        let assessment = Assessment(agenda: agenda, problem: problem, allTests: false) { _, _ in .skipped }
        var known = TestSeries.Known(count: count)
        var needed = 0
        for place in 0..<count {
            if try await assessment.isNeeded(place, known) { needed += 1 }
            if place % 100 == 0 { await Task.yield() }
            let verdict: Verdict = place < count / 2 ? .accepted : place == count / 2 ? .wrongAnswer : .skipped
            known[place] = Report.Test(name: "", verdict: verdict)
        }
        #expect(needed == count / 2 + 1)
    }

    @Test func `what was refused ahead of its turn and is not needed has not been refused`() {
        var known = TestSeries.Known(count: 4)
        known[2] = Report.Test(name: "", verdict: .wrongAnswer)
        known[0] = Report.Test(name: "", verdict: .accepted)
        #expect(Array(known.refused(in: 0..<4)) == [2] && known.isAccepted(in: 0..<2) && !known.isAccepted(in: 1..<3))
        #expect(known.isWhole(in: 0..<1) && known.isWhole(in: 2..<3) && !known.isWhole(in: 0..<3))
        known[2] = Report.Test(name: "", verdict: .skipped)
        known[1] = Report.Test(name: "", verdict: .runtimeError)
        #expect(Array(known.refused(in: 0..<4)) == [1] && known.refused(in: 2..<4).isEmpty)
        #expect(!known.isAccepted(in: 2..<3) && known.isAccepted(in: 3..<4) && known.isWhole(in: 0..<3))
    }
}

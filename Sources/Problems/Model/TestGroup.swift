/// Tests that are judged together: a directory below `data`, or `data` itself.
public struct TestGroup: Sendable {
    /// What is in a group, in the package's order.
    public enum Member: Sendable {
        /// The test with that index among the problem's tests.
        case test(Int)
        /// A group in the group.
        case group(TestGroup)
    }

    /// What becomes of a group's other members when one is rejected.
    public enum OnReject: String, Hashable, Sendable {
        /// They need not be run.
        case `break`
        /// They are run.
        case `continue`
    }

    /// The path below `data`: empty for `data` itself, else as in `secret` or `secret/group1`.
    public var name: String
    /// What is in it.
    public var members: [Member] = []
    /// What becomes of the other members when one is rejected.
    public var onReject = OnReject.break
    /// How verdicts and scores of the members become those of the group.
    public var grading = GroupGrading.passFail
    /// The groups that must be accepted for this one to be run, by their names (2025-09).
    public var requires: [String] = []
    /// The pseudo-test in which the static validator looks at the sources (2025-09).
    public var staticTest: StaticTest?

    /// An empty group called `name`.
    public init(name: String) {
        self.name = name
    }

    /// The root of a problem whose tests are in no other groups than the samples and the secret ones.
    public init(flat tests: [TestCase]) {
        self.init(name: "")
        for (name, isSample) in [("sample", true), ("secret", false)] {
            var group = TestGroup(name: name)
            group.members = tests.indices.filter { tests[$0].isSample == isSample }.map { .test($0) }
            if !group.members.isEmpty { members.append(.group(group)) }
        }
    }

    /// The indices of all tests in it and in the groups below it, in the package's order.
    public var testIndices: [Int] {
        members.flatMap { member in
            switch member {
            case .test(let index): [index]
            case .group(let group): group.testIndices
            }
        }
    }

    /// The groups that are its members.
    public var groups: [TestGroup] {
        members.compactMap { member in if case .group(let group) = member { group } else { nil } }
    }

    /// The group called `name`: itself, or one at any depth below it.
    public func group(named name: String) -> TestGroup? {
        if self.name == name { return self }
        for group in groups {
            if let found = group.group(named: name) { return found }
        }
        return nil
    }
}

/// What the static validator is asked, and what its acceptance is worth (2025-09, `static_validation_score`).
public struct StaticTest: Hashable, Sendable {
    /// What an accepted static test is worth; nil: nothing by itself, but the group needs it.
    public var score: Int?
    /// The validator's arguments after those that it is always given.
    public var arguments: [String]

    /// A static test with these parts.
    public init(score: Int?, arguments: [String]) {
        self.score = score
        self.arguments = arguments
    }
}

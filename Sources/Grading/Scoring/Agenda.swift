internal import Core
public import Problems

/// Everything that is judged of a submission, in its order: the tests, and the static tests of groups.
public struct Agenda: Sendable {
    /// One thing to be judged.
    public enum Item: Sendable {
        /// The test with that index among the problem's tests.
        case test(Int)
        /// The static test of the group with that name.
        case staticTest(group: String)
    }

    /// One thing to be judged, what it is called, and what it is worth.
    struct Entry: Sendable {
        let item: Item
        let name: String
        let rule: ScoreRule
    }

    private(set) var entries: [Entry] = []
    /// The groups, with the places of their members among the entries.
    let root: Node

    /// A group, by the places of its entries.
    struct Node: Sendable {
        enum Member: Sendable {
            case entry(Int)
            case group(Node)
        }

        let group: TestGroup
        let members: [Member]
        /// The groups among the members.
        let groups: [Node]
        /// The places of all entries in it and below it.
        let places: Range<Int>

        /// Whether the entry in that place, which is in it or below it, is in none of its groups.
        func owns(_ place: Int) -> Bool { !groups.contains { $0.places.contains(place) } }

        /// Whether what it comes to, or a group below it, is up to the package's own program.
        var hasCustomGrader: Bool {
            if case .customGrader = group.grading { return true }
            return groups.contains(where: \.hasCustomGrader)
        }
    }

    /// What is judged on `problem`: all of it, or the samples only.
    public init(_ problem: Problem, samplesOnly: Bool) {
        var entries: [Entry] = []
        root = Agenda.node(problem.data, problem, samplesOnly: samplesOnly, into: &entries)
        self.entries = entries
    }

    /// What the items are called, in their order.
    public var names: [String] { entries.map(\.name) }

    private static func node(
        _ group: TestGroup,
        _ problem: Problem,
        samplesOnly: Bool,
        into entries: inout [Entry]
    ) -> Node {
        let rule = testRule(in: group, problem)
        let start = entries.count
        var members: [Node.Member] = []
        var groups: [Node] = []
        if let test = group.staticTest, !samplesOnly || group.name == "sample" {
            members.append(.entry(entries.count))
            entries.append(
                Entry(
                    item: .staticTest(group: group.name),
                    name: "\(group.name)/static",
                    rule: staticRule(test, problem)
                )
            )
        }
        for member in group.members {
            switch member {
            case .test(let index):
                guard problem.tests.indices.contains(index), problem.tests[index].isSample || !samplesOnly else {
                    continue
                }
                members.append(.entry(entries.count))
                entries.append(Entry(item: .test(index), name: problem.tests[index].name, rule: rule))
            case .group(let inner):
                let inner = node(inner, problem, samplesOnly: samplesOnly, into: &entries)
                members.append(.group(inner))
                groups.append(inner)
            }
        }
        return Node(group: group, members: members, groups: groups, places: start..<entries.count)
    }

    /// What each test directly in `group` is worth.
    private static func testRule(in group: TestGroup, _ problem: Problem) -> ScoreRule {
        guard problem.type.isScoring else { return .ignored }
        switch group.grading {
        case .passFail: return .ignored
        case .standardGrader(_, let scores), .customGrader(_, let scores):
            return .legacy(scores, problem.validatorScores)
        case .newer(let grading):
            switch (grading.aggregation, grading.maximum) {
            case (.passFail, _): return .none
            case (_, nil): return .unbounded
            case (.minimum, let maximum?): return .bounded(Double(maximum))
            case (.sum, let maximum?):
                let rest = max(0, maximum - (group.staticTest?.score ?? 0))
                let count = group.members.count { if case .test = $0 { true } else { false } }
                return .bounded(Double(rest) / Double(max(1, count)))
            }
        }
    }

    private static func staticRule(_ test: StaticTest, _ problem: Problem) -> ScoreRule {
        guard problem.type.isScoring else { return .ignored }
        return test.score.map { .bounded(Double($0)) } ?? .none
    }
}

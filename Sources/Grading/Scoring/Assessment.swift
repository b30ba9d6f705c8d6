internal import Core
internal import Problems

/// Which tests are needed after what is known, and what groups come to in the end.
struct Assessment: Sendable {
    /// Who puts the results of a group's members together where the package has its own program for that.
    typealias Grader = @Sendable ([GroupResult], _ flags: [String]) async throws(GradingError) -> GroupResult

    let agenda: Agenda
    let problem: Problem
    /// Whether tests go on after one that was not accepted.
    let allTests: Bool
    let grader: Grader
    /// Whether no test after one that ran into a limit is needed.
    var endsAtLimit = false

    // MARK: - Which tests are needed

    /// Whether the test in that place is needed: what is not known counts as accepted.
    func isNeeded(_ place: Int, _ known: TestSeries.Known) async throws(GradingError) -> Bool {
        // A broken problem does not become whole by more runs.
        if !allTests, let broken = known.firstJudgeError, broken < place { return false }
        if endsAtLimit, let slow = known.firstLimit, slow < place { return false }
        return try await isNeeded(place, in: agenda.root, known)
    }

    private func isNeeded(
        _ place: Int,
        in node: Agenda.Node,
        _ known: TestSeries.Known
    ) async throws(GradingError) -> Bool {
        for name in node.group.requires where try await !isMet(name, known) { return false }
        // A group may have a hundred thousand tests: only those that were not accepted are looked at.
        let mayEnd = mayEnd(node.group)
        if mayEnd {
            for earlier in known.refused(in: node.places.lowerBound..<place) where node.owns(earlier) {
                if let test = known[earlier], isEnd(GroupResult(test), of: node.group) { return false }
            }
        }
        for inner in node.groups {
            if inner.places.contains(place) { return try await isNeeded(place, in: inner, known) }
            if inner.places.lowerBound > place { break }
            guard mayEnd, !known.isAccepted(in: inner.places) || inner.hasCustomGrader,
                known.isWhole(in: inner.places)
            else { continue }
            if isEnd(try await result(of: inner, known), of: node.group) { return false }
        }
        return true
    }

    /// Whether a rejected member of the group may make the rest of them needless.
    private func mayEnd(_ group: TestGroup) -> Bool {
        if allTests { return false }
        return switch group.grading {
        case .newer(let grading): grading.aggregation != .sum
        case .passFail, .standardGrader, .customGrader: group.onReject == .break
        }
    }

    /// Whether nothing that comes after a member with that result can change anything any more, in a group that may end.
    private func isEnd(_ result: GroupResult, of group: TestGroup) -> Bool {
        if result.verdict == .accepted || result.verdict == .skipped { return false }
        guard case .newer(let grading) = group.grading, grading.aggregation == .minimum else { return true }
        // A member with a part of its points leaves it to the others how many the fewest are.
        return result.score <= 0
    }

    /// Whether the group called `name` is accepted, as far as it is known; tests that were not run are not.
    private func isMet(_ name: String, _ known: TestSeries.Known) async throws(GradingError) -> Bool {
        guard let node = agenda.root.node(named: name) ?? agenda.root.node(named: "secret/\(name)") else { return true }
        if !known.isAccepted(in: node.places) { return false }
        for requirement in node.group.requires where try await !isMet(requirement, known) { return false }
        return true
    }

    // MARK: - What groups come to

    /// What the group comes to; tests that are not known were not run.
    func result(of node: Agenda.Node, _ known: TestSeries.Known) async throws(GradingError) -> GroupResult {
        var members: [GroupResult] = []
        for member in node.members {
            switch member {
            case .entry(let place):
                members.append(known[place].map { GroupResult($0) } ?? .skipped)
            case .group(let inner):
                members.append(try await result(of: inner, known))
            }
        }
        guard case .customGrader(let flags, let scores) = node.group.grading,
            members.contains(where: { $0.verdict != .skipped }), !members.contains(where: { $0.verdict == .judgeError })
        else { return GroupResult(members, of: node.group) }
        var result = try await grader(members.filter { $0.verdict != .skipped }, flags)
        if problem.type.isScoring { result.checkRange(scores, node.group) }
        return result
    }

    /// What the groups with scores came to, the outer ones first.
    func groups(_ known: TestSeries.Known) async throws(GradingError) -> [Report.Group] {
        guard problem.type.isScoring else { return [] }
        return try await groups(in: agenda.root, known)
    }

    private func groups(
        in node: Agenda.Node,
        _ known: TestSeries.Known
    ) async throws(GradingError) -> [Report.Group] {
        var groups: [Report.Group] = []
        if let maximum = node.group.maximum {
            let result = try await result(of: node, known)
            groups.append(
                Report.Group(
                    name: node.group.name,
                    verdict: result.verdict,
                    score: result.score,
                    maxScore: maximum.isFinite ? maximum : nil
                )
            )
        }
        for case .group(let inner) in node.members { groups += try await self.groups(in: inner, known) }
        return groups
    }
}

extension GroupResult {
    /// What was not run.
    static var skipped: GroupResult { GroupResult(verdict: .skipped, reason: nil, score: 0) }
}

extension Agenda.Node {
    /// The group called `name`: itself, or one at any depth below it.
    func node(named name: String) -> Agenda.Node? {
        if group.name == name { return self }
        return groups.lazy.compactMap { $0.node(named: name) }.first
    }
}

extension TestGroup {
    /// The best score that the group can have, infinite where it is unbounded; nil where it has none.
    var maximum: Double? {
        switch grading {
        case .passFail: nil
        case .newer(let grading): grading.maximum.map(Double.init) ?? .infinity
        case .standardGrader(_, let scores), .customGrader(_, let scores): scores.range.upperBound
        }
    }
}

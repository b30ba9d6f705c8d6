internal import Core
internal import Problems

/// What the times of one submission say about the time limit.
struct TimeUse {
    /// The slowest of these tests must be well within the limit.
    private(set) var lower: [PathPattern?] = []
    /// The slowest of these tests must be well beyond it.
    private(set) var upper: [PathPattern?] = []

    /// What `submission` says in a package of that format.
    init(_ submission: ReferenceSubmission, format: Problem.Format) {
        // A tag takes the place of what the directory says.
        if submission.expectations.isEmpty || submission.isTagged {
            if submission.expectedVerdicts == [.accepted], !submission.isPartial { lower = [nil] }
            if submission.expectedVerdicts == [.timeLimit] { upper = [nil] }
            if submission.expectations.isEmpty { return }
        }
        if format == .legacy {
            // There the accepted ones alone count.
            if submission.directory == "accepted" { lower = [nil] }
            if submission.expectedVerdicts == [.timeLimit] { upper = [nil] }
            return
        }
        for expectation in submission.expectations {
            switch expectation.impliedTimeLimitUse {
            case .lower: lower.append(expectation.scope)
            case .upper: upper.append(expectation.scope)
            case .none: break
            }
        }
        // Somebody who takes a submission out of it means all that is said of it.
        if submission.expectations.contains(where: {
            $0.scope == nil && $0.timeLimitUse == Expectation.TimeLimitUse.none
        }) {
            lower.removeAll { $0 == nil }
            upper.removeAll { $0 == nil }
        }
    }

    /// The slowest of the tests in `report` that one of `scopes` is about; nil where none was run.
    static func slowest(_ report: Report, in scopes: [PathPattern?]) -> Report.Test? {
        report.tests.filter { test in
            test.cpuTime != nil && scopes.contains { $0?.matches(test.name) ?? true }
        }.max { ($0.cpuTime ?? 0) < ($1.cpuTime ?? 0) }
    }
}

internal import Queueing

/// A filter as a condition on a table `j` of jobs.
///
/// Only what is asked for is in it, so that the server can see which index serves.
struct FilterText {
    private(set) var text = "true"
    private(set) var parameters: [Parameter] = []

    init(_ filter: JobFilter) {
        if !filter.states.isEmpty {
            // Written out, and with whether they are ends: so the server sees which partial index serves.
            let states = filter.states.map { "'\($0.rawValue)'" }.sorted()
            text += " AND j.state " + (states.count == 1 ? "= \(states[0])" : "IN (\(states.joined(separator: ", ")))")
            if filter.states.allSatisfy(\.isEnd) { text += " AND j.ended_at IS NOT NULL" }
            if !filter.states.contains(where: \.isEnd) { text += " AND j.ended_at IS NULL" }
        }
        if let tenant = filter.tenant { add("j.tenant = $", .text(tenant)) }
        if let problem = filter.problem { add("j.problem = $", .text(problem)) }
        if let moment = filter.endedBefore { add("j.ended_at < $::bigint", .int(moment.milliseconds)) }
    }

    /// Adds a condition in which `$` stands for the parameter.
    mutating func add(_ condition: String, _ parameter: Parameter) {
        parameters.append(parameter)
        text += " AND " + condition.replacing("$", with: "$\(parameters.count)")
    }
}

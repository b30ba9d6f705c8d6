internal import Queueing

/// A filter as a condition on a table `j` of jobs.
///
/// Only what is asked for is in it, so that the server can see which index serves.
struct FilterText {
    private(set) var text = "true"
    private(set) var parameters: [Parameter] = []

    init(_ filter: JobFilter) {
        if !filter.states.isEmpty {
            add("j.state = ANY($::text[])", .texts(filter.states.map(\.rawValue).sorted()))
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

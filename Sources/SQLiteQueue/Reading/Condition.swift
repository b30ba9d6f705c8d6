internal import Queueing

/// A filter as a condition of a statement.
struct Condition {
    var text: String
    var values: [Value]
}

extension Connection {
    /// The condition that `filter` stands for; nil when no job can meet it.
    func condition(_ filter: JobFilter) throws(QueueError) -> Condition? {
        var parts = ["1"]
        var values: [Value] = []
        if !filter.states.isEmpty {
            let codes = filter.states.map(\.code).sorted()
            parts.append("job.state IN (\(codes.map(String.init).joined(separator: ", ")))")
            if let lowest = codes.first, lowest >= 2 { parts.append("job.state >= 2") }
            if codes == [1] {
                // There are as many at most as workers have slots.
                parts.append("job.number IN (SELECT number FROM job WHERE state = 1)")
            } else if codes.allSatisfy({ $0 < 2 }), try areFew() {
                // By the small indexes of jobs that have not ended, and not by looking at all that have.
                parts.append(
                    """
                    job.number IN (SELECT number FROM job WHERE state = 1
                        UNION ALL SELECT number FROM job WHERE state = 0 AND ready = 1
                        UNION ALL SELECT number FROM job WHERE state = 0 AND ready = 0)
                    """
                )
            }
        }
        if let tenant = filter.tenant {
            let id = try first("SELECT id FROM tenant WHERE name = ?", .text(tenant)) { row in row.integer(0) }
            guard let id else { return nil }
            parts.append("job.tenant = ?")
            values.append(.integer(id))
        }
        if let problem = filter.problem {
            parts.append("job.problem = ?")
            values.append(.text(problem))
        }
        if let moment = filter.endedBefore {
            parts.append("job.ended_at < ?")
            values.append(.moment(moment))
        }
        return Condition(text: parts.joined(separator: " AND "), values: values)
    }

    private func areFew() throws(QueueError) -> Bool {
        let count = try first("SELECT total(count) FROM tally WHERE tenant = 0 AND state < 2") { row in row.integer(0) }
        return (count ?? 0) <= 10_000
    }
}

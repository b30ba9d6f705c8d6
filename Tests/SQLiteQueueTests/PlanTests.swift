import QueueTesting
import Queueing
import Synchronization
import Testing

@testable import SQLiteQueue

/// How statements find what they are about; without statistics, which nobody makes, that does not depend on how much
/// there is.
@Suite struct PlanTests {
    /// What may be many, and so is never gone through from end to end.
    private static let large: Set = [
        "job", "event", "attempt", "result", "content", "chunk", "need", "delivery", "delivery_attempt", "audit",
    ]

    /// Going back from the newest one is what most of these want, and they stop at their limit.
    private static let exceptions = [
        "SELECT created_at FROM job ORDER BY number DESC LIMIT 100000",
        "WHERE 1 AND job.number < ? ORDER BY job.number DESC LIMIT ?",
        "WHERE 1 AND job.ended_at < ? AND job.number < ? ORDER BY job.number DESC LIMIT ?",
        // All are counted.
        "SELECT state, count(*) FROM delivery GROUP BY state",
        // Several states at once, which are not rare together.
        "job.state IN (0, ", "job.state IN (1, ", "job.state IN (2, ", "job.state IN (3, ",
    ]

    @Test(arguments: QueueRequirement.all)
    func `no statement goes through a whole table`(requirement: QueueRequirement) throws {
        let database = try ScratchDatabase()
        let opened = Mutex<[SQLiteQueue]>([])
        try requirement.check(
            Workshop { settings in
                let queue = try database.open(settings)
                opened.withLock { $0.append(queue) }
                return queue
            }
        )
        for queue in opened.withLock({ $0 }) { try expectIndexes(queue) }
    }

    @Test(arguments: [nil, "t"], [nil, "p"])
    func `lists find their jobs by an index, whatever they are of`(tenant: String?, problem: String?) throws {
        let database = try ScratchDatabase()
        let queue = try database.open()
        _ = try queue.enqueue(NewJob(newJob(queue).request, tenant: "t"))
        for states: Set<JobState> in [[], [.queued], [.running], [.done], [.dead], [.cancelled], [.queued, .running]] {
            let filter = JobFilter(states: states, tenant: tenant, problem: problem)
            _ = try queue.list(filter, after: nil, limit: 10)
            _ = try queue.purge(filter, limit: 10)
            _ = try queue.retry(filter, limit: 10)
        }
        try expectIndexes(queue)
    }

    private func expectIndexes(_ queue: SQLiteQueue) throws {
        let seen = try queue.writer.withLock { (connection) throws(QueueError) in try stepsExpected(on: connection) }
        let read = try queue.reader.withLock { (connection) throws(QueueError) in try stepsExpected(on: connection) }
        #expect(seen + read > 0)
    }

    /// Looks at the plans of all that was asked on a connection; gives how many steps they have.
    private func stepsExpected(on connection: Connection) throws(QueueError) -> Int {
        var seen = 0
        for sql in connection.statements.keys where sql.contains("SELECT") || sql.contains("UPDATE") {
            let steps = try connection.all("EXPLAIN QUERY PLAN \(sql)") { row in row.text(3) }
            seen += steps.count
            for step in steps where isWalk(step) && !Self.exceptions.contains(where: sql.contains) {
                Issue.record("\(step), for: \(sql)")
            }
        }
        return seen
    }

    /// Whether a step of a plan, as in `SCAN job` or `SCAN job USING INDEX job_ended`, goes through a large table; or
    /// through all jobs that are older than one.
    private func isWalk(_ step: String) -> Bool {
        let words = step.split(separator: " ").map(String.init)
        if step == "SEARCH job USING INTEGER PRIMARY KEY (rowid<?)" { return true }
        guard words.first == "SCAN", words.count > 1, Self.large.contains(words[1]) else { return false }
        return !step.contains("USING")
    }
}

import Queueing
import Testing

@Suite struct FairTurnTests {
    /// Waiting jobs of one priority, given out by turns as an engine does.
    struct Line {
        var lastTurns: [String: Int] = [:]
        var waiting: [(tenant: String, turn: Int, number: Int)] = []
        var round = 0
        var count = 0

        mutating func add(_ tenant: String) {
            let turn = FairTurn.turn(round: round, last: lastTurns[tenant])
            lastTurns[tenant] = turn
            count += 1
            waiting.append((tenant, turn, count))
        }

        mutating func next() -> String? {
            guard
                let first = waiting.indices.min(by: {
                    (waiting[$0].turn, waiting[$0].number) < (waiting[$1].turn, waiting[$1].number)
                })
            else { return nil }
            let job = waiting.remove(at: first)
            round = max(round, job.turn)
            return job.tenant
        }
    }

    @Test func `a single job waits for one job of a tenant with very many, whenever it comes`() {
        for served in [0, 1, 7, 50] {
            var line = Line()
            for _ in 0..<200 { line.add("large") }
            for _ in 0..<served { _ = line.next() }
            line.add("small")
            let next = [line.next(), line.next()]
            #expect(next.contains("small"), "after \(served)")
        }
    }

    @Test func `tenants with much to do take turns`() {
        var line = Line()
        for tenant in ["a", "b", "c"] { for _ in 0..<3 { line.add(tenant) } }
        let order = (0..<9).compactMap { _ in line.next() }
        #expect(order == ["a", "b", "c", "a", "b", "c", "a", "b", "c"])
    }

    @Test func `who was idle has not saved up any turns`() {
        var line = Line()
        for _ in 0..<100 { line.add("busy") }
        for _ in 0..<50 { _ = line.next() }
        for _ in 0..<20 { line.add("idle") }
        let order = (0..<20).compactMap { _ in line.next() }
        #expect(order.filter { $0 == "idle" }.count == 10)
    }

    @Test func `who submits one job at a time gets no more than its share`() {
        var line = Line()
        for _ in 0..<100 { line.add("large") }
        var order: [String] = []
        for _ in 0..<20 {
            if !line.waiting.contains(where: { $0.tenant == "single" }) { line.add("single") }
            if let tenant = line.next() { order.append(tenant) }
        }
        #expect(order.filter { $0 == "large" }.count >= 9)
    }
}

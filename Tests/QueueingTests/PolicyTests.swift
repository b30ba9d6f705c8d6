import Queueing
import Testing

@Suite struct PolicyTests {
    @Test(
        arguments: [
            ([], [], true), ([], ["a"], true), (["a"], [], false), (["a"], ["a"], true),
            (["b", "a"], ["c", "a", "b"], true),
            (["a", "b"], ["a", "c"], false), (["a"], ["ab"], false), (["z"], ["a", "b"], false),
        ] as [([String], [String], Bool)]
    )
    func `a worker that fits has every label that a job needs`(needed: [String], offered: [String], fits: Bool) {
        #expect(LabelSet(needed).fits(LabelSet(offered)) == fits)
    }

    @Test func `labels are a set, and are stored as one text`() {
        let labels: LabelSet = ["class:large", "b", "a", "b"]
        #expect(labels.text == "a b class:large")
        #expect(LabelSet(text: labels.text) == labels)
        #expect(LabelSet(text: "") == [])
    }

    @Test(arguments: ["", "a b", "a\n", "ä", String(repeating: "x", count: 101)])
    func `a label that could not be stored is told`(label: String) {
        #expect(LabelSet([label]).flaw != nil)
    }

    @Test func `a worker may offer hundreds of languages, and a job need no more than sixty-four things`() {
        let many = LabelSet((0..<300).map { "language:\($0)" })
        #expect(many.flaw == nil)
        let content = ContentDigest(rawValue: String(repeating: "0", count: 64))
        let request = JudgingRequest(problem: .init(name: "p", package: content), language: "c", files: [])
        #expect(NewJob(request, labels: many).flaw != nil)
    }

    @Test func `a full queue says when to come back`() {
        let rule = DepthRule(total: 100, tenant: 10)
        #expect(rule.refusal(tenant: "t", adding: 1, ofTenant: 9, inAll: 99, endedLastMinute: 5) == nil)
        #expect(
            rule.refusal(tenant: "t", adding: 1, ofTenant: 10, inAll: 10, endedLastMinute: 30)
                == .full(of: "t", limit: 10, retryAfter: .seconds(2))
        )
        #expect(
            rule.refusal(tenant: "t", adding: 2, ofTenant: 0, inAll: 99, endedLastMinute: 0)
                == .full(of: nil, limit: 100, retryAfter: .seconds(60))
        )
        #expect(
            rule.refusal(tenant: "t", adding: 1, ofTenant: 0, inAll: 1_000_000, endedLastMinute: 1)
                == .full(of: nil, limit: 100, retryAfter: .seconds(600))
        )
    }

    @Test func `migrations go from any earlier version to the last one, and never back`() throws {
        #expect(try Array(MigrationPlan.steps(database: "d", found: 0, known: 3)) == [0, 1, 2])
        #expect(try Array(MigrationPlan.steps(database: "d", found: 2, known: 3)) == [2])
        #expect(try MigrationPlan.steps(database: "d", found: 3, known: 3).isEmpty)
        #expect(throws: QueueError.schemaNewer(database: "d", found: 4, known: 3)) {
            try MigrationPlan.steps(database: "d", found: 4, known: 3)
        }
    }
}

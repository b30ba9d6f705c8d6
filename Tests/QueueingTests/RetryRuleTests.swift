import Queueing
import Testing

@Suite struct RetryRuleTests {
    let rule = RetryRule()
    let now = Timestamp(milliseconds: 1_000_000)

    func attempts(_ endings: [Attempt.Ending], worker: (Int) -> String = { "worker-\($0)" }) -> [Attempt] {
        endings.enumerated().map { index, ending in
            Attempt(
                number: index + 1,
                worker: WorkerID(rawValue: "w\(index)"),
                workerName: worker(index),
                startedAt: now,
                endedAt: now,
                ending: ending,
                reason: "reason \(index + 1)"
            )
        }
    }

    @Test(
        arguments: [
            (1, 1000), (2, 2000), (3, 4000), (4, 8000), (5, 16_000), (6, 32_000), (7, 60_000), (8, 60_000),
            (1_000_000, 60_000),
        ]
    )
    func `a wait is twice as long as the one before it, up to a minute`(counted: Int, milliseconds: Int) {
        #expect(rule.delay(after: counted, chance: 0.5) == .milliseconds(milliseconds))
    }

    @Test(arguments: [(0.0, 500), (0.25, 750), (0.5, 1000), (1.0, 1500)])
    func `jitter is half of the wait at most, in both directions`(chance: Double, milliseconds: Int) {
        #expect(rule.delay(after: 1, chance: chance) == .milliseconds(milliseconds))
    }

    @Test func `the fifth failure is the last`() {
        for count in 1...4 {
            let after = rule.afterwards(
                attempts(Array(repeating: .failed, count: count)),
                isFinal: false,
                isCancelled: false,
                now: now,
                chance: 0.5
            )
            #expect(after == .queued(notBefore: now + .seconds(1 << (count - 1))))
        }
        let after = rule.afterwards(
            attempts(Array(repeating: .failed, count: 5)),
            isFinal: false,
            isCancelled: false,
            now: now,
            chance: 0.5
        )
        #expect(after == .dead(reason: "5 attempts came to nothing; last: reason 5"))
    }

    @Test func `a job that took three workers with it is dead`() {
        let after = rule.afterwards(
            attempts([.lost, .failed, .lost, .lost]),
            isFinal: false,
            isCancelled: false,
            now: now,
            chance: 0.5
        )
        #expect(
            after
                == .dead(
                    reason: "it took its worker with it 3 times (worker-0, worker-2, worker-3); last: reason 4"
                )
        )
    }

    @Test func `losses that something else caused do not count, nor does handing back`() {
        let endings: [Attempt.Ending] = Array(repeating: .excused, count: 20) + Array(repeating: .released, count: 20)
        let after = rule.afterwards(
            attempts(endings + [.lost, .lost]),
            isFinal: false,
            isCancelled: false,
            now: now,
            chance: 0.5
        )
        #expect(after == .queued(notBefore: now + .seconds(2)))
    }

    @Test func `a job that was handed back does not wait`() {
        let after = rule.afterwards(
            attempts([.failed, .released]),
            isFinal: false,
            isCancelled: false,
            now: now,
            chance: 0.5
        )
        #expect(after == .queued(notBefore: now))
    }

    @Test(arguments: [Attempt.Ending.failed, .lost, .released, .cancelled])
    func `a job that somebody wanted stopped is not tried again`(ending: Attempt.Ending) {
        let after = rule.afterwards(attempts([ending]), isFinal: false, isCancelled: true, now: now, chance: 0.5)
        #expect(after == .cancelled)
    }

    @Test func `a job whose worker is known to have ended does not wait, and is dead all the same after three`() {
        for (count, expected) in [(1, Afterwards.queued(notBefore: now)), (2, .queued(notBefore: now))] {
            let after = rule.afterwards(
                attempts(Array(repeating: .lost, count: count)),
                isFinal: false,
                isCancelled: false,
                now: now,
                chance: 0.5,
                waits: false
            )
            #expect(after == expected)
        }
        let last = rule.afterwards(
            attempts([.lost, .lost, .lost]),
            isFinal: false,
            isCancelled: false,
            now: now,
            chance: 0.5,
            waits: false
        )
        guard case .dead = last else {
            Issue.record("\(last)")
            return
        }
    }

    @Test func `what no other attempt can do better is dead at once, with its reason`() {
        let after = rule.afterwards(attempts([.failed]), isFinal: true, isCancelled: false, now: now, chance: 0.5)
        #expect(after == .dead(reason: "reason 1"))
    }
}

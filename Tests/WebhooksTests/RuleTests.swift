import Queueing
import Testing
import Webhooks

struct RuleTests {
    static let now = Timestamp(milliseconds: 1_000_000)

    @Test(arguments: [(1, 5), (2, 25), (3, 125), (4, 625), (5, 3125), (6, 15_625), (7, 21_600)])
    func `tries are further and further apart, up to a limit`(tried: Int, seconds: Int) {
        func wait(_ chance: Double) -> Duration? {
            let fate = DeliveryRule().fate(.status(503, retryAfter: nil), tried: tried, now: Self.now, chance: chance)
            guard case .again(let at, _) = fate else { return nil }
            return at - Self.now
        }
        #expect(wait(0.5) == .seconds(seconds))
        #expect(wait(0) == .milliseconds(seconds * 800) && wait(1) == .milliseconds(seconds * 1200))
    }

    @Test(arguments: [200, 201, 202, 204, 299])
    func `a status that says yes is the end`(status: Int) {
        let fate = DeliveryRule().fate(.status(status, retryAfter: 9), tried: 1, now: Self.now, chance: 0.5)
        #expect(fate == .delivered)
    }

    @Test(arguments: [408, 429, 500, 502, 503, 504, 599])
    func `a status that says not now is tried again, no sooner than the receiver wants`(status: Int) {
        func fate(_ asked: Int?) -> DeliveryFate {
            DeliveryRule().fate(.status(status, retryAfter: asked), tried: 1, now: Self.now, chance: 0.5)
        }
        let reason = "the receiver answered \(status)"
        #expect(fate(nil) == .again(at: Self.now + .seconds(5), reason: reason))
        #expect(fate(2) == .again(at: Self.now + .seconds(5), reason: reason))
        #expect(fate(700) == .again(at: Self.now + .seconds(700), reason: reason))
        #expect(fate(.max) == .again(at: Self.now + .seconds(21_600), reason: reason))
        #expect(fate(nil).isTrouble == true)
    }

    @Test(arguments: [301, 302, 307, 308, 304, 400, 401, 403, 404, 405, 413, 422, 600, 999])
    func `a status that says no is the end, and says nothing about the host`(status: Int) {
        let fate = DeliveryRule().fate(.status(status, retryAfter: nil), tried: 1, now: Self.now, chance: 0.5)
        guard case .dead(let reason, _) = fate else {
            Issue.record("\(fate)")
            return
        }
        #expect(reason.contains("\(status)") && fate.isTrouble == false)
    }

    @Test func `gone is gone, refused is refused, and eight tries are enough`() {
        let rule = DeliveryRule()
        guard case .gone = rule.fate(.status(410, retryAfter: nil), tried: 1, now: Self.now, chance: 0) else {
            Issue.record("410")
            return
        }
        #expect(rule.fate(.refused("no"), tried: 1, now: Self.now, chance: 0) == .dead(reason: "no", isTrouble: nil))
        guard case .again = rule.fate(.unreachable("x"), tried: 7, now: Self.now, chance: 0) else {
            Issue.record("seventh")
            return
        }
        let last = rule.fate(.unreachable("x"), tried: 8, now: Self.now, chance: 0)
        #expect(last == .dead(reason: "x; it was tried 8 times", isTrouble: true))
    }

    @Test func `a host is left alone after five failures in a row, longer each time`() {
        var circuit = Circuit()
        for _ in 0..<4 {
            circuit = circuit.after(isTrouble: true, now: Self.now)
            #expect(circuit.admitting(now: Self.now) == circuit)
        }
        var waits: [Duration] = []
        for _ in 0..<7 {
            circuit = circuit.after(isTrouble: true, now: Self.now)
            if let until = circuit.openUntil { waits.append(until - Self.now) }
        }
        #expect(waits == [30, 60, 120, 240, 480, 600, 600].map { .seconds($0) })
        #expect(circuit.admitting(now: Self.now + .seconds(599)) == nil)
        let probing = circuit.admitting(now: Self.now + .seconds(600))
        #expect(probing != nil && probing?.admitting(now: Self.now + .seconds(601)) == nil)
        #expect(probing?.after(isTrouble: false, now: Self.now) == Circuit())
        // What died of a host that is down says that it still is; what was never sent says nothing.
        let last = DeliveryRule().fate(.unreachable("x"), tried: 8, now: Self.now, chance: 0)
        #expect(probing?.after(isTrouble: last.isTrouble, now: Self.now).failures == 12)
        let refused = DeliveryRule().fate(.refused("x"), tried: 1, now: Self.now, chance: 0)
        #expect(probing?.after(isTrouble: refused.isTrouble, now: Self.now) == probing)
    }
}

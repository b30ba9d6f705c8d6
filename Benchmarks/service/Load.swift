import Glibc
import Synchronization

/// Two hundred submissions a second for a minute while workers judge: how long each POST takes from the moment at which it
/// was due, and whether every one that was accepted is there afterwards.
struct Load {
    let target: Target
    let seconds: Int

    private static let rate = 200
    private static let clients = 32

    func measure() throws(Failure) {
        let tickets = Tickets(count: seconds * Self.rate)
        let made = Made()
        let start = ContinuousClock.now + .milliseconds(200)
        let target = target
        try Threads.run(Self.clients) { (_) throws(Failure) in
            let client = try Client(target)
            while let number = tickets.next() {
                let due = start + .microseconds(number * 1_000_000 / Self.rate)
                let wait = (due - ContinuousClock.now) / .microseconds(1)
                if wait > 0 { usleep(UInt32(wait)) }
                let answer = try client.ask("POST", "/v1/submissions", json: Target.order(number))
                guard answer.status == 202, let id = answer.member("id") else {
                    throw Failure("\(answer.status): \(answer.text)")
                }
                made.add(id, ContinuousClock.now - due)
            }
        }
        let spent = (ContinuousClock.now - start) / .seconds(1)
        let resident = Int(target.resident)
        let (ids, times) = made.all
        var states: [String: Int] = [:]
        let client = try Client(target)
        for id in ids {
            let answer = try client.ask("GET", "/v1/submissions/\(id)")
            guard answer.status == 200, let state = answer.member("state") else { throw Failure("\(id) is lost") }
            states[state, default: 0] += 1
        }
        guard ids.count == tickets.count, Set(ids).count == ids.count else { throw Failure("some are missing") }
        let told = states.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
        print("accepted \(ids.count) in \((spent * 10).rounded() / 10) s; POST: \(times.text)")
        print("  all are there, once each: \(told); the service had \(resident) MiB resident")
    }

    /// Numbers, each given out once.
    private final class Tickets: Sendable {
        let count: Int
        private let given = Atomic(0)

        init(count: Int) { self.count = count }

        func next() -> Int? {
            let number = given.add(1, ordering: .relaxed).oldValue
            return number < count ? number : nil
        }
    }

    private final class Made: Sendable {
        private let state = Mutex<(ids: [String], times: Times)>(([], Times()))

        func add(_ id: String, _ time: Duration) {
            state.withLock { state in
                state.ids.append(id)
                state.times.add(time)
            }
        }

        var all: (ids: [String], times: Times) { state.withLock { $0 } }
    }
}

import Synchronization

/// How often a second the status of a submission can be read, by four clients that keep their connections.
struct Reads {
    let target: Target
    let seconds: Int

    func measure() throws(Failure) {
        let client = try Client(target)
        let made = try client.ask("POST", "/v1/submissions", json: Target.order(0))
        guard made.status == 202, let id = made.member("id") else { throw Failure(made.text) }
        var state = made.member("state")
        while state != "done" { state = try client.ask("GET", "/v1/submissions/\(id)").member("state") }
        let count = Counter()
        let target = target
        let end = ContinuousClock.now + .seconds(seconds)
        try Threads.run(4) { (_) throws(Failure) in
            let client = try Client(target)
            var own = 0
            while ContinuousClock.now < end {
                let answer = try client.ask("GET", "/v1/submissions/\(id)")
                guard answer.status == 200, answer.body.count > 100 else { throw Failure(answer.text) }
                own += 1
            }
            count.add(own)
        }
        print("status reads: \(count.value / seconds) a second, by 4 clients on the same processors")
    }
}

/// A number that several threads add to.
final class Counter: Sendable {
    private let number = Atomic(0)
    func add(_ count: Int) { number.add(count, ordering: .relaxed) }
    var value: Int { number.load(ordering: .relaxed) }
}

public import Linux
public import Queueing

/// Sends what is in the outbox, in threads of its own; any number of servers may do so at once.
///
/// Each message is taken under a lease, so that one server sends it; when a server is killed, another one sends what it
/// had taken a minute later. A receiver may so see a message twice: by `webhook-id` it knows it again.
public final class Deliverer: Sendable {
    private struct State {
        var claimed: [ClaimedDelivery] = []
        var load: HostLoad
        var underWay = 0
        var isWoken = false
        var isStopping = false
        var isDispatching = true
    }

    private let store: any WebhookStore
    private let sender: any WebhookSending
    private let rule: DeliveryRule
    private let styles: [String: WebhookMessage.Style]
    private let clock: any QueueClock
    private let threads: Int
    private let age: Duration
    private let state: Monitor<State>

    private static let lease: Duration = .seconds(60)
    private static let pause: UInt64 = 500_000_000

    /// Begins to send.
    ///
    /// - Parameters:
    ///   - store: The outbox.
    ///   - sender: What sends.
    ///   - rule: When a message is sent again.
    ///   - styles: Forms of messages besides the standard one, by the name that endpoints have for them.
    ///   - clock: By which attempts are dated.
    ///   - threads: How many messages are under way at most.
    ///   - load: How many of them to one host.
    ///   - age: How long messages that have come to their end are kept.
    /// - Throws: the error of starting a thread.
    public init(
        _ store: any WebhookStore,
        _ sender: any WebhookSending,
        rule: DeliveryRule = DeliveryRule(),
        styles: [String: WebhookMessage.Style] = [:],
        clock: any QueueClock = SystemQueueClock(),
        threads: Int = 8,
        load: HostLoad = HostLoad(),
        keeping age: Duration = .seconds(30 * 86_400)
    ) throws(Errno) {
        self.store = store
        self.sender = sender
        self.rule = rule
        self.clock = clock
        self.threads = max(1, threads)
        self.age = age
        var styles = styles
        styles[Endpoint.standardStyle] = { claimed in WebhookMessage(body: claimed.delivery.standardBody) }
        self.styles = styles
        state = Monitor(State(load: load))
        try Thread.start { self.dispatch() }
        for _ in 0..<self.threads { try Thread.start { self.work() } }
    }

    /// Looks for messages at once, and not only within half a second.
    public func wake() { state.change { $0.isWoken = true } }

    /// Takes no more messages, and waits until none is under way: as long as a request may take at most.
    public func stop() {
        state.change { $0.isStopping = true }
        _ = state.wait(until: nil) { state in state.underWay == 0 && !state.isDispatching ? () : nil }
    }

    private func dispatch() {
        var nextTidy = Clock.nanoseconds
        while true {
            let (free, load) =
                state.wait(until: nil) { state -> (Int, HostLoad)? in
                    if state.isStopping { return (0, state.load) }
                    let free = threads - state.underWay
                    return free > 0 ? (free, state.load) : nil
                } ?? (0, HostLoad())
            if free == 0 { break }
            var claimed: [ClaimedDelivery] = []
            do throws(QueueError) {
                claimed = try store.claim(free, for: Self.lease, load: load)
                if Clock.nanoseconds >= nextTidy {
                    let removed = try store.forgetDeliveries(olderThan: age)
                    nextTidy = Clock.nanoseconds + (removed == 1000 ? 1_000_000_000 : 60_000_000_000)
                }
            } catch {
                // The database cannot be asked now: the messages stay where they are.
            }
            let taken = claimed
            state.change { state in
                for one in taken { state.load.add(one.delivery.host) }
                state.underWay += taken.count
                state.claimed += taken
                state.isWoken = state.isWoken && !taken.isEmpty
            }
            if taken.isEmpty {
                _ = state.wait(until: Clock.nanoseconds + Self.pause) { state in
                    state.isWoken || state.isStopping ? () : nil
                }
                state.change { $0.isWoken = false }
            }
        }
        state.change { $0.isDispatching = false }
    }

    private func work() {
        while true {
            let claimed = state.wait(until: nil) { state -> ClaimedDelivery?? in
                if !state.claimed.isEmpty { return .some(state.claimed.removeFirst()) }
                return state.isStopping && !state.isDispatching ? .some(nil) : nil
            }
            guard let claimed, let one = claimed else { return }
            deliver(one)
            state.change { state in
                state.load.remove(one.delivery.host)
                state.underWay -= 1
            }
        }
    }

    private func deliver(_ claimed: ClaimedDelivery) {
        let at = clock.now()
        let start = Clock.nanoseconds
        let answer = send(claimed, at)
        let fate = rule.fate(answer, tried: claimed.tried + 1, now: clock.now(), chance: .random(in: 0...1))
        let attempt = DeliveryAttempt(
            number: claimed.delivery.attempts + 1,
            at: at,
            duration: .nanoseconds(Int64(Clock.nanoseconds - start)),
            status: answer.status,
            error: fate.reason
        )
        // What cannot be settled is sent again when its lease is over: rather twice than not at all.
        _ = try? store.settle(claimed, attempt, fate)
    }

    private func send(_ claimed: ClaimedDelivery, _ at: Timestamp) -> DeliveryAnswer {
        guard let style = styles[claimed.endpoint.style] else {
            return .refused("this server knows no messages of style '\(claimed.endpoint.style)'")
        }
        let message: WebhookMessage?
        do throws(QueueError) {
            message = try style(claimed)
        } catch {
            return .unreachable("the message could not be made: \(error)")
        }
        guard let message else { return .refused("there is nothing to tell any more") }
        let id = claimed.delivery.id
        let seconds = at.milliseconds / 1000
        let signature = claimed.endpoint.secret.signature(id: id, timestamp: seconds, body: message.body)
        return sender.send(
            message,
            to: claimed.endpoint.url,
            headers: [
                (name: "webhook-id", value: id), (name: "webhook-timestamp", value: "\(seconds)"),
                (name: "webhook-signature", value: signature),
            ]
        )
    }
}

extension DeliveryAnswer {
    fileprivate var status: Int? {
        if case .status(let status, _) = self { return status }
        return nil
    }
}

extension DeliveryFate {
    fileprivate var reason: String {
        switch self {
        case .delivered: ""
        case .again(_, let reason), .dead(let reason), .gone(let reason): reason
        }
    }
}

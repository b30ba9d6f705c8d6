public import Linux
public import Queueing

/// Sends what is in the outbox, in threads of its own; any number of servers may do so at once.
///
/// Each message is taken under a lease, so that one server sends it; when a server is killed, another one sends what it
/// had taken a minute later. A receiver may so see a message twice: by `webhook-id` it knows it again.
///
/// One thread waits for news of the outbox, one takes what is due, and the others send it.
public final class Deliverer: Sendable {
    /// Hears what became of a try, on the thread that made it, once that is on disk.
    public typealias Witness = @Sendable (ClaimedDelivery, DeliveryFate) -> Void

    private struct State {
        var claimed: [ClaimedDelivery] = []
        var load: HostLoad
        var underWay = 0
        /// How many were ever taken.
        var total = 0
        /// Whether there may be something to take that nobody has looked for yet.
        var mayBeDue = true
        var isStopping = false
        var isDispatching = true
        var isListening = true
    }

    private let store: any WebhookStore
    private let sender: any WebhookSending
    private let rule: DeliveryRule
    private let styles: [String: WebhookMessage.Style]
    private let clock: any QueueClock
    private let threads: Int
    private let age: Duration
    private let told: Witness
    private let state: Monitor<State>

    private static let lease: Duration = .seconds(60)

    /// Begins to send.
    ///
    /// - Parameters:
    ///   - store: The outbox.
    ///   - sender: What sends.
    ///   - rule: When a message is sent again.
    ///   - styles: Forms of messages besides the standard one, by the name that endpoints have for them.
    ///   - clock: By which attempts are dated.
    ///   - threads: How many messages are under way at most.
    ///   - load: How many of them to one host, and of one tenant.
    ///   - age: How long messages that have come to their end are kept.
    ///   - told: Hears what became of each try.
    /// - Throws: the error of starting a thread.
    public init(
        _ store: any WebhookStore,
        _ sender: any WebhookSending,
        rule: DeliveryRule = DeliveryRule(),
        styles: [String: WebhookMessage.Style] = [:],
        clock: any QueueClock = SystemQueueClock(),
        threads: Int = 16,
        load: HostLoad = HostLoad(),
        keeping age: Duration = .seconds(30 * 86_400),
        told: @escaping Witness = { _, _ in }
    ) throws(Errno) {
        self.store = store
        self.sender = sender
        self.rule = rule
        self.clock = clock
        self.threads = max(1, threads)
        self.age = age
        self.told = told
        var styles = styles
        styles[Endpoint.standardStyle] = { claimed in
            // An endpoint that is no key's is an admin's.
            let isAdmins = claimed.endpoint.isStanding && claimed.endpoint.key == nil
            return WebhookMessage(body: claimed.delivery.standardBody(withReason: isAdmins))
        }
        self.styles = styles
        state = Monitor(State(load: load))
        try Thread.start { self.listen() }
        try Thread.start { self.dispatch() }
        for _ in 0..<self.threads { try Thread.start { self.work() } }
    }

    /// Takes no more messages, and waits until none is under way: as long as a request may take at most.
    public func stop() {
        state.change { $0.isStopping = true }
        // A wait that had not begun when it was called off goes on: so, until it has ended.
        repeat {
            store.wakeSenders()
        } while state.wait(until: Clock.nanoseconds + 20_000_000, { $0.isListening ? nil : () }) == nil
        _ = state.wait(until: nil) { state in state.underWay == 0 && !state.isDispatching ? () : nil }
    }

    /// Has the outbox looked into when there is something new in it.
    private func listen() {
        // Looks in a row that came to nothing: what is due is in somebody else's hands just now.
        var vain: UInt64 = 0
        var before: Int?
        while true {
            let found = state.wait(until: nil) { state -> (load: HostLoad, total: Int)?? in
                if state.isStopping { return .some(nil) }
                return state.mayBeDue ? nil : .some((state.load, state.total))
            }
            guard let found, let (load, total) = found else { break }
            vain = total == before ? vain + 1 : 0
            if vain > 0 { pause(milliseconds: min(500, 5 << min(vain, 7))) }
            let start = Clock.nanoseconds
            do throws(QueueError) {
                let isDue = try store.waitForDeliveries(beside: load, timeout: .seconds(60))
                before = isDue && Clock.nanoseconds - start < 5_000_000 ? total : nil
                if isDue { state.change { $0.mayBeDue = true } }
            } catch {
                // The database cannot be asked now: the messages stay where they are.
                pause(milliseconds: 500)
            }
        }
        state.change { $0.isListening = false }
    }

    private func pause(milliseconds: UInt64) {
        _ = state.wait(until: Clock.nanoseconds + milliseconds * 1_000_000) { $0.isStopping ? () : nil }
    }

    private func dispatch() {
        var nextTidy = Clock.nanoseconds
        while true {
            _ = state.wait(until: nextTidy) { state in
                state.isStopping || state.mayBeDue && state.underWay < threads ? () : nil
            }
            let (isOver, free, load) = state.change { state in
                let free = state.mayBeDue ? threads - state.underWay : 0
                if free > 0 { state.mayBeDue = false }
                return (state.isStopping, free, state.load)
            }
            if isOver { break }
            if free > 0 { take(free, load) }
            if Clock.nanoseconds >= nextTidy { nextTidy = Clock.nanoseconds + tidy() }
        }
        state.change { $0.isDispatching = false }
    }

    /// Takes what is due.
    private func take(_ count: Int, _ load: HostLoad) {
        // When the database cannot be asked, whoever listens finds out when it can.
        guard let taken = try? store.claim(count, for: Self.lease, load: load), !taken.isEmpty else { return }
        state.change { state in
            for one in taken { state.load.add(one.delivery.host, one.delivery.tenant) }
            state.underWay += taken.count
            state.total += taken.count
            state.claimed += taken
            // There may be more behind them.
            state.mayBeDue = true
        }
    }

    /// Removes what need not be kept, and gives the nanoseconds until there may be more of that.
    private func tidy() -> UInt64 {
        let removed = try? store.forgetDeliveries(olderThan: age)
        return removed == 1000 ? 1_000_000_000 : 60_000_000_000
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
                state.load.remove(one.delivery.host, one.delivery.tenant)
                state.underWay -= 1
                // Something may have waited for the host, or for this thread.
                state.mayBeDue = true
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
        guard (try? store.settle(claimed, attempt, fate)) == true else { return }
        told(claimed, fate)
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
        case .again(_, let reason), .dead(let reason, _), .gone(let reason): reason
        }
    }
}

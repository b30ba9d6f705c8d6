internal import Linux
internal import Queueing

/// What those wait at who wait for something to happen in the database.
final class Bell: Sendable {
    /// What somebody waits for.
    struct Interest {
        let channel: News.Channel
        /// The words of a notification that are meant; nil: all of them.
        let words: Set<String>?
    }

    private struct Waiter {
        let interest: Interest
        var isRung = false
    }

    private struct State {
        var waiters: [Int: Waiter] = [:]
        var next = 0
        var wakes = 0
    }

    private let state = Monitor(State())

    /// Counts the calls of `wake`.
    var wakes: Int { state.look { $0.wakes } }

    /// Ends all waits.
    func wake() { state.change { $0.wakes += 1 } }

    /// Takes a place in the queue of those who wait, so that nothing is missed from now on.
    func enter(_ interest: Interest) -> Int {
        state.look { state in
            state.next += 1
            state.waiters[state.next] = Waiter(interest: interest)
            return state.next
        }
    }

    func leave(_ place: Int) {
        state.look { _ = $0.waiters.removeValue(forKey: place) }
    }

    /// Waits until what is waited for may have happened, or `wakes` is not the number of wakes any more.
    func wait(_ place: Int, wakes: Int, until end: UInt64) {
        _ = state.wait(until: end) { state -> Void? in
            if state.wakes != wakes { return () }
            guard state.waiters[place]?.isRung == true else { return nil }
            state.waiters[place]?.isRung = false
            return ()
        }
    }

    /// Wakes those who wait for one of `words` in that channel; `*` means everything.
    func ring(_ channel: News.Channel, words: Set<String>) {
        state.change { state in
            for (place, waiter) in state.waiters where waiter.interest.channel == channel {
                if let wanted = waiter.interest.words, !words.contains("*"), wanted.isDisjoint(with: words) { continue }
                state.waiters[place]?.isRung = true
            }
        }
    }

    /// Wakes all who wait: there may be something that nobody has told.
    func ringAll() {
        for channel in News.Channel.allCases { ring(channel, words: ["*"]) }
    }
}

extension Bell {
    /// Waits for nothing but the time.
    func pause(until end: UInt64) { _ = Monitor(()).wait(until: end) { _ -> Void? in nil } }

    /// Waits for the time, or until `wakes` is not the number of wakes any more.
    func pause(until end: UInt64, wakes: Int) {
        _ = state.wait(until: end) { state -> Void? in state.wakes == wakes ? nil : () }
    }
}

import Synchronization

/// What has been seen of things that come while rows run, and must stay as they were first seen.
final class HostMemory: Sendable {
    private let seen = Mutex<[String: String]>([:])

    /// What a thing is not as it was first seen; nil when it is, or has not been seen before.
    func change(of name: String, now value: String) -> String? {
        seen.withLock { seen in
            guard let first = seen[name] else {
                seen[name] = value
                return nil
            }
            return first == value ? nil : "\(first) at first, \(value) now"
        }
    }

    /// How far a number is from what it was when it was first seen.
    func distance(of name: String, now value: Int) -> Int {
        value
            - (seen.withLock { seen in
                let first = seen[name].flatMap { Int($0) } ?? value
                seen[name] = "\(first)"
                return first
            })
    }

    /// The things with this beginning that have been seen.
    func names(beginningWith start: String) -> [String] {
        seen.withLock { $0.keys.filter { $0.hasPrefix(start) } }
    }
}

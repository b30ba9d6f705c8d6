import Sandboxing
import Synchronization

/// Which system calls were made, and by which languages.
struct MadeCalls: Equatable, Sendable {
    /// The languages by the policy under which they made a call: a language compiles under one and runs under another.
    typealias Makers = [String: Set<String>]

    /// What was let through, by the call's name.
    var made: [String: Makers] = [:]
    /// What was asked for and refused, and done without.
    var refused: [String: Makers] = [:]
    /// Of calls of which an argument decides, the values that were let through.
    var arguments: [String: [UInt64: Makers]] = [:]

    /// Whether a language made `call` under the policy `family`.
    func has(_ call: String, under family: String) -> Bool { made[call]?[family]?.isEmpty == false }

    /// What this and `other` know.
    func merged(with other: MadeCalls) -> MadeCalls {
        func merge(_ one: Makers, _ two: Makers) -> Makers { one.merging(two) { $0.union($1) } }
        return MadeCalls(
            made: made.merging(other.made, uniquingKeysWith: merge),
            refused: refused.merging(other.refused, uniquingKeysWith: merge),
            arguments: arguments.merging(other.arguments) { $0.merging($1, uniquingKeysWith: merge) }
        )
    }
}

/// The argument that decides about a call, where one does: the same as in `recorder.c`.
enum DecidingArgument {
    private static let places: [String: Int] = [
        "clone": 0, "unshare": 0, "prctl": 0, "personality": 0, "socket": 0, "socketpair": 0, "membarrier": 0,
        "setpriority": 0, "setrlimit": 0, "arch_prctl": 0, "fcntl": 1, "ioctl": 1, "prlimit64": 1,
        "sched_setscheduler": 1, "memfd_create": 1, "madvise": 2, "msync": 2, "mmap": 3, "mremap": 3,
    ]

    /// The arguments of a call of which only `detail` is known; nil where no argument is recorded.
    static func arguments(of call: String, detail: UInt64) -> [UInt64]? {
        var arguments: [UInt64] = [0, 0, 0, 0, 0, 0]
        if call == "setsockopt" || call == "getsockopt" {
            arguments[1] = detail >> 16
            arguments[2] = detail & 0xffff
            return arguments
        }
        guard let place = places[call] else { return nil }
        arguments[place] = detail
        return arguments
    }
}

/// What recorders write down, several of them at once.
final class CallLog: Sendable {
    private let calls = Mutex(MadeCalls())
    private let lost = Mutex<[String]>([])

    /// The runs of which there is no record.
    var losses: [String] { lost.withLock { $0 } }

    /// Notes that there is no record of a run.
    func lose(_ run: String) { lost.withLock { $0.append(run) } }

    /// What has been written down so far.
    var all: MadeCalls { calls.withLock { $0 } }

    /// Takes down one line of a recorder: a call that `language` made under `policy`.
    func add(number: Int, detail: UInt64, language: String, policy: String) throws {
        let name = SystemCallNames.name(of: number)
        let arguments = DecidingArgument.arguments(of: name, detail: detail)
        let answer = try Families.answer(policy, to: name, arguments ?? [])
        let isLetThrough = answer == .allow || answer == .pretend
        calls.withLock { calls in
            if isLetThrough {
                calls.made[name, default: [:]][policy, default: []].insert(language)
                if arguments != nil {
                    calls.arguments[name, default: [:]][detail, default: [:]][policy, default: []].insert(language)
                }
            } else {
                calls.refused[name, default: [:]][policy, default: []].insert(language)
            }
        }
    }
}

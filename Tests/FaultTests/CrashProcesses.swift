import CLinux
import Glibc
import Linux

/// A process that takes part in a worker's runs, held by its pidfd, so that its number is never mistaken for another's.
struct CrashProcess: Sendable {
    /// What it is there.
    enum Role: String, Sendable, Hashable {
        case worker, jailer, sweeper, program
        case initial = "init"
    }

    let role: Role
    let number: Int
    /// The slot that it is in, where it is in one.
    let slot: Int?
    private let pidfd: SharedDescriptor

    /// Nil when it is gone already.
    init?(role: Role, number: Int, slot: Int? = nil) {
        let pidfd = linux_pidfd_open(CInt(number))
        guard pidfd >= 0 else { return nil }
        self.role = role
        self.number = number
        self.slot = slot
        self.pidfd = SharedDescriptor(Descriptor(owning: pidfd))
    }

    /// Kills it.
    ///
    /// - Returns: whether it was there to be killed, and had not ended by itself.
    func kill() -> Bool {
        // A process that has ended and that nobody has waited for takes signals like any other.
        !ends(by: 0) && linux_pidfd_send_signal(pidfd.descriptor.number, SIGKILL) == 0
    }

    /// Whether it ends in time.
    func ends(by moment: UInt64) -> Bool {
        var poll = Poll()
        poll.add(pidfd.descriptor.number)
        let now = Clock.nanoseconds
        return (try? poll.wait(nanoseconds: moment > now ? moment - now : 0)) ?? false
    }

    /// Everybody in these cgroups of a worker now, and its sweeper.
    static func all(of worker: Int, in cgroups: [String]) -> [CrashProcess] {
        var result: [CrashProcess] = []
        for number in children(of: worker) where isSweeper(number) {
            if let sweeper = CrashProcess(role: .sweeper, number: number) { result.append(sweeper) }
        }
        guard let unified = cgroups.first else { return result }
        for entry in (try? HostDirectory.entries(of: unified)) ?? [] where entry.name.hasPrefix("slot-") {
            let slot = Int(entry.name.dropFirst(5))
            let directory = unified + "/" + entry.name
            for number in members(of: directory + "/jailer") {
                let role: Role = parent(of: number) == worker ? .jailer : .initial
                if let one = CrashProcess(role: role, number: number, slot: slot) { result.append(one) }
            }
            for number in ["/box-0", "/box-1"].flatMap({ members(of: directory + $0) }) {
                if let one = CrashProcess(role: .program, number: number, slot: slot) { result.append(one) }
            }
        }
        return result
    }

    /// The processes in the cgroup `directory`.
    static func members(of directory: String) -> [Int] {
        words(of: directory + "/cgroup.procs").compactMap { Int($0) }
    }

    private static func children(of process: Int) -> [Int] {
        ((try? HostDirectory.entries(of: "/proc/\(process)/task")) ?? []).flatMap { thread in
            words(of: "/proc/\(process)/task/\(thread.name)/children").compactMap { Int($0) }
        }
    }

    private static func isSweeper(_ process: Int) -> Bool {
        let text = (try? KernelText.read("/proc/\(process)/cmdline")) ?? []
        return text.split(separator: 0).dropFirst().first.map { String(decoding: $0, as: UTF8.self) } == "sweep"
    }

    private static func parent(of process: Int) -> Int? {
        let lines = String(decoding: (try? KernelText.read("/proc/\(process)/status")) ?? [], as: UTF8.self)
        return lines.split(separator: "\n").first { $0.hasPrefix("PPid:\t") }.flatMap { Int($0.dropFirst(6)) }
    }

    private static func words(of path: String) -> [Substring] {
        String(decoding: (try? KernelText.read(path)) ?? [], as: UTF8.self).split(whereSeparator: \.isWhitespace)
    }
}

/// A descriptor that copies of a value have in common.
private final class SharedDescriptor: Sendable {
    let descriptor: Descriptor

    init(_ descriptor: consuming Descriptor) { self.descriptor = descriptor }
}

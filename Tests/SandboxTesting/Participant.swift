internal import CLinux
internal import Glibc
internal import Linux
package import Sandboxing

/// A process that takes part in a run.
package struct Participant: Sendable, CustomStringConvertible {
    /// What it is there.
    package enum Role: String, Sendable {
        case worker, jailer, sweeper
        case initial = "init"
        case program
    }

    package var role: Role
    package var number: Int
    package var description: String { "\(role.rawValue) \(number)" }

    /// Everybody in the only slot of a sandbox of this process, once `program` runs there.
    package static func all(in sandbox: Sandbox, program: String) -> [Participant] {
        let unified = sandbox.cgroupDirectories[0] + "/slot-0"
        var programs: [Int] = []
        // The program's name is its own from its execve on.
        repeat {
            programs = ["/box-0", "/box-1"].flatMap { processes(in: unified + $0) }.filter { number in
                HostProcess.words(of: number).first?.hasPrefix(program) == true
            }
        } while programs.isEmpty
        let jailers = sandbox.jailerNumbers.filter { HostProcess.parent(of: $0) == Int(getpid()) }
        // The init is where its jailer is.
        let inits = processes(in: unified + "/jailer").filter { !jailers.contains($0) }
        return [Participant(role: .worker, number: Int(getpid()))]
            + jailers.map { Participant(role: .jailer, number: $0) }
            + sweepers(of: sandbox).map { Participant(role: .sweeper, number: $0) }
            + inits.map { Participant(role: .initial, number: $0) }
            + programs.map { Participant(role: .program, number: $0) }
    }

    /// The same, for asynchronous code: looks on a thread of its own.
    package static func eventually(in sandbox: Sandbox, program: String) async throws -> [Participant] {
        try await withCheckedThrowingContinuation { continuation in
            do {
                try Linux.Thread.start { continuation.resume(returning: all(in: sandbox, program: program)) }
            } catch {
                continuation.resume(throwing: error)
            }
        }
    }

    /// Kills it.
    ///
    /// It must be alive: its number could be somebody else's afterwards.
    package func kill() { _ = Glibc.kill(pid_t(number), SIGKILL) }

    /// Whether it ends, or has ended: whoever was the child of one who was killed follows him in a moment.
    package var isGone: Bool {
        let pidfd = linux_pidfd_open(CInt(number))
        guard pidfd >= 0 else { return errno == ESRCH }
        let end = Descriptor(owning: pidfd)
        var poll = Poll()
        poll.add(end.number)
        return (try? poll.wait(nanoseconds: 60_000_000_000)) ?? false
    }

    /// The processes that wait for the worker's end to remove its cgroups.
    package static func sweepers(of sandbox: Sandbox) -> [Int] {
        // It is told on its command line what it is to remove.
        let cgroups = sandbox.cgroupDirectories
        return HostProcess.all().map(\.number).filter { number in
            let words = HostProcess.words(of: number).map(String.init)
            // On v2 the worker's own leaf stands between the two.
            return words.dropFirst().first == "sweep" && words.suffix(cgroups.count) == cgroups
        }
    }

    private static func processes(in cgroup: String) -> [Int] {
        HostProcess.lines(of: cgroup + "/cgroup.procs").compactMap { Int($0) }
    }
}

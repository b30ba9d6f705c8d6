import Linux
import SandboxTesting

/// Programs that are under way: each that has come so far is called `in-position`.
enum Position {
    /// The numbers of the programs below `cgroup` that have taken their places, once there are so many.
    ///
    /// - Parameters:
    ///   - count: How many there must be.
    ///   - state: In which state the kernel must have them, as in `proc_pid_status`(5); nil for any.
    ///   - cgroup: The directory of the sandbox's cgroups.
    /// - Returns: Their numbers; fewer than `count` where they never came.
    /// - Throws: where there can be no thread to wait on.
    static func taken(by count: Int = 1, in state: Character? = nil, below cgroup: String) async throws -> [Int] {
        try await Aside.run {
            let end = Clock.nanoseconds + 30_000_000_000
            var found = numbers(in: state, below: cgroup)
            while found.count < count, Clock.nanoseconds < end {
                Aside.wait(2_000_000)
                found = numbers(in: state, below: cgroup)
            }
            return found
        }
    }

    private static func numbers(in state: Character?, below cgroup: String) -> [Int] {
        ScratchDirectory.contents(of: cgroup).filter { $0.hasSuffix("/cgroup.procs") }.flatMap { path in
            HostProcess.lines(of: path).compactMap { Int($0) }.filter { number in
                guard HostProcess.lines(of: "/proc/\(number)/comm").first == "in-position" else { return false }
                return state == nil || HostProcess.state(of: number) == state
            }
        }
    }
}

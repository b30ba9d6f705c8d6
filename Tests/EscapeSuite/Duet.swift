import Core
import Linux
import SandboxTesting
import Sandboxing

/// Two programs in two boxes at the same time: the first takes its place and stays, then the second looks for it.
struct Duet: Sendable {
    /// Stays until it is taken back, under the name `in-position`.
    var first: HostileProgram
    /// Runs beside it.
    var second: HostileProgram

    /// Runs both.
    ///
    /// - Returns: what was otherwise than expected.
    func carryOut(in sandbox: any Executor) async throws -> [String] {
        let staying = try await first.command(first.kept(by: sandbox))
        let looking = try await second.command(second.kept(by: sandbox))
        let stay = Task { try await sandbox.run(staying) }
        defer { stay.cancel() }
        let cgroup = (sandbox as? Sandbox)?.cgroupDirectories.first ?? SandboxUnderTest.cgroups().first ?? ""
        guard try await Duet.isInPosition(below: cgroup) else { return ["the first program never took its place"] }
        var deviations: [String] = []
        for _ in 1...second.runs {
            deviations += try second.deviations(of: try await sandbox.run(looking))
        }
        stay.cancel()
        return deviations + (try first.deviations(of: try await stay.value)).map { "the first one: " + $0 }
    }

    /// Whether a program of ours comes to be called `in-position`.
    private static func isInPosition(below cgroup: String) async throws -> Bool {
        try await withCheckedThrowingContinuation { continuation in
            do {
                try Linux.Thread.start { continuation.resume(returning: waitForPosition(below: cgroup)) }
            } catch {
                continuation.resume(throwing: error)
            }
        }
    }

    /// The host's users whose programs have come to be called `in-position`, once there are so many programs.
    static func usersInPosition(_ count: Int, below cgroup: String) async throws -> Set<Int> {
        try await withCheckedThrowingContinuation { continuation in
            do {
                try Linux.Thread.start {
                    _ = waitForPosition(count, below: cgroup)
                    let numbers = Set(inPosition(below: cgroup))
                    let users = HostProcess.all().filter { numbers.contains($0.number) }.compactMap(\.user)
                    continuation.resume(returning: numbers.count == count ? Set(users) : [])
                }
            } catch {
                continuation.resume(throwing: error)
            }
        }
    }

    private static func waitForPosition(_ count: Int = 1, below cgroup: String) -> Bool {
        let end = Clock.nanoseconds + 30_000_000_000
        while Clock.nanoseconds < end {
            if inPosition(below: cgroup).count >= count { return true }
            var nothing = Poll()
            _ = try? nothing.wait(nanoseconds: 2_000_000)
        }
        return false
    }

    private static func inPosition(below cgroup: String) -> [Int] {
        ScratchDirectory.contents(of: cgroup).filter { $0.hasSuffix("/cgroup.procs") }.flatMap { path in
            HostProcess.lines(of: path).compactMap { Int($0) }.filter { number in
                HostProcess.lines(of: "/proc/\(number)/comm").first == "in-position"
            }
        }
    }
}

extension Row {
    /// Two programs at once.
    static func duet(
        _ name: String,
        as kind: RowClass,
        tries attempt: String,
        _ first: HostileProgram,
        beside second: HostileProgram
    ) -> Row {
        let duet = Duet(first: first, second: second)
        return Row(
            situation: name,
            as: kind,
            in: "C",
            tries: attempt,
            meets: "the one beside it " + second.fate.words + "; itself " + first.fate.words,
            slots: 2
        ) { try await duet.carryOut(in: $0.sandbox) }
    }
}

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
    func carryOut(in arena: Arena) async throws -> [String] {
        let staying = try await first.command(first.kept(by: arena.sandbox))
        let looking = try await second.command(second.kept(by: arena.sandbox))
        let stay = Task { try await arena.sandbox.run(staying) }
        defer { stay.cancel() }
        guard try await Duet.isInPosition() else { return ["the first program never took its place"] }
        var deviations: [String] = []
        for _ in 1...second.runs {
            deviations += try second.deviations(of: try await arena.sandbox.run(looking))
        }
        stay.cancel()
        return deviations + (try first.deviations(of: try await stay.value)).map { "the first one: " + $0 }
    }

    /// Whether a program of ours comes to be called `in-position`.
    private static func isInPosition() async throws -> Bool {
        try await withCheckedThrowingContinuation { continuation in
            do {
                try Linux.Thread.start { continuation.resume(returning: waitForPosition()) }
            } catch {
                continuation.resume(throwing: error)
            }
        }
    }

    private static func waitForPosition() -> Bool {
        let end = Clock.nanoseconds + 30_000_000_000
        while Clock.nanoseconds < end {
            for top in SandboxUnderTest.cgroups().prefix(1) {
                for path in ScratchDirectory.contents(of: top) where path.hasSuffix("/box/cgroup.procs") {
                    for number in HostProcess.lines(of: path)
                    where HostProcess.lines(of: "/proc/\(number)/comm").first == "in-position" {
                        return true
                    }
                }
            }
            var nothing = Poll()
            _ = try? nothing.wait(nanoseconds: 2_000_000)
        }
        return false
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
        ) { try await duet.carryOut(in: $0) }
    }
}

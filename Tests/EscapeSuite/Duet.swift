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
        guard try await !Position.taken(below: cgroup).isEmpty else {
            return ["the first program never took its place"]
        }
        var deviations: [String] = []
        for _ in 1...second.runs {
            deviations += try second.deviations(of: try await sandbox.run(looking))
        }
        stay.cancel()
        return deviations + (try first.deviations(of: try await stay.value)).map { "the first one: " + $0 }
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

import CLI
import Testing

@Suite struct BenchTurnsTests {
    /// A machine on which a start costs something, and the first moments of a run go slower than the rest.
    struct Machine: Sendable, CustomTestStringConvertible {
        let start: Double
        let turnsASecond: Double
        /// So many seconds of work take half as long again.
        let slow: Double

        func seconds(_ turns: Int) -> Double {
            let work = Double(turns) / turnsASecond
            return start + work + min(work, slow) / 2
        }

        var testDescription: String { "\(start) \(turnsASecond) \(slow)" }
    }

    @Test(arguments: [
        Machine(start: 0, turnsASecond: 200_000_000, slow: 0),
        Machine(start: 0.004, turnsASecond: 400_000_000, slow: 0),
        Machine(start: 0.001, turnsASecond: 500_000_000, slow: 0.02),
        Machine(start: 0.001, turnsASecond: 3_000_000, slow: 0.2),
        Machine(start: 0.02, turnsASecond: 20_000_000_000, slow: 0.01),
    ])
    func `a program takes as long as it is asked to, whatever a start costs`(machine: Machine) async throws {
        let turns = try await BenchTurns.lasting(0.5, from: 2_000_000) { machine.seconds($0) }
        #expect(abs(machine.seconds(turns) - 0.5) < 0.015, "\(machine.seconds(turns))")
    }
}

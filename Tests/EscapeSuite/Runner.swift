import Core
import Glibc
import Linux
import SandboxTesting

/// Carries rows out, two at a time, and looks at the host after each step.
struct Runner {
    let arena: Arena
    let memory = HostMemory()

    /// One round in the order that belongs to `seed`.
    func round(_ rows: [Row], seed: UInt64) async -> Tally {
        var tally = Tally()
        var before = HostState.settled(arena.canaries, memory: memory)
        for step in Schedule(rows, seed: seed).steps {
            let deviations = await carryOut(step)
            let after = HostState.settled(arena.canaries, memory: memory, expecting: before)
            var changes = before.changes(to: after).map(\.text)
            // What has changed is how it is from now on: no later row is blamed for it.
            before = after
            for (row, deviations) in zip(step, deviations) {
                // Nobody knows which of two it was: the first is charged, and the other one named.
                let others =
                    step.count > 1 && !changes.isEmpty ? ["beside " + step.map(\.name).joined(separator: ", ")] : []
                tally.add(row, deviations: deviations, changes: changes.isEmpty ? [] : changes + others)
                changes = []
            }
        }
        return tally
    }

    /// Carries out the rows of a step at the same time.
    private func carryOut(_ step: [Row]) async -> [[String]] {
        await withTaskGroup(of: (Int, [String]).self) { group in
            for (index, row) in step.enumerated() {
                group.addTask {
                    do {
                        return (index, try await row.carryOut(arena))
                    } catch {
                        return (index, ["could not be carried out: \(error)"])
                    }
                }
            }
            var deviations = step.map { _ in [String]() }
            for await (index, lines) in group { deviations[index] = lines }
            return deviations
        }
    }
}

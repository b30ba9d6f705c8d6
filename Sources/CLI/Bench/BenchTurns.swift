/// How often a loop has to turn to take a given time.
package enum BenchTurns {
    /// Tries more and more turns until they take about `seconds`.
    ///
    /// A short trial says little of a long run: what a start costs is in it, and a processor that has just been woken is
    /// slower than the same one half a second later. So the last trials are as long as what is looked for.
    ///
    /// - Parameters:
    ///   - seconds: The time that is wanted.
    ///   - first: How many turns the first trial takes.
    ///   - measure: How many seconds so many turns take.
    /// - Returns: How many turns take about that long.
    /// - Throws: What `measure` throws.
    package static func lasting(
        _ seconds: Double,
        from first: Int,
        measure: (Int) async throws -> Double
    ) async throws -> Int {
        var turns = first
        for _ in 0..<6 {
            // Of three the one in the middle: what is wanted is the usual time, not the best.
            var times: [Double] = []
            for _ in 0..<3 { times.append(try await measure(turns)) }
            let time = max(times.sorted()[1], 0.000_1)
            // Not at once: a trial that is much too short is off by much.
            let factor = min(seconds / time, 16)
            turns = max(1, Int(Double(turns) * factor))
            if abs(factor - 1) < 0.02 { break }
        }
        return turns
    }
}

import Testing
import Verifying

@Suite struct MeasuredTimeTests {
    static let rows: [(runs: [Double], smallest: Double, spread: Double, isNoise: Bool)] = [
        ([0.1], 0.1, 0, false),
        ([0.5, 0.4, 0.6], 0.4, 0.2, false),
        ([0.96], 0.96, 0, true),
        ([1.04], 1.04, 0, true),
        ([0.9], 0.9, 0, false),
        ([1.1], 1.1, 0, false),
        ([0.9, 1.1], 0.9, 0.2, true),
        ([0.8, 0.95], 0.8, 0.15, true),
        ([0.7, 0.75], 0.7, 0.05, false),
        ([1.2, 1.4], 1.2, 0.2, true),
        ([5, 9], 5, 4, false),
        ([0.1, 0.4], 0.1, 0.3, false),
    ]

    @Test(arguments: rows)
    func `tells whether noise may decide at a limit of a second`(
        row: (runs: [Double], smallest: Double, spread: Double, isNoise: Bool)
    ) {
        var time = MeasuredTime(test: "secret/1", seconds: row.runs[0])
        for seconds in row.runs.dropFirst() { time.add(seconds) }
        #expect(time.smallest == row.smallest)
        #expect((time.spread - row.spread).magnitude < 1e-9)
        #expect(time.isWithinNoise(of: 1) == row.isNoise)
    }
}

import Core
import Testing

struct LimitsTests {
    @Test(arguments: [
        (cpu: Duration.seconds(10), wall: Duration.seconds(21)),
        (cpu: .milliseconds(500), wall: .seconds(2)),
        (cpu: .zero, wall: .seconds(1)),
    ])
    func `the clock's limit is twice the processor's and a second, where none is stated`(
        cpu: Duration,
        wall: Duration
    ) {
        #expect(Limits(cpuTime: cpu).wallTime == wall)
        #expect(Limits(cpuTime: cpu, wallTime: .seconds(3)).wallTime == .seconds(3))
    }

    @Test(arguments: [
        (limit: Duration.seconds(1), stop: Duration.milliseconds(1150)),
        (limit: .seconds(10), stop: .milliseconds(11_050)),
        (limit: .milliseconds(100), stop: .milliseconds(160)),
    ])
    func `a run is stopped a little over its limit`(limit: Duration, stop: Duration) {
        #expect(Limits(cpuTime: limit).cpuStop == stop)
    }

    @Test func `the stack may be as large as memory, where nothing else is stated`() {
        #expect(Limits(memory: .mebibytes(64)).stack == .mebibytes(64))
        #expect(Limits(memory: .mebibytes(64), stack: .mebibytes(8)).stack == .mebibytes(8))
    }
}

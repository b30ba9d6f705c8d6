import Core
import Grading
import Problems
import Testing

@Suite(.timeLimit(.minutes(60))) struct LimitTests {
    @Test func `a test runs under the problem's limits`() async throws {
        let bench = try Bench()
        var problem = Problem.toy(timeLimit: .seconds(3))
        problem.limits.memory = .mebibytes(64)
        problem.limits.output = .mebibytes(1)
        let report = try await bench.grade(on: problem).report
        #expect(report.timeLimit == 3)
        #expect(report.timeLimitSource == "package")
        let limits = try #require(bench.commands("run-toy").first).limits
        #expect(limits.cpuTime == .seconds(3))
        #expect(limits.wallTime == .seconds(7))
        #expect(limits.memory == .mebibytes(64))
        #expect(limits.output == .mebibytes(1))
    }

    @Test func `an option beats the package, and without either there is a default`() async throws {
        let bench = try Bench()
        let options = GradingOptions(timeLimit: .milliseconds(1500), memoryLimit: .mebibytes(32))
        let asked = try await bench.grade(options: options).report
        #expect(asked.timeLimit == 1.5)
        #expect(asked.timeLimitSource == "option")
        #expect(bench.commands("run-toy").first?.limits.memory == .mebibytes(32))
        let unstated = try await bench.grade(on: .toy(timeLimit: nil)).report
        #expect(unstated.timeLimit == 10)
        #expect(unstated.timeLimitSource == "default")
    }

    @Test func `a language's factor is applied to the limit and shown`() async throws {
        let bench = try Bench { _, _ in .wrote("right\n", cpu: .milliseconds(1800)) }
        let report = try await bench.grade(.toy(language: "script")).report
        #expect(report.timeLimit == 2)
        #expect(report.timeLimitSource == "package")
        #expect(report.verdict == .accepted)
        #expect(bench.commands("run-script").first?.limits.cpuTime == .seconds(2))
    }

    @Test func `compiling has limits of its own`() async throws {
        let bench = try Bench()
        var problem = Problem.toy()
        problem.limits.compilationTime = .seconds(7)
        problem.limits.compilationMemory = .mebibytes(100)
        _ = try await bench.grade(on: problem)
        let limits = try #require(bench.commands("compile-toy").first).limits
        #expect(limits.cpuTime == .seconds(7))
        #expect(limits.memory == .mebibytes(100))
    }

    @Test func `the output limit is the problem's, also where the language may write more`() async throws {
        let bench = try Bench { _, _ in .wrote(String(repeating: "x", count: 101)) }
        var problem = Problem.toy()
        problem.limits.output = ByteCount(100)
        let report = try await bench.grade(.toy(language: "script"), on: problem).report
        #expect(bench.commands("run-script").first?.limits.output == .mebibytes(1))
        #expect(report.verdict == .outputLimit)
        #expect(report.tests.first?.message.isEmpty == true)
    }

    @Test func `a language's own sign of missing memory counts only with a high peak`() async throws {
        let outcomes = [ByteCount.mebibytes(63), .mebibytes(8)].map { peak in
            Outcome(termination: .exited(code: 99), usage: Usage(cpuTime: .milliseconds(10), peakMemory: peak))
        }
        let expected: [Verdict] = [.memoryLimit, .runtimeError]
        for (outcome, verdict) in zip(outcomes, expected) {
            let bench = try Bench { _, _ in outcome }
            let options = GradingOptions(memoryLimit: .mebibytes(64))
            #expect(try await bench.grade(options: options).report.verdict == verdict)
        }
    }

    /// CPU times of the first and the second run in thousandths of the limit; what is to come of them.
    @Test(arguments: [
        (940, 0, 1, Verdict.accepted, 940),
        (950, 1020, 2, .accepted, 950),
        (1020, 960, 2, .accepted, 960),
        (1020, 1010, 2, .timeLimit, 1010),
        (1010, 1020, 2, .timeLimit, 1010),
        (1060, 0, 1, .timeLimit, 1060),
    ])
    func `a run near the limit is repeated and the smaller time decides`(
        first: Int,
        second: Int,
        runs: Int,
        verdict: Verdict,
        time: Int
    ) async throws {
        let seen = Log<String>()
        let bench = try Bench { input, _ in
            seen.add(input)
            let time = seen.entries.count == 1 ? first : second
            return .wrote("right\n", cpu: .milliseconds(time))
        }
        let report = try await bench.grade(on: .toy(tests: 1)).report
        let test = try #require(report.tests.first)
        #expect(test.verdict == verdict)
        #expect(test.reason == (verdict == .timeLimit ? .cpu : nil))
        #expect(test.cpuTime == Double(time) / 1000)
        #expect(test.runs == runs)
        #expect(seen.entries.count == runs)
    }

    @Test func `a second run that has to be stopped leaves the first's word`() async throws {
        let seen = Log<String>()
        let bench = try Bench { input, _ in
            seen.add(input)
            if seen.entries.count == 1 { return .wrote("right\n", cpu: .milliseconds(990)) }
            let usage = Usage(cpuTime: .milliseconds(500))
            return Outcome(termination: .signaled(name: "KILL"), stop: .wallTime, usage: usage)
        }
        let test = try #require(try await bench.grade(on: .toy(tests: 1)).report.tests.first)
        #expect(test.verdict == .accepted)
        #expect(test.runs == 2)
    }

    @Test func `the second run is alone`() async throws {
        let signals = Signals()
        let alone = Log<Int>()
        let seen = Log<String>()
        let bench = try Bench(slots: 4) { input, command in
            seen.add(input)
            guard input == "1" else {
                // The others are still running when the first run of test 1 ends, and for a while.
                await signals.wait(for: "1 ended")
                for _ in 0..<50 { await Task.yield() }
                return .wrote("right\n")
            }
            guard seen.entries.filter({ $0 == "1" }).count > 1 else {
                signals.fire("1 ended")
                return .wrote("right\n", cpu: .seconds(1))
            }
            for _ in 0..<50 {
                alone.add(FakeExecutor.current?.running ?? -1)
                await Task.yield()
            }
            return .wrote("right\n", cpu: .milliseconds(900))
        }
        let report = try await bench.grade(on: .toy(tests: 8)).report
        #expect(report.verdict == .accepted)
        #expect(report.tests.map(\.runs) == [2, 1, 1, 1, 1, 1, 1, 1])
        #expect(Set(alone.entries) == [1])
    }

    @Test(arguments: [
        (Stop.cpuTime, ["AC", "TLE", "SK", "SK"]), (.wallTime, ["AC", "TLE", "SK", "SK"]),
        (.memory, ["AC", "MLE", "SK", "SK"]), (.output, ["AC", "OLE", "SK", "SK"]), (nil, ["AC", "WA", "AC", "AC"]),
    ])
    func `all tests are run up to the first that runs into a limit, where that is asked for`(
        stop: Stop?,
        verdicts: [String]
    ) async throws {
        let bench = try Bench(slots: 2) { input, _ in
            guard input == "2" else { return .wrote("right\n") }
            return stop.map { Outcome(termination: .signaled(name: "KILL"), stop: $0) } ?? .wrote("wrong\n")
        }
        var options = GradingOptions(allTests: true)
        options.endsAtLimit = true
        let report = try await bench.grade(on: .toy(tests: 4), options: options).report
        #expect(report.tests.map(\.verdict.rawValue) == verdicts)
    }
}

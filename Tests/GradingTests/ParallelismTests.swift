import Core
import Grading
import Problems
import Testing

@Suite(.timeLimit(.minutes(60))) struct ParallelismTests {
    /// Every second run ends only after the one behind it has ended, as far as that one is under way.
    private static func shuffled(_ outcome: @escaping @Sendable (Int) -> Outcome) -> Bench.Run {
        let signals = Signals()
        return { input, _ in
            let number = Int(input) ?? 0
            signals.fire("\(number) began")
            if number.isMultiple(of: 2), FakeExecutor.current?.slotCount ?? 1 > 1 {
                await signals.wait(for: "\(number - 1) ended")
            }
            defer { signals.fire("\(number) ended") }
            return outcome(number)
        }
    }

    private static func outcome(_ number: Int) -> Outcome {
        switch number {
        case 5: .wrote("wrong\n")
        case 6: .exited(3)
        case 7: Outcome(termination: .signaled(name: "KILL"), stop: .cpuTime)
        default: .wrote("right\n", cpu: .milliseconds(number))
        }
    }

    @Test func `the report is the same at any parallelism`() async throws {
        var reports: [Report] = []
        var events: [[GradingEvent]] = []
        for slots in [1, 2, 3, 4, 9, 20] {
            let bench = try Bench(slots: slots, run: Self.shuffled(Self.outcome))
            let graded = try await bench.grade(on: .toy(tests: 9))
            var report = graded.report
            report.timing = Report.Timing()
            reports.append(report)
            events.append(graded.events)
        }
        let first = try #require(reports.first)
        #expect(first.verdict == .wrongAnswer)
        #expect(first.reason == .differs)
        #expect(first.tests.map(\.verdict.rawValue) == ["AC", "AC", "AC", "AC", "WA", "SK", "SK", "SK", "SK"])
        #expect(reports.allSatisfy { $0 == first })
        #expect(events.allSatisfy { $0 == events.first })
    }

    @Test(arguments: [1, 4])
    func `all tests are run where that is asked for`(slots: Int) async throws {
        let bench = try Bench(slots: slots, run: Self.shuffled(Self.outcome))
        let (report, events) = try await bench.grade(on: .toy(tests: 9), options: GradingOptions(allTests: true))
        #expect(report.tests.map(\.verdict.rawValue) == ["AC", "AC", "AC", "AC", "WA", "RTE", "TLE", "AC", "AC"])
        #expect(report.verdict == .wrongAnswer)
        #expect(events.count == 10)
    }

    @Test func `tests go on after one whose group says so`() async throws {
        let bench = try Bench(run: Self.shuffled(Self.outcome))
        var problem = Problem.toy(tests: 9)
        var root = TestGroup(name: "")
        // A group that goes on in one that ends.
        var (first, second) = (TestGroup(name: "secret/a"), TestGroup(name: "secret/b"))
        first.onReject = .continue
        first.members = (0...5).map { .test($0) }
        second.members = (6...8).map { .test($0) }
        root.members = [.group(first), .group(second)]
        problem.data = root
        let report = try await bench.grade(on: problem).report
        #expect(report.tests.map(\.verdict.rawValue) == ["AC", "AC", "AC", "AC", "WA", "RTE", "SK", "SK", "SK"])
        #expect(report.verdict == .wrongAnswer)
    }

    @Test func `samples alone are run where that is asked for`() async throws {
        let bench = try Bench()
        let report = try await bench.grade(options: GradingOptions(samplesOnly: true)).report
        #expect(report.tests.map(\.name) == ["sample/1"])
        #expect(bench.commands("run-toy").count == 1)
    }

    @Test func `as many tests are begun as there are slots, and two that slots find at hand`() async throws {
        let signals = Signals()
        let bench = try Bench(slots: 3) { input, _ in
            signals.fire(input)
            // None of the first five ends before all of them have begun.
            for other in 1...5 { await signals.wait(for: "\(other)") }
            return .wrote("right\n")
        }
        #expect(try await bench.grade(on: .toy(tests: 9)).report.verdict == .accepted)
        #expect(bench.executor.mostRunning == 5)
    }

    @Test func `a judge error outranks the verdict of an earlier test`() async throws {
        let bench = try Bench { input, _ in
            input == "1" ? .wrote("wrong\n") : .wrote("right\n")
        }
        var problem = Problem.toy(tests: 2)
        problem.tests[1].standardValidator = nil
        let report = try await bench.grade(on: problem, options: GradingOptions(allTests: true)).report
        #expect(report.tests.map(\.verdict) == [.wrongAnswer, .judgeError])
        #expect(report.verdict == .judgeError)
        #expect(report.reason == nil)
    }

    @Test func `what a run ahead of its turn failed of is forgotten when an earlier test ends the series`() async throws
    {
        let signals = Signals()
        let bench = try Bench(slots: 2) { input, _ async throws(ExecutorFailure) in
            if input == "2" {
                defer { signals.fire("2 ended") }
                throw ExecutorFailure(operation: "clone", subject: "slot 1", cause: "EAGAIN")
            }
            await signals.wait(for: "2 ended")
            return .wrote("wrong\n")
        }
        let report = try await bench.grade(on: .toy(tests: 2)).report
        #expect(report.tests.map(\.verdict) == [.wrongAnswer, .skipped])
    }

    @Test func `where more submissions are graded than there are slots no test runs ahead of its turn`() async throws {
        let names = ["a", "b", "c"]
        let signals = Signals()
        let order = Log<String>()
        let bench = try Bench(
            slots: 2,
            compile: { command in
                // All of them are under way before the first has a test.
                signals.fire("\(command.text(of: "main.toy") ?? "") is compiled")
                for name in names { await signals.wait(for: "\(name) is compiled") }
                return .compiled
            },
            run: { input, command in
                guard case .artifact(let key) = command.workspace else { return .exited(1) }
                order.add("\(key.rawValue) \(input) began")
                // And none has ended before the last of them has its last test.
                if input == "3" {
                    order.add("at its last")
                    while !Task.isCancelled, order.entries.count(where: { $0 == "at its last" }) < names.count {
                        await Task.yield()
                    }
                }
                order.add("\(key.rawValue) \(input) ended")
                return .wrote("right\n")
            }
        )
        let keys = try await withThrowingTaskGroup(of: Void.self) { group in
            for name in names { group.addTask { _ = try await bench.grade(.toy(name), on: .toy(tests: 3)) } }
            try await group.waitForAll()
            return Set(order.entries.compactMap { $0.hasSuffix(" 1 began") ? String($0.dropLast(8)) : nil })
        }
        #expect(keys.count == 3)
        for key in keys {
            let own = order.entries.filter { $0.hasPrefix(key + " ") }
            #expect(own == ["1", "2", "3"].flatMap { ["\(key) \($0) began", "\(key) \($0) ended"] })
        }
    }

    @Test func `what several submissions need of their package is made once`() async throws {
        let compiled = Log<String>()
        let bench = try Bench(compile: { command in
            guard command.text(of: "check.cpp") != nil else { return .compiled }
            compiled.add("validator")
            // Long enough for all others to want it.
            for _ in 0..<100 { await Task.yield() }
            return .compiled
        })
        var problem = Problem.toy(tests: 1)
        let file = BoxFile(path: "check.cpp", content: MemoryBytes("accepts"))
        problem.validator = .custom([PackageProgram(name: "check.cpp", kind: .cpp, files: [file])])
        try await withThrowingTaskGroup(of: Void.self) { [problem] group in
            for number in 0..<8 { group.addTask { _ = try await bench.grade(.toy("\(number)"), on: problem) } }
            try await group.waitForAll()
        }
        #expect(compiled.entries.count == 1)
    }
}

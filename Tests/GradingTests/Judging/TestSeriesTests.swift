import Core
import Testing

@testable import Grading

@Suite(.timeLimit(.minutes(60))) struct TestSeriesTests {
    private static let verdicts: [Verdict] = [
        .accepted, .accepted, .accepted, .wrongAnswer, .accepted, .runtimeError, .accepted, .accepted,
    ]
    private static let machinery = GradingError.machinery(ExecutorFailure(operation: "run", subject: "x", cause: "y"))

    private static func series(width: Int, count: Int = verdicts.count) -> TestSeries {
        TestSeries(names: (0..<count).map { "secret/\($0)" }, width: width)
    }

    /// The first that is not accepted ends the series.
    private static func isNeeded(_ place: Int, _ known: TestSeries.Known) -> Bool {
        (0..<place).allSatisfy { (known[$0]?.verdict ?? .accepted) == .accepted }
    }

    private static func report(_ index: Int, _ verdict: Verdict) -> Report.Test {
        var test = Report.Test(name: "secret/\(index)", verdict: verdict)
        test.cpuTime = 0.5
        return test
    }

    @Test(arguments: 1...9)
    func `a series ends at the first test that is not accepted, whatever the width`(width: Int) async throws {
        var told: [Int] = []
        let tests = try await Self.series(width: width).run(
            isNeeded: { Self.isNeeded($0, $1) },
            judge: { index async throws(GradingError) in Self.report(index, Self.verdicts[index]) },
            progress: { index, test in
                #expect(test.verdict == Self.verdicts[index])
                told.append(index)
            }
        )
        #expect(told == [0, 1, 2, 3])
        #expect(tests.map(\.verdict) == Array(Self.verdicts.prefix(4)) + Array(repeating: .skipped, count: 4))
        #expect(tests.map(\.name) == (0..<8).map { "secret/\($0)" })
        #expect(tests[4...].allSatisfy { $0.cpuTime == nil && $0.wallTime == nil && $0.peakMemory == nil })
    }

    @Test(arguments: 1...9)
    func `every test is judged where none is decisive`(width: Int) async throws {
        var told: [Int] = []
        let tests = try await Self.series(width: width).run(
            isNeeded: { _, _ in true },
            judge: { index async throws(GradingError) in Self.report(index, Self.verdicts[index]) },
            progress: { index, _ in told.append(index) }
        )
        #expect(told == Array(0..<8))
        #expect(tests.map(\.verdict) == Self.verdicts)
    }

    @Test func `tests that end out of order are told of in order`() async throws {
        let signals = Signals()
        var told: [Int] = []
        // Of each pair the first can only end after the second.
        let tests = try await Self.series(width: 2, count: 6).run(
            isNeeded: { Self.isNeeded($0, $1) },
            judge: { index async throws(GradingError) in
                if index.isMultiple(of: 2) { await signals.wait(for: "\(index + 1) ended") }
                defer { signals.fire("\(index) ended") }
                return Self.report(index, .accepted)
            },
            progress: { index, _ in told.append(index) }
        )
        #expect(told == Array(0..<6))
        #expect(tests.map(\.verdict) == Array(repeating: .accepted, count: 6))
    }

    @Test func `a slow test does not keep the other places empty`() async throws {
        let signals = Signals()
        // The first test ends only after the last, which can only be begun while the first is still running.
        let tests = try await Self.series(width: 2, count: 6).run(
            isNeeded: { Self.isNeeded($0, $1) },
            judge: { index async throws(GradingError) in
                if index == 0 { await signals.wait(for: "5 ended") }
                defer { signals.fire("\(index) ended") }
                return Self.report(index, .accepted)
            },
            progress: { _, _ in }
        )
        #expect(tests.map(\.name) == (0..<6).map { "secret/\($0)" })
    }

    @Test func `a failure ahead of its turn is forgotten when an earlier test ends the series`() async throws {
        let signals = Signals()
        let tests = try await Self.series(width: 3, count: 3).run(
            isNeeded: { Self.isNeeded($0, $1) },
            judge: { index async throws(GradingError) in
                switch index {
                case 0:
                    await signals.wait(for: "1 ended")
                    return Self.report(0, .timeLimit)
                case 1:
                    defer { signals.fire("1 ended") }
                    throw Self.machinery
                default:
                    // Still running when the series ends: it must be cancelled, or this never returns.
                    #expect(await !signals.wait(for: "never"))
                    throw .cancelled
                }
            },
            progress: { _, _ in }
        )
        #expect(tests.map(\.verdict) == [.timeLimit, .skipped, .skipped])
    }

    @Test func `nothing is begun behind a test that is known to end the series`() async throws {
        let signals = Signals()
        let begun = Log<Int>()
        let tests = try await Self.series(width: 2, count: 8).run(
            isNeeded: { Self.isNeeded($0, $1) },
            judge: { index async throws(GradingError) in
                begun.add(index)
                if index == 0 { await signals.wait(for: "1 ended") }
                // It keeps the first one's place until the second's end has been heard of, which calls it off.
                if index > 1 { await signals.wait(for: "never") }
                defer { signals.fire("\(index) ended") }
                return Self.report(index, index == 1 ? .wrongAnswer : .accepted)
            },
            progress: { _, _ in }
        )
        #expect(tests.map(\.verdict).prefix(3) == [.accepted, .wrongAnswer, .skipped])
        // The second test's end may be heard of after the first's, which gives its place to the third; no more than that.
        #expect(Set(begun.entries).isSubset(of: [0, 1, 2]))
    }

    @Test(arguments: [1, 4])
    func `a failure whose turn comes ends the series`(width: Int) async {
        await #expect(throws: Self.machinery) {
            try await Self.series(width: width).run(
                isNeeded: { Self.isNeeded($0, $1) },
                judge: { index async throws(GradingError) in
                    guard index != 2 else { throw Self.machinery }
                    return Self.report(index, .accepted)
                },
                progress: { index, _ in #expect(index < 2) }
            )
        }
    }

    @Test(arguments: 1...9)
    func `tests in the middle can turn out to be needless, whatever the width`(width: Int) async throws {
        var told: [Int] = []
        // After a test that is not accepted the next two are not needed.
        let tests = try await Self.series(width: width).run(
            isNeeded: { place, known in
                (max(0, place - 2)..<place).allSatisfy {
                    [.accepted, .skipped].contains(known[$0]?.verdict ?? .accepted)
                }
            },
            judge: { index async throws(GradingError) in Self.report(index, Self.verdicts[index]) },
            progress: { index, _ in told.append(index) }
        )
        #expect(tests.map(\.verdict.rawValue) == ["AC", "AC", "AC", "WA", "SK", "SK", "AC", "AC"])
        #expect(told == [0, 1, 2, 3, 6, 7])
    }
}

internal import Core

/// Judges tests side by side, and tells of them as if they had been judged one after the other.
///
/// Tests behind one that is still running are begun ahead of their turn. Where one turns out to be needless what came of it
/// is forgotten: a report is the same whatever the width.
struct TestSeries: Sendable {
    /// What is known of the series while it goes on.
    struct Known: Sendable {
        private var tests: [Report.Test?]
        /// The place of the first test whose judging failed.
        private(set) var firstJudgeError: Int?
        /// The place of the first test that ran into a limit.
        private(set) var firstLimit: Int?
        /// The places, in order, of tests that were judged and not accepted, and of those that were not needed.
        private var refused: [Int] = []
        private var skipped: [Int] = []
        /// All places before it are known.
        private var firstUnknown = 0

        /// Nothing is known of so many tests.
        init(count: Int) { tests = Array(repeating: nil, count: count) }

        /// All there is to know.
        init(_ tests: [Report.Test]) {
            self.init(count: tests.count)
            for (place, test) in tests.enumerated() { self[place] = test }
        }

        /// The test in that place, `SK` where it was not needed; nil where that is not known yet.
        subscript(place: Int) -> Report.Test? {
            get { tests[place] }
            set {
                // What was begun ahead of its turn may turn out not to be needed.
                if tests[place] != nil { forget(place) }
                tests[place] = newValue
                if newValue?.verdict == .judgeError { firstJudgeError = min(place, firstJudgeError ?? place) }
                switch newValue?.verdict {
                case .timeLimit, .memoryLimit, .outputLimit: firstLimit = min(place, firstLimit ?? place)
                default: break
                }
                switch newValue?.verdict {
                case nil, .accepted: break
                case .skipped: skipped.insert(place, at: skipped.firstPlace(from: place))
                case _?: refused.insert(place, at: refused.firstPlace(from: place))
                }
                while firstUnknown < tests.count, tests[firstUnknown] != nil { firstUnknown += 1 }
            }
        }

        private mutating func forget(_ place: Int) {
            refused.removeAll { $0 == place }
            skipped.removeAll { $0 == place }
        }

        /// The places in `range` of tests that were judged and not accepted.
        func refused(in range: Range<Int>) -> ArraySlice<Int> {
            let start = refused.firstPlace(from: range.lowerBound)
            return refused[start..<max(start, refused.firstPlace(from: range.upperBound))]
        }

        /// Whether all tests in `range` that are known were accepted.
        func isAccepted(in range: Range<Int>) -> Bool {
            [refused, skipped].allSatisfy { places in
                let next = places.firstPlace(from: range.lowerBound)
                return next == places.count || places[next] >= range.upperBound
            }
        }

        /// Whether all tests in `range` are known.
        func isWhole(in range: Range<Int>) -> Bool {
            range.upperBound <= firstUnknown || range.allSatisfy { tests[$0] != nil }
        }
    }

    /// The names of the tests, in package order.
    let names: [String]
    /// How many are judged at the same time.
    let width: Int
    /// Where their runs pass, which lets those wait whose turn is still to come.
    var gate: RunGate?
    /// Whether what one test comes to makes no other needless: then it is the turn of all of them.
    var isWhole = false

    private typealias Judged = Result<Report.Test, GradingError>

    /// Judges the tests by `judge`; `progress` gets each that counts, in order.
    ///
    /// `isNeeded` tells whether the test in that place is to be judged, after what is known of those before it. It must not
    /// come to need one that it did not need when it knew less; those that it does not need are `SK`.
    ///
    /// - Throws: the error of the first test, in order, that had one and whose turn came; what `isNeeded` throws.
    func run(
        isNeeded: @escaping @Sendable (Int, Known) async throws(GradingError) -> Bool,
        judge: @escaping @Sendable (Int) async throws(GradingError) -> Report.Test,
        progress: (Int, Report.Test) -> Void
    ) async throws(GradingError) -> [Report.Test] {
        let result: Result<[Report.Test], GradingError> = await withTaskGroup(of: (Int, Judged).self) { group in
            defer { group.cancelAll() }
            var reported: [Report.Test] = []
            var waiting: [Int: Judged] = [:]
            var known = Known(count: names.count)
            var begun = 0
            var running = 0
            var turns: [Int: Turn] = [:]
            do throws(GradingError) {
                while true {
                    // What has come to its turn.
                    while reported.count < names.count {
                        let place = reported.count
                        guard try await isNeeded(place, known) else {
                            let test = Report.Test(name: names[place], verdict: .skipped)
                            reported.append(test)
                            known[place] = test
                            waiting[place] = nil
                            continue
                        }
                        guard let judged = waiting.removeValue(forKey: place) else { break }
                        let test = try judged.get()
                        progress(place, test)
                        reported.append(test)
                    }
                    if reported.count == names.count { return .success(reported) }
                    turns[reported.count]?.come()
                    begun = max(begun, reported.count)
                    while begun < names.count, running < width {
                        let place = begun
                        begun += 1
                        guard try await isNeeded(place, known) else { continue }
                        let turn = isWhole ? nil : gate.map { Turn(at: $0, hasCome: place == reported.count) }
                        turns[place] = turn
                        group.addTask(name: names[place]) {
                            (place, await Turn.$current.withValue(turn) { await TestSeries.judged(place, by: judge) })
                        }
                        running += 1
                    }
                    guard let (place, judged) = await group.next() else { return .success(reported) }
                    running -= 1
                    turns[place] = nil
                    // Of one that was begun in vain nobody wants to know, not even of its errors.
                    if place < reported.count { continue }
                    waiting[place] = judged
                    if case .success(let test) = judged { known[place] = test }
                    // Nothing is begun behind one that ends the series when its turn comes.
                    if case .failure = judged { begun = names.count }
                }
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private static func judged(
        _ index: Int,
        by judge: @Sendable (Int) async throws(GradingError) -> Report.Test
    ) async -> Judged {
        do throws(GradingError) {
            return .success(try await judge(index))
        } catch {
            return .failure(error)
        }
    }
}

extension [Int] {
    /// Of a list in order, where the first that is at least `least` is or would be.
    fileprivate func firstPlace(from least: Int) -> Int {
        // What comes is nearly always behind all that is there.
        guard let last, last >= least else { return count }
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < least { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

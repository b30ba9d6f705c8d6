internal import Core

/// Judges tests side by side, and tells of them as if they had been judged one after the other.
///
/// Tests behind one that is still running are begun ahead of their turn. Where one that is not accepted ends the series,
/// what was begun behind it is cancelled and forgotten: a report is the same whatever the width.
struct TestSeries: Sendable {
    /// One test of the series.
    struct Entry: Hashable, Sendable {
        let name: String
        /// Whether the series ends when the test is not accepted.
        let isDecisive: Bool
    }

    /// The tests, in package order.
    let entries: [Entry]
    /// How many are judged at the same time.
    let width: Int

    private typealias Judged = Result<Report.Test, GradingError>

    /// Judges the tests by `judge`; `progress` gets each that counts, in order.
    ///
    /// - Throws: the error of the first test, in order, that had one and whose turn came.
    func run(
        judge: @escaping @Sendable (Int) async throws(GradingError) -> Report.Test,
        progress: (Int, Report.Test) -> Void
    ) async throws(GradingError) -> [Report.Test] {
        let result: Result<[Report.Test], GradingError> = await withTaskGroup(of: (Int, Judged).self) { group in
            var reported: [Report.Test] = []
            var waiting: [Int: Judged] = [:]
            var begun = 0
            var isEnding = false
            while reported.count < entries.count {
                while !isEnding, begun < entries.count, begun - reported.count - waiting.count < width {
                    let index = begun
                    group.addTask(name: entries[index].name) { (index, await TestSeries.judged(index, by: judge)) }
                    begun += 1
                }
                guard let (index, judged) = await group.next() else { break }
                waiting[index] = judged
                // Nothing is begun behind a test that will end the series when its turn comes.
                if ends(judged, at: index) { isEnding = true }
                while let judged = waiting.removeValue(forKey: reported.count) {
                    let test: Report.Test
                    switch judged {
                    case .success(let success): test = success
                    case .failure(let error):
                        group.cancelAll()
                        return .failure(error)
                    }
                    progress(reported.count, test)
                    reported.append(test)
                    if ends(judged, at: reported.count - 1) {
                        group.cancelAll()
                        return .success(reported + skipped(from: reported.count))
                    }
                }
            }
            return .success(reported)
        }
        return try result.get()
    }

    private func ends(_ judged: Judged, at index: Int) -> Bool {
        switch judged {
        case .success(let test): entries[index].isDecisive && test.verdict != .accepted
        case .failure: true
        }
    }

    private func skipped(from first: Int) -> [Report.Test] {
        entries[first...].map { Report.Test(name: $0.name, verdict: .skipped) }
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

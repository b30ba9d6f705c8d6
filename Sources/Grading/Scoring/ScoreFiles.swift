internal import Core
internal import Synchronization

/// In which of the two files validators gave the scores of a submission's tests.
///
/// One submission's scores are all in `score.txt` or all in `score_multiplier.txt` (2025-09).
final class ScoreFiles: Sendable {
    private let files = Mutex<[String: String]>([:])

    /// Takes note of what a validator gave on `test`.
    func add(_ given: GivenScore?, on test: String) {
        guard let given else { return }
        files.withLock { $0[test] = given.file }
    }

    /// The tests; the first of them whose score is in the other file than those before it is a judge error.
    ///
    /// What was begun ahead of its turn and then not needed counts for nothing.
    func checked(_ tests: [Report.Test]) -> [Report.Test] {
        let files = files.withLock { $0 }
        var tests = tests
        var first: (file: String, test: String)?
        for (place, test) in tests.enumerated() where test.verdict != .skipped && test.verdict != .judgeError {
            guard let file = files[test.name] else { continue }
            guard let earlier = first else {
                first = (file, test.name)
                continue
            }
            guard file != earlier.file else { continue }
            tests[place].fail("a validator wrote \(file), and on \(earlier.test) \(earlier.file)")
            break
        }
        return tests
    }
}

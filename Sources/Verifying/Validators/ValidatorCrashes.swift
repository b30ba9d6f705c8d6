internal import Grading
internal import Problems

/// The ways in which a validator ended that are no answers, each of them told once.
struct ValidatorCrashes {
    private var ways: [(why: String, first: String, count: Int)] = []

    /// Takes what came of `junk` as the output of `test`.
    mutating func add(_ junk: Junk, _ test: TestCase, _ answer: PackageTrials.Answer) {
        guard let failure = answer.failure else { return }
        // What it said last is why, in most languages.
        let lines = failure.split(whereSeparator: \.isNewline).map(String.init)
        let why = failure.firstLine + (lines.count > 1 ? " (\(lines[lines.count - 1]))" : "")
        if let place = ways.firstIndex(where: { $0.why.firstPart == why.firstPart }) {
            ways[place].count += 1
        } else {
            ways.append((why, "\(junk.name) as the output of \(test.name)", 1))
        }
    }

    /// One for each way.
    func findings(of validator: String) -> [Finding] {
        ways.map { way in
            let others = way.count == 1 ? "" : ", and \(way.count - 1) other outputs"
            let message = "given \(way.first)\(others): \(way.why)"
            return Finding(.error, .validatorCrash, validator, message, mend: "have it end with 42 or 43")
        }
    }
}

extension String {
    /// Without what a program said, in which an input may occur.
    fileprivate var firstPart: Substring { self[..<(firstIndex(of: "(") ?? endIndex)] }
}

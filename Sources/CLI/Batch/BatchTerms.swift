internal import Batch
internal import Core
internal import Digest
internal import Problems

/// By what a submission is judged besides its files and its package.
struct BatchTerms {
    /// The CPU time that a test may take, as it is stated.
    let timeLimit: Duration?
    /// The memory, where that of the package does not count.
    let memoryLimit: ByteCount?
    /// Whether all tests are run in any case.
    let allTests: Bool

    /// A name for these terms and what is expected of `item`: another one where any of that is another.
    func digest(of item: BatchItem) -> String {
        var digest = SHA256()
        digest.update(field: "terms of a batch 1")
        digest.update(field: timeLimit.map { "\($0)" } ?? "")
        digest.update(field: memoryLimit.map { "\($0.bytes)" } ?? "")
        digest.update(field: allTests ? "all" : "")
        digest.update(field: item.entry ?? "")
        switch item.expectation {
        case .nothing: digest.update(field: "nothing")
        case .verdicts(let verdicts):
            digest.update(field: Verdict.allCases.filter(verdicts.contains).map(\.rawValue).joined(separator: " "))
        case .reference(let submission):
            for term in submission.terms { digest.update(field: term) }
        }
        return digest.finish()
    }
}

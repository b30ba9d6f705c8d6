internal import Core
internal import FoundationEssentials

/// A line of a journal, as far as reports show it.
struct JournalLine: Decodable {
    struct Submission: Decodable {
        var language: String
    }
    struct Test: Decodable {
        var name: String
        var verdict: Verdict
        var reason: String?
        var cpuTime: Double?
        var peakMemory: Int?
        var message: String
        var judgeMessage: String?
    }
    struct Compile: Decodable {
        var diagnostics: String
    }

    var id: String
    var problem: String
    var expected: [Verdict]
    var asExpected: Bool?
    var surprises: [String]?
    var skipped: String?
    /// Whether it was skipped because it cannot be judged as it is.
    var refused: Bool?
    var submission: Submission?
    var verdict: Verdict?
    var reason: String?
    var score: Double?
    var maxScore: Double?
    var compile: Compile?
    var tests: [Test]?
    var cpuTime: Double?
    var peakMemory: Int?

    /// The results in a journal, one at a time.
    ///
    /// - Throws: `Complaint` for one that cannot be read.
    static func forEach(in journal: Journal, _ body: (JournalLine) throws -> Void) throws {
        var lines = try journal.lines()
        while let line = try lines.next() {
            guard let result = try? JSONDecoder().decode(JournalLine.self, from: Data(line)) else { continue }
            try body(result)
        }
    }
}

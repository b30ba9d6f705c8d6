import Core
import FoundationEssentials
import Languages
import Testing

/// The conformance suite of the languages that everybody has, run by the built program.
///
/// It needs a host that `assay doctor` is content with, and all their toolchains.
@Suite(.timeLimit(.minutes(60))) struct ConformanceEndToEndTests {
    private static let common =
        ((try? LanguageCatalog(directory: Project.root + "/Sandboxes/languages"))?.profiles ?? [])
        .filter { $0.tier == .common }.map(\.id.rawValue)

    private struct Answer: Decodable {
        struct Language: Decodable {
            let id: String
            let state: String
            let version: String?
            let selfTestTime: Double?
            let conformance: Conformance?
        }

        struct Conformance: Decodable {
            let rows: [Row]
        }

        struct Row: Decodable {
            let row: String
            let result: String
            let reason: String?
        }

        let languages: [Language]
    }

    @Test func `there are languages that everybody has`() { #expect(Self.common.count >= 15) }

    @Test(arguments: common)
    func `every row passes, or does not apply`(language: String) throws {
        let result = try BuiltProgram.run(
            ["languages", "--check", "--json", language],
            environment: VerdictsReport.environment
        )
        let answer = try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
        let told = try #require(answer.languages.first)
        #expect(told.id == language && told.state == "offered")
        #expect(told.version != nil && told.selfTestTime != nil)
        let rows = try #require(told.conformance?.rows)
        #expect(rows.map(\.row) == ConformanceRow.allCases.map(\.rawValue))
        for row in rows where !["passed", "n/a", "known"].contains(row.result) {
            Issue.record("\(row.row) \(row.result): \(row.reason ?? "")")
        }
        #expect(rows.count { $0.result == "passed" } >= 15)
        #expect(result.code == 0)
    }

    @Test func `a language that is checked by name is told row by row`() throws {
        let result = try BuiltProgram.run(["languages", "--check", "bash"], environment: VerdictsReport.environment)
        let lines = result.output.split(separator: "\n").map(String.init)
        #expect(lines.count == ConformanceRow.allCases.count + 2)
        #expect(lines.contains { $0.hasPrefix("  hello     passed   0.") })
        #expect(lines.last == "1 language: rows 17 passed, 2 n/a")
    }

    @Test func `a run that was broken off goes on with the results that its file has`() throws {
        let scratch = try ScratchDirectory()
        let path = scratch.path + "/results"
        let url = URL(fileURLWithPath: path)
        let call = ["languages", "--check", "--results", path, "--matrix", scratch.path + "/matrix", "bash"]
        #expect(try BuiltProgram.run(call, environment: VerdictsReport.environment).code == 0)
        let all = try Data(contentsOf: url)
        let lines = all.split(separator: UInt8(ascii: "\n"))
        try #require(lines.count == ConformanceRow.allCases.count)
        // Two rows and a half are lost.
        let kept = Data(lines.prefix(lines.count - 3).joined(separator: Data("\n".utf8))) + Data("\n".utf8)
        try (kept + lines[lines.count - 1].prefix(20)).write(to: url)
        #expect(try BuiltProgram.run(call, environment: VerdictsReport.environment).code == 0)
        let again = try Data(contentsOf: url)
        #expect(again.starts(with: kept))
        #expect(again.split(separator: UInt8(ascii: "\n")).count == lines.count)
        let matrix = try String(contentsOfFile: scratch.path + "/matrix", encoding: .utf8)
        #expect(matrix.contains("| `bash` | 5."))
    }
}

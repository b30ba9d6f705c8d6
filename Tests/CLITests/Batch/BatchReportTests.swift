import Batch
import Core
import FoundationEssentials
import Glibc
import Linux
import Testing

@testable import CLI

/// The reports of a batch, each made of a journal that holds what anybody may have handed in.
@Suite struct BatchReportTests {
    /// Names and messages that would be code where they are not escaped.
    private static let hostile = "=cmd|'/C calc'!A1,\"<script>alert(1)</script>\"\n]]>&\u{1}é"

    private func journal(_ scratch: borrowing ScratchDirectory) throws -> Journal {
        let journal = try Journal(nil, state: scratch.path, resumes: false)
        var right = Reports.report(.accepted, tests: [Reports.test("secret/1", .accepted)])
        (right.score, right.maxScore) = (5, 10)
        let wrong = Reports.report(
            .wrongAnswer,
            reason: .differs,
            tests: [
                Reports.test("secret/1", .accepted),
                Reports.test("secret/2", .wrongAnswer, message: Self.hostile, judge: Self.hostile),
                Reports.test("secret/3", .skipped, cpu: nil),
            ]
        )
        let results = [
            BatchResult(id: "a", problem: "p", expected: [.accepted], outcome: .judged(right, surprises: [])),
            BatchResult(id: Self.hostile, problem: "p", expected: [], outcome: .judged(wrong, surprises: nil)),
            BatchResult(
                id: "-1",
                problem: "q",
                expected: [.accepted, .wrongAnswer],
                outcome: .judged(
                    Reports.report(.judgeError, tests: [Reports.test("secret/1", .judgeError, judge: "broken")]),
                    surprises: ["the verdict is JE"]
                )
            ),
            BatchResult(id: "@x", problem: "q", expected: [], outcome: .skipped("not <installed>")),
        ]
        for result in results { try journal.append(JSONLine.bytes(of: result)) }
        try journal.append(Array("{\"summary\":{}}\n".utf8))
        return journal
    }

    private func report(_ kind: String, _ write: (Journal, ReportFile) throws -> Void) throws -> String {
        let scratch = try ScratchDirectory()
        let file = try ReportFile("\(scratch.path)/r.\(kind)")
        try write(try journal(scratch), file)
        #expect(HostDirectory.kind(of: "\(scratch.path)/r.\(kind)") == nil)
        try file.finish()
        #expect(HostDirectory.kind(of: "\(scratch.path)/r.\(kind).new") == nil)
        // Others may read it, unless the mask of whoever asked for it says otherwise.
        #expect(try Descriptor.open("\(scratch.path)/r.\(kind)").status().st_mode & 0o044 == 0o044)
        return String(decoding: try HostFile.read("\(scratch.path)/r.\(kind)"), as: UTF8.self)
    }

    @Test func `a line of a journal is read as it was written`() throws {
        let scratch = try ScratchDirectory()
        var lines: [JournalLine] = []
        try JournalLine.forEach(in: journal(scratch)) { lines.append($0) }
        #expect(lines.map(\.id) == ["a", Self.hostile, "-1", "@x"])
        #expect(lines.map(\.verdict) == [.accepted, .wrongAnswer, .judgeError, nil])
        #expect(lines.map(\.asExpected) == [true, nil, false, nil])
        #expect(lines.map(\.skipped) == [nil, nil, nil, "not <installed>"])
        #expect(lines[0].score == 5 && lines[0].maxScore == 10 && lines[0].peakMemory == 8_650_752)
        #expect(lines[1].tests?.map(\.verdict) == [.accepted, .wrongAnswer, .skipped])
        #expect(lines[1].tests?[1].message == Self.hostile)
    }

    // MARK: - CSV

    @Test(arguments: [
        ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""), ("a\nb", "\"a\nb\""),
        ("a\rb", "\"a\rb\""), ("=1+1", "'=1+1"), ("+cmd", "'+cmd"), ("-cmd", "'-cmd"), ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"), ("\r=1", "\"'\r=1\""), ("-1", "-1"), ("+1.5e3", "+1.5e3"), ("=\"a\"", "\"'=\"\"a\"\"\""),
    ])
    func `a cell is quoted where it must be, and is never a formula`(_ text: String, _ cell: String) {
        #expect(CSVReport.cell(text) == cell)
    }

    @Test func `a CSV report has a row for each submission`() throws {
        let text = try report("csv") { try CSVReport.write($0, to: $1) }
        let rows = text.split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(rows.count == 6 && rows.last == "")
        #expect(
            rows[0] == "id,problem,language,verdict,reason,score,maxScore,cpuTime,peakMemory,tests,accepted,expected,"
                + "asExpected,skipped"
        )
        #expect(rows[1] == "a,p,python3,AC,,5.0,10.0,0.012,8650752,1,1,AC,true,")
        let id = "\"'" + Self.hostile.replacing("\"", with: "\"\"") + "\""
        #expect(rows[2].hasPrefix(id + ",p,python3,WA,differs,"))
        #expect(rows[3].hasPrefix("-1,q,") && rows[3].hasSuffix(",AC WA,false,"))
        #expect(rows[4] == "'@x,q,,,,,,,,0,0,,,not <installed>")
    }

    // MARK: - JUnit XML

    @Test(arguments: [
        ("a<b>&\"c\"", "a&lt;b&gt;&amp;&quot;c&quot;"), ("]]>", "]]&gt;"), ("a\nb", "a&#10;b"),
        ("\u{0}\u{1}\u{FFFE}", "\u{FFFD}\u{FFFD}\u{FFFD}"), ("é𝄞", "é𝄞"),
    ])
    func `a text is escaped for XML`(_ text: String, _ escaped: String) {
        #expect(JUnitReport.escaped(text) == escaped)
    }

    @Test func `a JUnit report counts what failed, was broken and was left out`() throws {
        let text = try report("xml") { try JUnitReport.write($0, to: $1) }
        #expect(
            text.contains("<testsuite name=\"assay grade\" tests=\"4\" failures=\"1\" errors=\"1\" skipped=\"1\">")
        )
        #expect(text.contains("<testcase classname=\"p\" name=\"a\" time=\"0.012\"/>"))
        #expect(text.contains("<skipped message=\"not &lt;installed&gt;\"/>"))
        #expect(text.contains("<error type=\"JE\" message=\"the verdict is JE\">secret/1&#10;broken</error>"))
        #expect(text.contains("<failure type=\"WA\" message=\"the verdict is WA\">"))
        #expect(!text.contains("<script") && !text.contains("]]>") && !text.contains("\u{1}"))
        #expect(text.count { $0 == "<" } == text.count { $0 == ">" })
    }

    // MARK: - HTML

    private struct Page: Decodable {
        struct Row: Decodable {
            let i: String
            let v: String?
            let k: String?
            let c: Double?
            let m: Int?
        }
        let results: [Row]
        let tests: [String: [String]]
    }

    @Test func `a page holds all results, and nothing of them ends its script`() throws {
        let text = try report("html") { try HTMLReport.write($0, to: $1) }
        let marks = ["<script type=\"application/json\" id=\"data\">", "</script>"]
        let start = try #require(text.firstRange(of: marks[0])).upperBound
        let end = try #require(text[start...].firstRange(of: marks[1])).lowerBound
        #expect(!text[start..<end].contains("<"))
        let page = try JSONDecoder().decode(Page.self, from: Data(text[start..<end].utf8))
        #expect(page.results.map(\.i) == ["a", Self.hostile, "-1", "@x"])
        #expect(page.results.map(\.v) == ["AC", "WA", "JE", nil] && page.results[3].k == "not <installed>")
        #expect(page.tests == ["p": ["secret/1", "secret/2", "secret/3"], "q": ["secret/1"]])
        #expect(!text.contains("<script>alert"))
        #expect(text.contains("default-src 'none'"))
    }

    @Test func `what was never run has no figures on the page`() throws {
        let scratch = try ScratchDirectory()
        let journal = try Journal(nil, state: scratch.path, resumes: false)
        let report = Reports.report(.compileError, compile: Reports.refused, tests: [])
        try journal.append(
            JSONLine.bytes(
                of: BatchResult(id: "ce", problem: "p", expected: [], outcome: .judged(report, surprises: nil))
            )
        )
        let file = try ReportFile("\(scratch.path)/r.html")
        try HTMLReport.write(journal, to: file)
        try file.finish()
        let text = String(decoding: try HostFile.read("\(scratch.path)/r.html"), as: UTF8.self)
        let start = try #require(text.firstRange(of: "id=\"data\">")).upperBound
        let end = try #require(text[start...].firstRange(of: "</script>")).lowerBound
        let page = try JSONDecoder().decode(Page.self, from: Data(text[start..<end].utf8))
        #expect(page.results.map(\.v) == ["CE"] && page.results[0].c == nil && page.results[0].m == nil)
    }

    // MARK: - What is asked for

    @Test(arguments: [
        ("html", "--report html: this is no KIND=FILE; write for example html=results.html"),
        ("pdf=x", "--report pdf=x: there is no kind pdf; use jsonl, csv, junit or html"),
        ("csv=a,", "--report : this is no KIND=FILE; write for example html=results.html"),
    ])
    func `a wrong request is told`(_ text: String, _ message: String) {
        #expect { _ = try ReportRequests(text) } throws: { ($0 as? Complaint)?.message == message }
    }
}

import Core
import Testing
import Verifying

@testable import CLI

@Suite struct VerifyReportTests {
    /// A package with a finding of each severity, and names that nobody should trust.
    private static let package: VerifiedPackage = {
        var package = VerifiedPackage(name: "scratch", directory: "Problems/scratch", title: "A <b> & \"c\"\u{1B}[31m")
        package.findings = [
            Finding(.error, .license, "problem.yaml", line: 3, "the license is <none>", mend: "state one"),
            Finding(.warning, .junkInput, "input_validators/a.py", "no input validator refuses x\nand more"),
            Finding(.error, .unexpected, "submissions/accepted/a.py", "secret/1 is WA", mend: "mend it"),
            Finding(.note, .skipped, "submissions/accepted/b.adb", "not judged"),
        ]
        var wrong = SubmissionResult(path: "accepted/a.py", expected: [.accepted])
        var report = Reports.wrong
        report.submission.language = "python3"
        wrong.report = report
        wrong.surprises = ["secret/1 is WA"]
        wrong.time = MeasuredTime(test: "secret/01", seconds: 0.25)
        wrong.time?.add(0.375)
        var skipped = SubmissionResult(path: "accepted/b.adb", expected: [.accepted])
        skipped.skipped = "Ada is not installed"
        package.submissions = [wrong, skipped]
        return package
    }()

    private var summary: VerifySummary { VerifySummary([Self.package]) }

    @Test func `the text has a line for each finding`() {
        let text = VerifyText(style: TextStyle(hasColour: false), isWarningError: false).lines(Self.package)
        #expect(text.contains("  error    Problems/scratch/problem.yaml:3: the license is <none>; state one"))
        #expect(text.contains("  warning  Problems/scratch/input_validators/a.py: no input validator refuses x"))
        #expect(text.contains("  note     Problems/scratch/submissions/accepted/b.adb: not judged"))
        #expect(text.contains("  scratch: 2 errors, 1 warning"))
        #expect(text.contains { $0.hasPrefix("  accepted/a.py ") && $0.contains("WA !") && $0.contains("0.125 s") })
        #expect(!text.joined().contains("\u{1B}"))
    }

    @Test func `of many findings of a kind the text has the first ones`() {
        var package = Self.package
        package.findings = (1...30).map { Finding(.error, .inputRefused, "data/secret/\($0).in", "refused") }
        let text = VerifyText(style: TextStyle(hasColour: false), isWarningError: false).lines(package)
        #expect(text.count { $0.contains("refused") && $0.contains("data/secret") } == 20)
        #expect(text.contains("  and 10 more of input-refused; --json has all of them"))
        #expect(text.contains("  scratch: 30 errors, 0 warnings"))
    }

    @Test func `JUnit has a case for each part and each submission`() {
        let xml = VerifyJUnit.text(summary)
        #expect(xml.contains("<testsuite name=\"scratch\" tests=\"7\" failures=\"2\" errors=\"0\" skipped=\"1\">"))
        #expect(
            xml.contains("<testcase classname=\"scratch\" name=\"metadata\" time=\"0.000\"><failure type=\"license\"")
        )
        #expect(xml.contains("message=\"the license is &lt;none&gt;\""))
        #expect(xml.contains("name=\"statement\" time=\"0.000\"/>"))
        #expect(xml.contains("name=\"validators\" time=\"0.000\"><system-out>warning: "))
        #expect(xml.contains("name=\"submissions/accepted/a.py\""))
        #expect(xml.contains("<skipped message=\"Ada is not installed\"/>"))
        #expect(Markup.isBalanced(xml))
    }

    @Test func `the page is whole, and shows no markup of others`() {
        let page = VerifyPage.text(summary)
        #expect(page.contains("A &lt;b&gt; &amp; &quot;c&quot;"))
        #expect(page.contains("the license is &lt;none&gt;"))
        #expect(page.contains("<i class=\"WA\" title=\"sample/1: WA"))
        #expect(!page.contains("\u{1B}"))
        #expect(!page.contains("src=") && !page.contains("href=\"http"))
        #expect(Markup.isBalanced(page))
    }

    @Test func `errors and warnings decide the exit code`() {
        #expect(summary.exitCode(isWarningError: false) == .notGood)
        var package = Self.package
        package.findings.removeAll { $0.severity == .error }
        #expect(VerifySummary([package]).exitCode(isWarningError: false) == .good)
        #expect(VerifySummary([package]).exitCode(isWarningError: true) == .notGood)
        package.findings.removeAll { $0.severity == .warning }
        #expect(VerifySummary([package]).exitCode(isWarningError: true) == .good)
    }
}

/// Elements of XML, or of HTML as ours is.
enum Markup {
    private static let empty: Set = ["meta", "br", "!doctype", "?xml"]

    /// Whether every element that is opened is closed in its turn.
    static func isBalanced(_ text: String) -> Bool {
        var open: [String] = []
        var rest = text[...]
        while let start = rest.firstIndex(of: "<") {
            guard let end = rest[start...].firstIndex(of: ">") else { return false }
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            let name = tag.split(whereSeparator: { $0.isWhitespace }).first.map(String.init) ?? ""
            if tag.hasSuffix("/") || empty.contains(name) { continue }
            if name.hasPrefix("/") {
                guard open.popLast() == String(name.dropFirst()) else { return false }
            } else {
                open.append(name)
            }
        }
        return open.isEmpty
    }
}

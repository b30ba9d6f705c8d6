import FoundationEssentials
import Testing

/// `assay verify` by the built program, on packages of this project.
@Suite(.timeLimit(.minutes(60))) struct VerifyEndToEndTests {
    private let hello = Project.root + "/Problems/hello"

    @Test func `a package of ours is clean`() throws {
        let (code, summary) = try VerifySummaryJSON.verify([hello, "--submissions", "hello.py", "--werror"])
        #expect(code == 0)
        #expect(summary.schema == 1)
        let package = try #require(summary.packages.first)
        #expect(package.findings.isEmpty)
        #expect(package.submissions.map(\.path) == ["accepted/hello.py"])
        #expect(package.submissions.first?.verdict == "AC")
        #expect(package.submissions.first?.time?.runs.count == 3)
        #expect(package.timeLimit?.source == "package")
    }

    @Test func `all of our packages are clean but for what takes long`() throws {
        let (code, summary) = try VerifySummaryJSON.verify([
            Project.root + "/Problems", "--parts", "metadata,statement,data,validators",
        ])
        #expect(summary.words().isEmpty)
        #expect(code == 0)
        #expect(summary.packages.count >= 6)
    }

    @Test func `submissions that are not there are told, and nothing is clean`() throws {
        let result = try BuiltProgram.run(
            ["verify", hello, "--submissions", "nobody's", "--parts", "metadata,submissions"],
            environment: VerifySummaryJSON.environment
        )
        #expect(result.code == 2)
        #expect(result.output.isEmpty)
        #expect(
            result.error.hasPrefix(
                "assay: --submissions: no submission has \"nobody's\" in its path; there are accepted/"
            )
        )
        // Who does not ask for that part is told nothing of it.
        let (code, _) = try VerifySummaryJSON.verify([hello, "--submissions", "nobody's", "--parts", "metadata"])
        #expect(code == 0)
    }

    @Test func `writes reports beside what it shows`() throws {
        let scratch = try ScratchDirectory()
        let (html, junit, json) = (scratch.path + "/a.html", scratch.path + "/a.xml", scratch.path + "/a.json")
        let result = try BuiltProgram.run(
            ["verify", "hello", "--submissions", "hello.sh", "--report", "html=\(html),junit=\(junit),json=\(json)"],
            environment: VerifySummaryJSON.environment
        )
        #expect(result.code == 0)
        #expect(result.error.isEmpty)
        #expect(result.output.contains("hello is clean"))
        let page = try String(decoding: Data(contentsOf: URL(filePath: html)), as: UTF8.self)
        #expect(page.hasPrefix("<!doctype html>") && page.hasSuffix("</html>\n"))
        let suite = try String(decoding: Data(contentsOf: URL(filePath: junit)), as: UTF8.self)
        #expect(suite.contains("<testsuite name=\"hello\" tests=\"6\" failures=\"0\" errors=\"0\" skipped=\"0\">"))
        let summary = try JSONDecoder().decode(VerifySummaryJSON.self, from: Data(contentsOf: URL(filePath: json)))
        #expect(summary.packages.map(\.name) == ["hello"])
    }

    @Test func `warnings are errors where somebody wants that`() throws {
        let scratch = try ScratchDirectory()
        try scratch.file("a/problem.yaml", Array("name: A\n".utf8))
        try scratch.file("a/data/secret/1.in", Array("1\n".utf8))
        try scratch.file("a/data/secret/1.ans", Array("1\n".utf8))
        let arguments = [scratch.path + "/a", "--parts", "metadata"]
        #expect(try VerifySummaryJSON.verify(arguments).code == 0)
        #expect(try VerifySummaryJSON.verify(arguments + ["--werror"]).code == 1)
    }

    @Test func `no two packages have the same uuid`() throws {
        let scratch = try ScratchDirectory()
        for name in ["a", "b"] {
            let yaml = "name: A\nuuid: 7d0a2c5e-9f0b-4a57-8a39-1b6c1fd0a1ff\nlicense: cc0\nauthor: Me\n"
            try scratch.file("\(name)/problem.yaml", Array(yaml.utf8))
            try scratch.file("\(name)/data/secret/1.in", Array("1\n".utf8))
            try scratch.file("\(name)/data/secret/1.ans", Array("1\n".utf8))
        }
        let (code, summary) = try VerifySummaryJSON.verify([scratch.path, "--parts", "metadata"])
        #expect(code == 1)
        #expect(summary.packages.map(\.errors) == [0, 1])
        #expect(summary.words() == ["error uuid problem.yaml"])
    }

    @Test func `a limit that was inferred is what submissions are judged by`() throws {
        let scratch = try ScratchDirectory()
        let yaml = "name: A\nlicense: cc0\nauthor: Me\nlimits: {time_multiplier: 3}\n"
        try scratch.file("a/problem.yaml", Array(yaml.utf8))
        try scratch.file("a/data/secret/1.in", Array("1 \(scratch.path)\n".utf8))
        try scratch.file("a/data/secret/1.ans", Array("1\n".utf8))
        let source = try scratch.file("a/submissions/accepted/a.py", Array("print(1)\n".utf8))
        let submit = ["submit", "--json", scratch.path + "/a", source]
        let before = try BuiltProgram.run(submit, environment: VerifySummaryJSON.environment)
        #expect(before.output.contains("\"timeLimitSource\":\"default\""))
        let (_, summary) = try VerifySummaryJSON.verify([scratch.path + "/a", "--parts", "submissions"])
        #expect(summary.packages.first?.timeLimit?.source == "inferred")
        #expect(summary.packages.first?.timeLimit?.seconds == 1)
        let after = try BuiltProgram.run(submit, environment: VerifySummaryJSON.environment)
        #expect(after.output.contains("\"timeLimitSource\":\"inferred\""))
        #expect(after.output.contains("\"timeLimit\":1,"))
    }

    @Test(arguments: [
        (["--parts", "dta"], "--parts dta: there is no such part; did you mean data?"),
        (["--report", "html"], "--report html: this is no KIND=FILE; write for example html=results.html"),
        (["--report", "pdf=a"], "--report pdf=a: there is no kind pdf; use junit, html or json"),
        (["--runs", "0"], "--runs 0 is not right; give a whole number between 1 and 100"),
    ])
    func `refuses what it does not know`(options: [String], message: String) throws {
        let result = try BuiltProgram.run(["verify", hello] + options, environment: VerifySummaryJSON.environment)
        #expect(result.code == 2)
        #expect(result.error == "assay: \(message)\n")
    }

    @Test func `a package that is not there is bad input`() throws {
        let result = try BuiltProgram.run(["verify", "/nonexistent/x"], environment: VerifySummaryJSON.environment)
        #expect(result.code == 2)
        #expect(result.error.count { $0 == "\n" } == 1)
    }
}

import FoundationEssentials
import Glibc
import Linux
import Testing

/// The built program with real languages, problems and boxes.
///
/// It needs a host that `assay doctor` is content with.
@Suite(.timeLimit(.minutes(60))) struct JudgingEndToEndTests {
    /// They share a state directory, which goes with the build, so that self-tests run once.
    private static let environment = [
        "ASSAY_STATE": Project.root + "/.build/cli-tests-state",
        "ASSAY_PROBLEMS": Project.root + "/Problems",
        "HOME": "/nonexistent",
    ]

    private func run(_ arguments: [String]) throws -> BuiltProgram.Result {
        try BuiltProgram.run(arguments, environment: Self.environment)
    }

    // MARK: Bad input

    @Test(arguments: [
        (["--language", "pyhton3"], "there is no language pyhton3; did you mean python3 or python2 or jython?"),
        (["--language", "qqqqqq"], "there is no language qqqqqq; assay languages lists them"),
    ])
    func `suggests languages`(options: [String], message: String) throws {
        let scratch = try ScratchDirectory()
        let file = try scratch.file("a.py", Array("print(1)\n".utf8))
        let result = try run(["submit", "hello", file] + options)
        #expect(result.code == 2)
        #expect(result.error == "assay: \(message)\n")
    }

    @Test func `refuses an extension that no language has`() throws {
        let scratch = try ScratchDirectory()
        let result = try run(["run", try scratch.file("a.xyzzy", [65])])
        #expect(result.code == 2)
        #expect(result.error.hasPrefix("assay: "))
        #expect(result.error.contains("a.xyzzy"))
        #expect(result.error.count { $0 == "\n" } == 1)
    }

    @Test func `suggests problems`() throws {
        let scratch = try ScratchDirectory()
        let result = try run(["submit", "helo", try scratch.file("a.py", [65])])
        #expect(result.code == 2)
        #expect(result.error.contains("helo"))
        #expect(result.error.contains("hello"))
        #expect(result.error.count { $0 == "\n" } == 1)
    }

    // MARK: Languages

    /// The arguments behind `languages`, and the exit code, where no language is installed.
    static let missing: [([String], Int)] = [
        (["absent"], 0), (["--check"], 0), (["--self-test", "abs*"], 0), (["--self-test", "absent"], 1),
        (["--check", "absent"], 1),
    ]

    @Test(arguments: missing)
    func `a language that is named to be tried and is missing is not good`(arguments: [String], code: Int) throws {
        let scratch = try ScratchDirectory()
        let profile = """
            id: absent
            name: Absent
            extensions: [absent]
            packages: [absent]
            tools: {absent: {candidates: [/nowhere/absent]}}
            version: {command: ["{absent}", --version]}
            run: {command: ["{absent}", "{main}"], policy: native, root: {base: empty}}
            selfTest: {file: a.absent, source: "a", input: "", output: ""}

            """
        for part in ["policies", "etc", "conformance", "roots"] {
            try FileManager.default.createSymbolicLink(
                atPath: scratch.path + "/" + part,
                withDestinationPath: Project.root + "/Sandboxes/" + part
            )
        }
        try FileManager.default.createDirectory(
            atPath: scratch.path + "/languages",
            withIntermediateDirectories: true
        )
        _ = try scratch.file("languages/absent.yaml", Array(profile.utf8))
        let environment = Self.environment.merging(["ASSAY_SANDBOXES": scratch.path]) { $1 }
        let result = try BuiltProgram.run(["languages"] + arguments, environment: environment)
        #expect(result.code == code, "\(result.output)\(result.error)")
    }

    @Test func `lists languages without running any`() throws {
        let result = try run(["languages", "--json"])
        #expect(result.code == 0)
        let list = try JSONDecoder().decode(Languages.self, from: Data(result.output.utf8))
        #expect(list.languages.contains { $0.id == "python3" && $0.state != "missing" })
        #expect(list.languages.map(\.id) == list.languages.map(\.id).sorted())
    }

    private struct Languages: Decodable {
        struct Language: Decodable {
            let id: String
            let state: String
        }
        let languages: [Language]
    }

    // MARK: Runs

    @Test func `runs a program with input and arguments`() throws {
        let scratch = try ScratchDirectory()
        let file = try scratch.file("a.py", Array("import sys\nprint(input(), sys.argv[1:])\n".utf8))
        let input = try scratch.file("input.txt", Array("hello\n".utf8))
        let result = try run(["run", file, "--stdin", input, "--", "--json", "x y"])
        #expect(result.code == 0)
        #expect(result.output == "hello ['--json', 'x y']\n")
        #expect(result.error.hasPrefix("assay: exited with code 0  "))
    }

    @Test func `the file to start can be named`() throws {
        let scratch = try ScratchDirectory()
        let files = [
            try scratch.file("a.py", Array("print('a')\n".utf8)), try scratch.file("b.py", Array("print('b')\n".utf8)),
        ]
        let result = try run(["run"] + files + ["--entry", "b.py"])
        #expect(result.code == 0 && result.output == "b\n", "\(result.error)")
    }

    @Test func `tells a run in JSON`() throws {
        let scratch = try ScratchDirectory()
        let source = "import sys\nsys.stdout.buffer.write(bytes([255]))\nsys.stdout.flush()\nsys.exit(3)\n"
        let result = try run(["run", "--json", try scratch.file("a.py", Array(source.utf8))])
        #expect(result.code == 1)
        #expect(result.error.isEmpty)
        let run = try JSONDecoder().decode(Run.self, from: Data(result.output.utf8))
        #expect(run.outcome == "exited")
        #expect(run.exitCode == 3)
        #expect(run.reason == "exit:3")
        #expect(run.stdout == nil)
        #expect(run.stdoutBase64 == "/w==")
        #expect(run.stderr == "")
        #expect(run.cpuTime.map { $0 > 0 } == true)
    }

    @Test func `tells a compile error with null figures`() throws {
        let scratch = try ScratchDirectory()
        let result = try run(["run", "--json", try scratch.file("a.c", Array("int main(\n".utf8))])
        #expect(result.code == 1)
        let run = try JSONDecoder().decode(Run.self, from: Data(result.output.utf8))
        #expect(run.outcome == "compileError")
        #expect(run.exitCode == nil && run.cpuTime == nil && run.wallTime == nil && run.peakMemory == nil)
        #expect(run.reason == "diagnostics")
    }

    private struct Run: Decodable {
        let outcome: String
        let exitCode: Int?
        let reason: String?
        let cpuTime: Double?
        let wallTime: Double?
        let peakMemory: Int?
        let stdout: String?
        let stdoutBase64: String?
        let stderr: String?
    }

    // MARK: Submissions

    @Test func `accepts a right submission`() throws {
        let result = try run(["submit", "hello", Project.root + "/Problems/hello/submissions/accepted/hello.py"])
        #expect(result.code == 0)
        #expect(result.output.split(separator: "\n").last?.hasPrefix("AC  hello  python3  ") == true)
        #expect(result.error.isEmpty)
    }

    @Test func `rejects a wrong submission with its report in JSON`() throws {
        let scratch = try ScratchDirectory()
        let file = try scratch.file("wrong.py", Array("print('no')\n".utf8))
        let result = try run(["submit", "hello", file, "--json", "--all-tests"])
        #expect(result.code == 1)
        let report = try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
        #expect(report.schema == 1)
        #expect(report.verdict == "WA")
        #expect(report.reason == "differs")
        #expect(report.tests.allSatisfy { $0.verdict == "WA" })
    }

    private struct Report: Decodable {
        struct Test: Decodable {
            let verdict: String
        }
        let schema: Int
        let verdict: String
        let reason: String?
        let tests: [Test]
    }

    // MARK: Signals

    @Test(arguments: [(SIGINT, 130), (SIGTERM, 143), (SIGHUP, 129)])
    func `ends with the signal's code when it is called off`(signal: CInt, code: Int) throws {
        let scratch = try ScratchDirectory()
        let file = try scratch.file("a.py", Array("import time\ntime.sleep(1000)\n".utf8))
        // So that what follows is the program itself.
        _ = try run(["run", try scratch.file("b.py", Array("print()\n".utf8))])
        let process = try BuiltProgram.start(["run", file, "--wall", "2000"], environment: Self.environment)
        try process.awaitThreads(atLeast: 2)
        process.child.send(signal: signal)
        #expect(try process.child.wait() == .exited(code))
    }
}

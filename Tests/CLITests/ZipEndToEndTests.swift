import FoundationEssentials
import Testing

/// Packages in zip files, by the built program: every command that takes a package takes one of these.
@Suite(.timeLimit(.minutes(60))) struct ZipEndToEndTests {
    private static let package: [(path: String, content: String)] = [
        ("sums/problem.yaml", "name: Sums\nlicense: public domain\nlimits: {time_limit: 2}\n"),
        ("sums/problem_statement/problem.en.tex", "Add.\n"),
        ("sums/data/sample/1.in", "1 2\n"), ("sums/data/sample/1.ans", "3\n"),
        ("sums/data/secret/1.in", "5 5\n"), ("sums/data/secret/1.ans", "10\n"),
        (
            "sums/input_validators/v.py",
            "import re, sys\nsys.exit(42 if re.fullmatch(r'(0|[1-9]\\d*) (0|[1-9]\\d*)\\n', sys.stdin.read()) else 43)\n"
        ),
        ("sums/submissions/accepted/a.py", "print(sum(map(int, input().split())))\n"),
        ("sums/submissions/wrong_answer/b.py", "print(3)\n"),
    ]

    private func run(_ arguments: [String]) throws -> BuiltProgram.Result {
        try BuiltProgram.run(
            arguments,
            environment: ["ASSAY_STATE": Project.root + "/.build/cli-tests-state", "HOME": "/nonexistent"]
        )
    }

    @Test func `submissions are graded on a package in a zip file`() throws {
        let scratch = try ScratchDirectory()
        let zip = try scratch.file("package.zip", StoredZip(Self.package).bytes)
        let source = try scratch.file("a.py", Array("print(sum(map(int, input().split())))\n".utf8))
        let submitted = try run(["submit", zip, source, "--json"])
        #expect(submitted.code == 0 && submitted.error.isEmpty)
        #expect(submitted.output.contains("\"verdict\":\"AC\""))
        // It is called as its directory is, which is in the zip file.
        #expect(submitted.output.contains("\"problem\":\"sums\""))
        let graded = try run(["grade", zip])
        #expect(graded.code == 0 && graded.error.isEmpty)
        #expect(graded.output.contains("all"))
    }

    @Test func `a package in a zip file is verified as its directory is`() throws {
        struct Summary: Decodable {
            struct Package: Decodable {
                struct Finding: Decodable, Equatable {
                    let code: String
                    let message: String
                }
                struct Row: Decodable, Equatable {
                    let path: String
                    let verdict: String?
                }
                let name: String
                let hash: String
                let findings: [Finding]
                let submissions: [Row]
            }
            let errors: Int
            let packages: [Package]
        }
        let scratch = try ScratchDirectory()
        for (path, content) in Self.package { try scratch.file(path, Array(content.utf8)) }
        let zip = try scratch.file("package.zip", StoredZip(Self.package).bytes)
        let results = try ["\(scratch.path)/sums", zip].map { try run(["verify", $0, "--json", "--runs", "1"]) }
        let summaries = try results.map { try JSONDecoder().decode(Summary.self, from: Data($0.output.utf8)) }
        #expect(results.map(\.code) == [0, 0] && summaries.map(\.errors) == [0, 0])
        #expect(summaries.map { $0.packages.map(\.name) } == [["sums"], ["sums"]])
        #expect(summaries[0].packages[0].hash == summaries[1].packages[0].hash)
        #expect(summaries[0].packages[0].findings == summaries[1].packages[0].findings)
        #expect(summaries[0].packages[0].submissions == summaries[1].packages[0].submissions)
        #expect(summaries[1].packages[0].submissions.map(\.verdict) == ["AC", "WA"])
    }

    @Test(arguments: ["submit", "grade", "verify"])
    func `a zip file that is none, or no package, is refused in one line`(command: String) throws {
        let scratch = try ScratchDirectory()
        let whole = StoredZip(Self.package).bytes
        var broken = whole
        broken[40 + "sums/problem.yaml".utf8.count] ^= 0xFF
        let outside: [(path: String, content: String)] = Self.package + [("sums/../../up", "x")]
        let tables: [(String, [UInt8], String)] = [
            ("text", Array("hello\n".utf8), ": this is no zip file, or not all of one; pack the package with zip -r"),
            ("nothing", [], ": this is no zip file, or not all of one; pack the package with zip -r"),
            (
                "cut", Array(whole.dropLast(30)),
                ": this is no zip file, or not all of one; pack the package with zip -r"
            ),
            ("broken", broken, "/sums/problem.yaml: its content does not match its checksum; pack the package anew"),
            (
                "out", StoredZip(outside).bytes,
                "/sums/../../up: the path leads out of the zip file; pack without .. in paths"
            ),
            (
                "twice", StoredZip(Self.package + [Self.package[0]]).bytes,
                "/sums/problem.yaml: it is in the zip file twice; pack the package anew"
            ),
            (
                "other", StoredZip([("readme", "x")]).bytes,
                ": there is no problem package in this zip file: it has no problem.yaml; pack the package's directory, or "
                    + "what is in it"
            ),
        ]
        let source = try scratch.file("a.py", Array("print(1)\n".utf8))
        for (name, bytes, message) in tables {
            let zip = try scratch.file("\(name).zip", bytes)
            let result = try run([command, zip] + (command == "submit" ? [source] : []))
            #expect(result.code == 2, "\(name)")
            #expect(result.error == "assay: \(zip)\(message)\n", "\(name)")
            #expect(result.output.isEmpty, "\(name)")
        }
    }
}

import FoundationEssentials
import Glibc
import Linux
import Testing

/// `assay grade --resume` by the built program: after kills, and after changes of what is expected or asked for.
@Suite(.timeLimit(.minutes(60))) struct GradeResumptionTests {
    private struct Line: Decodable {
        struct Summary: Decodable {
            let submissions: Int
            let resumed: Int
        }
        struct Test: Decodable {
            let name: String
            let verdict: String
        }
        let id: String?
        let verdict: String?
        let asExpected: Bool?
        let surprises: [String]?
        let tests: [Test]?
        let summary: Summary?
    }

    private static let environment = [
        "ASSAY_STATE": Project.root + "/.build/cli-tests-state", "HOME": "/nonexistent",
    ]

    private func lines(in path: String) throws -> [Line] {
        try HostFile.read(path).split(separator: UInt8(ascii: "\n")).map {
            try JSONDecoder().decode(Line.self, from: Data($0))
        }
    }

    /// What each submission came to, and how often it is there.
    private func results(_ lines: [Line]) -> [String: [String]] {
        Dictionary(grouping: lines.filter { $0.id != nil }, by: { $0.id ?? "" }).mapValues { same in
            same.map { line in
                "\(line.verdict ?? "") \(line.asExpected ?? false) "
                    + (line.tests ?? []).map { "\($0.name) \($0.verdict)" }.joined(separator: ",")
            }
        }
    }

    @Test func `a batch that is killed again and again comes to what it comes to without`() throws {
        let scratch = try ScratchDirectory()
        let submissions = (0..<8).map { number in
            let source = number % 3 == 0 ? "print('no')" : number % 3 == 1 ? "print('Hello, World!')" : "1/0"
            let verdict = ["WA", "AC", "RTE"][number % 3]
            return
                "{\"id\":\"s\(number)\",\"language\":\"python3\",\"source\":\"\(source)\",\"expected\":[\"\(verdict)\"]}\n"
        }
        let input = try scratch.file("in.jsonl", Array(submissions.joined().utf8))
        func arguments(_ output: String) -> [String] {
            [
                "grade", Project.root + "/Problems/hello", "--submissions", input, "--slots", "2", "--resume",
                "--report", "jsonl=\(output)",
            ]
        }
        let (whole, killed) = (scratch.path + "/whole.jsonl", scratch.path + "/killed.jsonl")
        #expect(try BuiltProgram.run(arguments(whole), environment: Self.environment).code == 0)
        for lines in [0, 1, 1, 3, 5, 6, 8] {
            let program = try BuiltProgram.start(arguments(killed), environment: Self.environment)
            try program.awaitLines(lines, in: killed)
            program.send(SIGKILL)
            _ = try program.end()
        }
        #expect(try BuiltProgram.run(arguments(killed), environment: Self.environment).code == 0)
        let (expected, found) = try (lines(in: scratch.path + "/whole.jsonl"), lines(in: killed))
        #expect(results(found) == results(expected))
        #expect(results(found).count == 8 && results(found).values.allSatisfy { $0.count == 1 })
        #expect(found.last?.summary?.submissions == 8)
    }

    private static let package: [String: String] = [
        "problem.yaml": "problem_format_version: 2025-09\nname: A\nlimits: {time_limit: 20}\n",
        "data/sample/1.in": "1\n", "data/sample/1.ans": "2\n",
        "data/secret/1.in": "2\n", "data/secret/1.ans": "3\n",
        "data/secret/2.in": "3\n", "data/secret/2.ans": "4\n",
        "submissions/accepted/a.py": "print(int(input()) + 1)\n",
        // Wrong on the second test, and it crashes on the third.
        "submissions/wrong_answer/b.py": "n = int(input())\nprint(n + 1 if n == 1 else 0 if n == 2 else n // 0)\n",
    ]

    @Test func `what is expected of tests behind a failed one counts, and a change of it or of options is noticed`()
        throws
    {
        let scratch = try ScratchDirectory()
        for (path, content) in Self.package { try scratch.file("p/\(path)", Array(content.utf8)) }
        let directory = scratch.path
        let output = directory + "/r.jsonl"
        func grade(_ options: [String] = []) throws -> (code: Int, note: String, lines: [Line]) {
            let result = try BuiltProgram.run(
                ["grade", directory + "/p", "--resume", "--report", "jsonl=\(output)"] + options,
                environment: Self.environment
            )
            return (result.code, result.error, try lines(in: output))
        }
        let first = try grade()
        #expect(first.code == 1)
        let wrong = try #require(first.lines.first { $0.id == "p/wrong_answer/b.py" })
        #expect(wrong.verdict == "WA" && wrong.asExpected == false)
        #expect(wrong.tests?.map(\.verdict) == ["AC", "WA", "RTE"])
        #expect(wrong.surprises?.first?.hasPrefix("secret/2 is RTE, and only AC or WA may be") == true)
        #expect(first.lines.first { $0.id == "p/accepted/a.py" }?.asExpected == true)

        try scratch.file("p/submissions/submissions.yaml", Array("wrong_answer: {permitted: [AC, WA, RTE]}\n".utf8))
        let second = try grade()
        #expect(second.code == 0 && second.note.contains("1 result does not hold any more"))
        #expect(second.lines.last?.summary?.resumed == 1)
        let third = try grade()
        #expect(third.code == 0 && third.note.isEmpty && third.lines.last?.summary?.resumed == 2)
        for options in [["--time", "19"], ["--time", "19", "--memory", "512"], ["--all-tests"], []] {
            let changed = try grade(options)
            #expect(changed.code == 0 && changed.note.contains("2 results do not hold any more"))
            #expect(changed.lines.last?.summary?.resumed == 0)
        }
        #expect(scratch.path == directory)
    }
}

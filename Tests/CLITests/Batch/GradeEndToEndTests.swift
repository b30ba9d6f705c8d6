import FoundationEssentials
import Linux
import Testing

/// `assay grade` by the built program: what it writes, and how it goes on.
@Suite(.timeLimit(.minutes(60))) struct GradeEndToEndTests {
    private struct Line: Decodable {
        struct Summary: Decodable {
            let submissions: Int
            let resumed: Int
            let asExpected: Int
        }
        let id: String?
        let verdict: String?
        let asExpected: Bool?
        let summary: Summary?
    }

    private func run(_ arguments: [String]) throws -> BuiltProgram.Result {
        try BuiltProgram.run(
            ["grade", Project.root + "/Problems/hello"] + arguments,
            environment: ["ASSAY_STATE": Project.root + "/.build/cli-tests-state", "HOME": "/nonexistent"]
        )
    }

    private func lines(_ text: String) throws -> [Line] {
        try text.split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
    }

    private static let submissions = (0..<6).map { number in
        let source = number % 2 == 0 ? "print('Hello, World!')" : "print('no')"
        let expected = number == 4 ? "WA" : number % 2 == 0 ? "AC" : "WA"
        return
            "{\"id\":\"s\(number)\",\"language\":\"python3\",\"source\":\"\(source)\",\"expected\":[\"\(expected)\"]}\n"
    }

    @Test func `a batch goes on behind its last whole line, and judges nothing twice`() throws {
        let scratch = try ScratchDirectory()
        let input = try scratch.file("in.jsonl", Array(Self.submissions.joined().utf8))
        let output = scratch.path + "/out.jsonl"
        let options = ["--submissions", input, "--slots", "2", "--json", "--report", "jsonl=\(output)"]
        let first = try run(options)
        #expect(first.code == 1)
        let all = try lines(first.output)
        #expect(Set(all.compactMap(\.id)) == Set((0..<6).map { "s\($0)" }))
        #expect(all.last?.summary?.submissions == 6 && all.last?.summary?.asExpected == 5)
        #expect(try String(decoding: HostFile.read(output), as: UTF8.self) == first.output)
        #expect(try run(options).error.contains("there are results in this file; add --resume"))

        // As a crash leaves it: three results, and a part of the fourth.
        let kept = first.output.split(separator: "\n").prefix(4)
        let cut = kept.prefix(3).map { $0 + "\n" }.joined() + kept[3].prefix(kept[3].count / 2)
        try scratch.file("out.jsonl", Array(cut.utf8))
        let second = try run(options + ["--resume"])
        let again = try lines(second.output)
        #expect(again.compactMap(\.id).count == 3)
        #expect(again.last?.summary?.submissions == 6 && again.last?.summary?.resumed == 3)
        let whole = try lines(String(decoding: HostFile.read(output), as: UTF8.self))
        #expect(whole.compactMap(\.id).sorted() == (0..<6).map { "s\($0)" })
        #expect(whole.prefix(3).map(\.id) == all.prefix(3).map(\.id))
    }

    @Test(arguments: [
        (#"{"id":"x","language":"python3","files":{"../b.py":"1"},"expected":["AC"]}"#, "cannot be judged"),
        (#"{"id":"x","files":{"b.unk":"1"},"expected":["AC"]}"#, "cannot be judged"),
        ("", "there was nothing to judge"),
    ])
    func `a batch of which something cannot be judged is no success`(_ line: String, _ words: String) throws {
        let scratch = try ScratchDirectory()
        let input = try scratch.file("in.jsonl", Array((line.isEmpty ? "" : line + "\n").utf8))
        let result = try run(["--submissions", input])
        #expect(result.code == 2 && (result.output + result.error).contains(words))
    }

    @Test(arguments: ["html=%", "csv=%/none/x.csv", "jsonl=%/a,html=%/./a", "csv=%/b,junit=%/b"])
    func `reports that cannot be written are refused before anything is judged`(_ report: String) throws {
        let scratch = try ScratchDirectory()
        let input = try scratch.file("in.jsonl", Array(Self.submissions.joined().utf8))
        let options = ["--submissions", input, "--report", report.replacing("%", with: scratch.path)]
        let result = try run(options)
        #expect(result.code == 2 && result.output.isEmpty)
        #expect(result.error.split(separator: "\n").count == 1 && result.error.contains(scratch.path))
        #expect(try HostDirectory.names(in: scratch.path, limit: 10) == ["in.jsonl"])
    }

    @Test func `what has changed since it was judged is judged again, and told once`() throws {
        let scratch = try ScratchDirectory()
        let input = try scratch.file("in.jsonl", Array(Self.submissions.joined().utf8))
        let output = scratch.path + "/out.jsonl"
        let options = ["--submissions", input, "--slots", "2", "--json", "--report", "jsonl=\(output)"]
        _ = try run(options)

        // One submission is another one, and another was judged with another package.
        var changed = Self.submissions
        changed[0] = changed[0].replacing("Hello, World!", with: "something else")
        try scratch.file("in.jsonl", Array(changed.joined().utf8))
        let results = try String(decoding: HostFile.read(output), as: UTF8.self).split(separator: "\n").map { line in
            line.contains("\"id\":\"s2\"") ? line.replacing("\"packageHash\":\"", with: "\"packageHash\":\"0") : line
        }
        try scratch.file("out.jsonl", Array(results.map { $0 + "\n" }.joined().utf8))

        let second = try run(options + ["--resume"])
        #expect(second.error.contains("2 results do not hold any more"))
        let again = try lines(second.output)
        #expect(again.compactMap(\.id).sorted() == ["s0", "s2"])
        #expect(again.first { $0.id == "s0" }?.verdict == "WA")
        #expect(again.last?.summary?.submissions == 6 && again.last?.summary?.resumed == 4)
        let whole = try lines(String(decoding: HostFile.read(output), as: UTF8.self))
        #expect(whole.compactMap(\.id).sorted() == (0..<6).map { "s\($0)" })
    }

    @Test func `reports of all kinds are written beside each other`() throws {
        let scratch = try ScratchDirectory()
        let input = try scratch.file("in.jsonl", Array(Self.submissions.joined().utf8))
        let reports = ["csv", "junit", "html"].map { "\($0)=\(scratch.path)/r.\($0)" }.joined(separator: ",")
        let result = try run(["--submissions", input, "--report", reports])
        #expect(result.code == 1 && result.output.contains("is not as expected"))
        for kind in ["csv", "junit", "html"] {
            #expect(try String(decoding: HostFile.read("\(scratch.path)/r.\(kind)"), as: UTF8.self).contains("s4"))
        }
    }
}

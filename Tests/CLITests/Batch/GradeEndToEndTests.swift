import FoundationEssentials
import Linux
import Testing

/// `assay grade` by the built program: what it writes, and how it goes on.
@Suite(.timeLimit(.minutes(5))) struct GradeEndToEndTests {
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

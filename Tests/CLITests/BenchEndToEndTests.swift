import FoundationEssentials
import Linux
import Testing

/// `assay bench` as it was built: what it says of its promises, not how fast this machine is.
@Suite(.timeLimit(.minutes(60))) struct BenchEndToEndTests {
    private struct Report: Decodable {
        struct Section: Decodable {
            let topic: String
            let rows: [Row]
        }

        struct Row: Decodable {
            let name: String
            let mostBeyond: Double?
            let promised: String?
            let kept: String?
            let median: Double?

            private enum CodingKeys: String, CodingKey {
                case name, promised, kept, median
                case mostBeyond = "most beyond"
            }
        }

        let sections: [Section]
    }

    private func bench(_ arguments: [String], in directory: String) throws -> (rows: [Report.Row], code: Int) {
        let result = try BuiltProgram.run(
            ["bench", "--json"] + arguments,
            environment: ["ASSAY_STATE": directory + "/state"]
        )
        let report = try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
        return (try #require(report.sections.first).rows, result.code)
    }

    @Test func `stops say what is promised and whether each is kept, and the exit code says it of all`() throws {
        let scratch = try ScratchDirectory()
        let (rows, code) = try bench(["stops", "--rounds", "1"], in: scratch.path)
        #expect(rows.count == 5)
        for row in rows {
            #expect(row.promised == "at most 20 ms beyond")
            #expect(row.kept == (try #require(row.mostBeyond) <= 0.02 ? "yes" : "no"), "\(row.name)")
        }
        #expect(code == (rows.allSatisfy { $0.kept == "yes" } ? 0 : 1))
    }

    @Test func `another way to run the hello is a command for each run, or one that stays`() throws {
        let scratch = try ScratchDirectory()
        let script = try scratch.file("stays", Array("while read -r line; do \"$1\"; done\n".utf8))
        let ways = try scratch.file("ways", Array("each: /usr/bin/env {}\nkept: /bin/sh \(script) {} &\n".utf8))
        let (rows, code) = try bench(["hello", "--rounds", "2", "--beside", ways], in: scratch.path)
        #expect(code == 0)
        #expect(rows.map(\.name) == ["bare spawn", "assay", "each", "kept"])
        #expect(rows.allSatisfy { ($0.median ?? 0) > 0 })
    }
}

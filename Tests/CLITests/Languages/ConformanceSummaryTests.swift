import CLI
import Core
import Grading
import Languages
import Testing

/// Results of each kind.
enum ConformanceSamples {
    static let usage = Usage(cpuTime: .milliseconds(31), wallTime: .milliseconds(40), peakMemory: .mebibytes(9))

    static let mixed = ConformanceSummary(results: [
        ConformanceResult(row: .warnings, conclusion: .missing("there is no program; write x")),
        .init(row: .hello, conclusion: .passed, usage: usage),
        .init(row: .sum, conclusion: .failed("TLE (cpu)|\u{1B}"), usage: usage),
        .init(row: .deep, conclusion: .knownFailure("no stack")),
        .init(row: .bigint, conclusion: .notApplicable("no big integers")),
    ])
}

@Suite struct ConformanceSummaryTests {
    private static let plain = TextStyle(hasColour: false)

    @Test func `tells a language in a line, and below it what is to be done`() {
        let expected = """
            zig   1 passed, 1 failed, 1 known, 1 missing, 1 n/a
              sum       failed   TLE (cpu)|\\u{1b}
              warnings  missing  there is no program; write x; it has to be warned of by the compile step, write Hello, World!
            """
        let lines = ConformanceSamples.mixed.lines("zig", width: 4, showsAll: false, style: Self.plain)
        #expect(lines.joined(separator: "\n") == expected)
    }

    @Test func `tells every row where one language is asked for`() {
        let lines = ConformanceSamples.mixed.lines("zig", width: 3, showsAll: true, style: Self.plain)
        #expect(lines.count == 6)
        #expect(lines[1] == "  hello     passed   0.031 s 9.0 MiB")
        #expect(lines[3] == "  deep      known    no stack")
        #expect(lines[4] == "  bigint    n/a      no big integers")
    }

    @Test func `is fine when nothing failed or is missing`() {
        #expect(!ConformanceSamples.mixed.isFine)
        #expect(ConformanceSummary(results: ConformanceSamples.mixed.results.filter(\.isFine)).isFine)
    }

    @Test func `has every row in JSON`() throws {
        let summary = ConformanceSummary(results: [ConformanceSamples.mixed.results[0]])
        #expect(
            String(decoding: try JSONLine.bytes(of: summary), as: UTF8.self)
                == #"{"failed":0,"known":0,"missing":0,"notApplicable":0,"passed":1,"rows":[{"cpuTime":0.031,"#
                + #""peakMemory":9437184,"reason":null,"result":"passed","row":"hello","wallTime":0.04}]}"# + "\n"
        )
    }

    @Test func `a matrix has a column for each row of the suite, and the reasons below`() throws {
        let rows = [
            LanguageTable.Row(
                id: "zig",
                name: "Zig",
                state: .offered,
                version: "0.17",
                conformance: ConformanceSamples.mixed
            ),
            .init(id: "zog", name: "Zog", state: .offered, conformance: ConformanceSamples.mixed),
            .init(id: "zag", name: "Zag", state: .missing, reason: "zag needs zag; apt-get install zag"),
        ]
        let lines = ConformanceMatrix(LanguageTable(rows: rows)).lines
        #expect(lines[0].hasPrefix("| language | version | hello | sum | "))
        #expect(lines[2] == "| `zig` | 0.17 | ✓ | **failed** | known | – | ? |")
        #expect(
            Array(lines.dropFirst(4)) == [
                "", #"- `sum`, `zig`, `zog`: TLE (cpu)\|\u{1b}"#, "- `deep`, `zig`, `zog`: no stack",
                "- `bigint`, `zig`, `zog`: no big integers", "",
                "- `zag` was not tried: not installed, zag needs zag; apt-get install zag",
            ]
        )
    }
}

import Testing

/// Programs in the language of checktestdata, run on inputs by `assay verify`.
@Suite(.timeLimit(.minutes(60))) struct CheckTestDataTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let accepted: [String]
        let refused: [String]

        init(_ program: String, accepts accepted: [String], refuses refused: [String]) {
            testDescription = program
            self.accepted = accepted
            self.refused = refused
        }
    }

    static let rows: [Row] = [
        Row(
            "INT(1, 5) NEWLINE",
            accepts: ["1\n", "5\n"],
            refuses: ["0\n", "6\n", "01\n", "1", " 1\n", "1 \n", "1\n\n", "+1\n", ""]
        ),
        Row("INT(-3, 3) NEWLINE", accepts: ["-3\n", "0\n"], refuses: ["-0\n", "-03\n", "--3\n"]),
        Row(
            "INT(0, 10^30) NEWLINE",
            accepts: ["1000000000000000000000000000000\n"],
            refuses: ["1000000000000000000000000000001\n"]
        ),
        Row(
            "FLOAT(0, 1.5) NEWLINE",
            accepts: ["0\n", "1.5\n", "1.25e0\n", "0.000\n"],
            refuses: ["1.51\n", ".5\n", "1.\n", "00.5\n"]
        ),
        Row("FLOAT(0, 9, x, FIXED) NEWLINE", accepts: ["1.5\n"], refuses: ["1.5e0\n"]),
        Row("FLOAT(0, 9, x, SCIENTIFIC) NEWLINE", accepts: ["1.5e0\n"], refuses: ["1.5\n"]),
        Row("FLOATP(0, 9, 1, 2) NEWLINE", accepts: ["1.5\n", "1.25\n"], refuses: ["1\n", "1.125\n"]),
        Row("STRING(\"a\\\"b\") SPACE STRING(\"c\") NEWLINE", accepts: ["a\"b c\n"], refuses: ["ab c\n", "a\"b  c\n"]),
        Row("REGEX(\"[a-z]+\", w) NEWLINE ASSERT(STRLEN(w) < 4)", accepts: ["abc\n"], refuses: ["abcd\n", "aB\n"]),
        Row(
            "INT(1, 9, n) NEWLINE REP(n, SPACE) INT(0, 9) END NEWLINE",
            accepts: ["2\n1 2\n", "1\n7\n"],
            refuses: ["2\n1\n", "2\n1  2\n", "2\n1 2 \n"]
        ),
        Row("REPI(i, 3) INT(i, i) NEWLINE END", accepts: ["0\n1\n2\n"], refuses: ["0\n2\n1\n"]),
        Row("WHILE(!ISEOF) INT(0, 9) NEWLINE END", accepts: ["", "1\n2\n"], refuses: ["x\n"]),
        Row("WHILEI(i, !ISEOF, NEWLINE) INT(i, i) END", accepts: ["0\n1\n2"], refuses: ["0\n0"]),
        Row(
            "IF (MATCH(\"ab\")) REGEX(\".\") ELSE INT(1, 9) END NEWLINE",
            accepts: ["a\n", "7\n"],
            refuses: ["c\n", "0\n"]
        ),
        Row(
            "REPI(i, 3, SPACE) INT(0, 9, a[i]) END NEWLINE ASSERT(UNIQUE(a))",
            accepts: ["1 2 3\n"],
            refuses: ["1 2 1\n"]
        ),
        Row("INT(0, 9, a[0]) SPACE INT(0, 9, b) NEWLINE ASSERT(INARRAY(b, a))", accepts: ["3 3\n"], refuses: ["3 4\n"]),
        Row(
            "SET(x = (1 + 2) * 3 - 7 / 2, y = -7 % 3) INT(x, x) SPACE INT(y, y) NEWLINE",
            accepts: ["6 -1\n"],
            refuses: ["5 -1\n"]
        ),
        Row(
            "INT(0, 9, x) NEWLINE ASSERT((x > 3 && x != 5) || !(x >= 2))",
            accepts: ["4\n", "0\n"],
            refuses: ["5\n", "2\n", "3\n"]
        ),
        Row("# a comment\nINT(1, 2) NEWLINE # another\nEOF", accepts: ["1\n"], refuses: ["1\n2\n"]),
    ]

    @Test(arguments: rows)
    func `reads inputs as a program says`(row: Row) throws {
        let scratch = try ScratchDirectory()
        let yaml = "name: A\nlicense: cc0\nauthor: Me\nlimits: {validation_time: 5}\n"
        try scratch.file("a/problem.yaml", Array(yaml.utf8))
        try scratch.file("a/input_validators/a.ctd", Array(row.testDescription.utf8))
        for (name, inputs) in [("good", row.accepted), ("bad", row.refused)] {
            for (number, input) in inputs.enumerated() {
                try scratch.file("a/data/secret/\(name)-\(number).in", Array(input.utf8))
                try scratch.file("a/data/secret/\(name)-\(number).ans", [])
            }
        }
        let (_, summary) = try VerifySummaryJSON.verify([scratch.path + "/a", "--parts", "validators"])
        let refused = summary.words().filter { $0.contains(" input-refused ") }
        #expect(refused == row.refused.indices.map { "error input-refused data/secret/bad-\($0).in" }.sorted())
        let isBroken = summary.packages.flatMap(\.findings).contains { $0.message.contains("is broken") }
        #expect(!isBroken)
    }
}

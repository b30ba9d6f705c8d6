import CLI
import Core
import Testing

@Suite struct ParsedArgumentsTests {
    private static let command = CommandDescription(
        name: "try",
        summary: "try it",
        operands: "FILE…",
        operandCount: 1...3,
        options: [
            .init("language", "L", "the language"), .init("time", "S", "the time"), .init("memory", "MIB", "memory"),
            .init("capture", "KIB", "capture"), .init("slots", "N", "slots"), .init("json", "JSON"),
        ]
    )

    private func parse(_ line: String) throws(Complaint) -> ParsedArguments {
        try ParsedArguments(line.split(separator: " ").map(String.init), of: Self.command)
    }

    @Test(arguments: [
        "a b --language c --json", "--language c --json a b", "a --language=c b --json", "--json a --language c -- b",
    ])
    func `takes options before, between and behind operands`(line: String) throws {
        let parsed = try parse(line)
        #expect(parsed.operands == ["a", "b"])
        #expect(parsed.options == ["language": "c", "json": ""])
    }

    @Test func `takes everything behind two dashes as operands`() throws {
        let parsed = try parse("a -- --json --")
        #expect(parsed.operands == ["a", "--json", "--"])
        #expect(parsed.options.isEmpty)
    }

    @Test func `takes everything behind two dashes as the program's arguments where there is a program`() throws {
        let command = CommandDescription(
            name: "go",
            summary: "go",
            operands: "FILE",
            operandCount: 1...1,
            afterDashes: .programArguments
        )
        let parsed = try ParsedArguments(["a", "--", "--help", "b"], of: command)
        #expect(parsed.operands == ["a"])
        #expect(parsed.programArguments == ["--help", "b"])
        #expect(!parsed.wantsHelp)
    }

    @Test func `keeps a value as it is written`() throws {
        #expect(try parse("a --language=").options == ["language": ""])
        #expect(try parse("a --language=c=d").options == ["language": "c=d"])
        #expect(try parse("a --time -1").options == ["time": "-1"])
    }

    @Test(arguments: ["--help", "-h", "a --unknown --help", "--json --json -h"])
    func `asks for help before anything is checked`(line: String) throws {
        #expect(try parse(line).wantsHelp)
    }

    @Test(arguments: [
        ("a --langage c", "try has no option --langage; did you mean --language?"),
        ("a -json", "try has no option -json; did you mean --json?"),
        ("a --lang c", "try has no option --lang; did you mean --language?"),
        ("a --frobnicate", "try has no option --frobnicate; see assay try --help"),
        ("a --json=1", "--json is a switch and takes no value; leave out =1"),
        ("a --language", "--language needs a value; write --language L or --language=L"),
        ("a --language --json", "--language needs a value; write --language L or --language=L"),
        ("a --json --json", "--json is given twice; keep one of them"),
        ("--json", "try needs FILE…; usage: assay try FILE… [options], see assay try --help"),
        ("a b c d", "try takes FILE…, so d is too much; usage: assay try FILE… [options], see assay try --help"),
    ])
    func `says what is wrong with the options`(line: String, message: String) {
        #expect(throws: Complaint(.badInput, message)) { try parse(line) }
    }

    @Test(arguments: [
        ("1", Duration.seconds(1)), ("2.5", .milliseconds(2500)), ("0.001", .milliseconds(1)),
        (".5", .milliseconds(500)),
        ("3.", .seconds(3)), ("3600", .seconds(3600)),
    ])
    func `reads seconds`(text: String, expected: Duration) throws {
        #expect(try parse("a --time \(text)").seconds("time") == expected)
    }

    @Test(arguments: [
        "0", "-1", "nan", "inf", "1e3", "0x10", "", "1,5", "1.2.3", ".", "3600.001", "86400", "0.0001",
        "9999999999999999999999",
        "+1",
        "٣",
    ])
    func `refuses what is no time`(text: String) throws {
        let parsed = try parse("a --time=\(text)")
        #expect(
            throws: Complaint(
                .badInput,
                "--time \(text) is no time; give seconds between 0.001 and 3600, as in --time 2.5"
            )
        ) { try parsed.seconds("time") }
    }

    @Test(arguments: [("256", 256 << 20), ("1.5", 3 << 19), ("1", 1 << 20), ("65536", 64 << 30)])
    func `reads MiB`(text: String, expected: Int) throws {
        #expect(try parse("a --memory \(text)").mebibytes("memory") == ByteCount(expected))
    }

    @Test(arguments: ["0", "-5", "nan", "inf", "64MiB", "65537", "1048576", "0.5"])
    func `refuses what is no size`(text: String) throws {
        let parsed = try parse("a --memory=\(text)")
        #expect(throws: Complaint.self) { try parsed.mebibytes("memory") }
    }

    @Test(arguments: ["0", "1.5", "-1", "", "65", "18446744073709551617", "two"])
    func `refuses what is no number of slots`(text: String) throws {
        let parsed = try parse("a --slots=\(text)")
        #expect(
            throws: Complaint(.badInput, "--slots \(text) is not right; give a whole number between 1 and 64")
        ) { try parsed.count("slots", 1...64) }
    }

    @Test func `reads nothing from what was not given`() throws {
        let parsed = try parse("a")
        #expect(try parsed.seconds("time") == nil)
        #expect(try parsed.mebibytes("memory") == nil)
        #expect(try parsed.kibibytes("capture") == nil)
        #expect(try parsed.count("slots", 1...64) == nil)
    }

    @Test func `reads KiB, nothing at all included`() throws {
        #expect(try parse("a --capture 0").kibibytes("capture") == ByteCount(0))
        #expect(try parse("a --capture 3").kibibytes("capture") == ByteCount(3072))
    }
}

import Languages
import Testing

@Suite struct TemplateTests {
    private static let values = {
        var values = TemplateValues()
        values.texts = ["main": "a.py", "g++": "/usr/bin/g++"]
        values.numbers = ["memory": 256]
        values.lists = ["files": ["a.c", "b.c"], "arguments": []]
        return values
    }()

    @Test(arguments: [
        ("plain", ["plain"]),
        ("", [""]),
        ("{main}", ["a.py"]),
        ("./{main}:{main}", ["./a.py:a.py"]),
        ("{g++}", ["/usr/bin/g++"]),
        ("-Xmx{memory}m", ["-Xmx256m"]),
        ("{memory+64}", ["320"]),
        ("{memory-56}k", ["200k"]),
        ("{memory-1000}", ["1"]),
        ("{files}", ["a.c", "b.c"]),
        ("{arguments}", []),
        ("{{x}} {{{main}}}", ["{x} {a.py}"]),
    ])
    func `placeholders become their values, and a list as many arguments as it has`(
        text: String,
        expected: [String]
    ) throws {
        #expect(try Template(text).expanded(with: Self.values) == expected)
    }

    @Test(arguments: [
        ("{main", "`{` has no `}`"),
        ("main}", "`}` has no `{`"),
        ("{}", "`{}` names nothing"),
    ])
    func `a brace without a partner is a mistake`(text: String, message: String) {
        let mistake = #expect(throws: Template.Mistake.self) { try Template(text) }
        #expect(mistake?.message.hasPrefix(message) == true)
    }
}

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
        ("{memory*3/4+16}", ["208"]),
        ("{memory/3*3}", ["255"]),
        ("{memory*2-512+1}", ["1"]),
        ("{memory*2147483648*2147483648}", ["2147483648"]),
        ("{g++}+{memory/2}", ["/usr/bin/g+++128"]),
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

import Testing
import YAML

private func parse(_ text: String) throws(YAMLError) -> YAMLNode? {
    try YAML.parse(Array(text.utf8), file: "a.yaml")
}

@Suite struct YAMLTests {
    @Test func `reads nested values with their places`() throws {
        let root = try #require(try parse("name: Hello\nlimits:\n  memory: 64\nlist: [a, 'b']\n"))
        #expect(root["name"]?.string == "Hello")
        #expect(root["limits"]?["memory"]?.int == 64)
        #expect(root["limits"]?["memory"]?.line == 3)
        #expect(root["limits"]?["memory"]?.column == 11)
        #expect(root["list"]?.list?.compactMap(\.string) == ["a", "b"])
        #expect(root["absent"] == nil)
    }

    @Test func `a byte order mark before the first line changes nothing`() throws {
        let node = try #require(try YAML.parse(Array("\u{FEFF}a: 1\nb: 2\n".utf8), file: "f"))
        #expect(node["a"]?.int == 1 && node["b"]?.int == 2 && node["a"]?.column == 4)
    }

    @Test(arguments: ["", "\n\n", "# only a comment\n", "\u{FEFF}"])
    func `finds no document where there is none`(text: String) throws {
        #expect(try parse(text) == nil)
    }

    @Test(arguments: ["---\n", "~\n", "null\n"])
    func `finds null where it is written`(text: String) throws {
        #expect(try parse(text)?.isNull == true)
        #expect(try parse(text)?.string == nil)
    }

    @Test(arguments: [
        ("42", 42), ("-7", -7), ("+7", 7), ("0x1F", 31), ("0o17", 15), ("007", 7), ("-0x10", -16),
        ("4.0", nil), ("'42'", nil), ("4_2", nil), ("0x", nil), ("--4", nil), ("0x-4", nil), ("x", nil),
        ("!!str 42", nil), ("99999999999999999999", nil), ("[1]", nil), ("", nil),
    ])
    func `reads whole numbers`(text: String, expected: Int?) throws {
        #expect(try parse("v: \(text)")?["v"]?.int == expected)
    }

    @Test(arguments: [
        ("1", 1.0), ("1.5", 1.5), ("-2.", -2.0), (".5", 0.5), ("1e-6", 1e-6), ("2E3", 2000),
        ("inf", nil), (".inf", nil), ("nan", nil), ("0x10", nil), ("1e999", nil), ("'1.5'", nil), ("1.5s", nil),
    ])
    func `reads finite decimal numbers`(text: String, expected: Double?) throws {
        #expect(try parse("v: \(text)")?["v"]?.double == expected)
    }

    @Test(arguments: [
        ("true", true), ("Yes", true), ("ON", true), ("false", false), ("no", false), ("off", false),
        ("'true'", nil), ("y", nil), ("1", nil), ("tRuE", nil),
    ])
    func `reads truth values in plain words only`(text: String, expected: Bool?) throws {
        #expect(try parse("v: \(text)")?["v"]?.bool == expected)
    }

    @Test(arguments: [("3.10", "3.10"), ("007", "007"), ("''", ""), ("'null'", "null"), ("true", "true")])
    func `keeps the text of scalars as written`(text: String, expected: String) throws {
        #expect(try parse("v: \(text)")?["v"]?.string == expected)
    }

    @Test func `replaces aliases by what they stand for`() throws {
        let root = try #require(try parse("a: &x {n: 1}\nb: *x\nc: [*x, *x]\n"))
        #expect(root["b"]?["n"]?.int == 1)
        #expect(root["c"]?.list?.count == 2)
    }

    @Test func `counts columns in characters`() throws {
        let root = try #require(try parse("å: {ö: x}\n"))
        #expect(root["å"]?["ö"]?.column == 8)
    }
}

import Testing
import YAML

@Suite struct YAMLErrorTests {
    private func failure(_ bytes: [UInt8]) -> String? {
        do throws(YAMLError) {
            _ = try YAML.parse(bytes, file: "problem.yaml")
            return nil
        } catch {
            return error.description
        }
    }

    @Test(arguments: [
        ("a: 1\nb: 2\na: 3\n", "3:1: the key \"a\" is here twice; it is already on line 1"),
        ("a: 1\n'a': 2\n", "2:1: the key \"a\" is here twice; it is already on line 1"),
        ("a: [1, 2\n", "2:1: did not find expected ',' or ']' while parsing a flow sequence"),
        (
            "a:\n\tb: 1\n",
            "2:1: found character that cannot start any token while scanning for the next token; indent with spaces, not tabs"
        ),
        ("a: b: c\n", "1:5: mapping values are not allowed in this context"),
        ("a: 'open\n", "2:1: found unexpected end of stream while scanning a quoted scalar"),
        ("a: *x\n", "1:4: nothing before this is called &x"),
        ("a: &x [*x]\n", "1:8: nothing before this is called &x"),
        ("? [1]\n: 2\n", "1:3: a key must be a plain word or a text"),
        ("{a: 1}: 2\n", "1:1: a key must be a plain word or a text"),
        ("<<: {a: 1}\n", "1:1: merge keys (<<) are not read; write the keys out"),
        ("a: !python/object x\n", "1:4: the tag !python/object means nothing here; leave it out"),
        ("a: 1\n---\nb: 2\n", "2:1: a second document; put one document in a file"),
        ("a: 1\nb: \u{1}\n", "2:4: control characters are not allowed"),
        ("a: \0\n", "1:4: a NUL byte: this is not a text file"),
    ])
    func `tells what is wrong and where`(text: String, expected: String) {
        #expect(failure(Array(text.utf8)) == "problem.yaml:" + expected)
    }

    @Test func `refuses what is not UTF-8`() {
        let message = "this line is not UTF-8; save the file as UTF-8"
        #expect(failure(Array("a: 1\nb: ".utf8) + [0xE9, 0x0A]) == "problem.yaml:2:1: " + message)
        #expect(failure([0xFF, 0xFE, 0x61]) == "problem.yaml:1:1: " + message)
    }

    @Test func `refuses to multiply aliases without end`() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let inner = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(inner)]\n"
        }
        let expected = "problem.yaml:5:45: more than 100000 values, those that aliases repeat counted"
        #expect(failure(Array(text.utf8)) == expected)
    }

    @Test func `refuses deep nesting, written or by aliases`() {
        #expect(
            failure([UInt8](repeating: UInt8(ascii: "["), count: 1 << 20))
                == "problem.yaml:1:66: nested more than 64 deep"
        )
        var text = "a0: &a0 [x]\n"
        for level in 1...70 { text += "a\(level): &a\(level) [*a\(level - 1)]\n" }
        #expect(failure(Array(text.utf8)) == "problem.yaml:64:12: nested more than 64 deep by *a62")
    }

    @Test func `refuses files that are too large`() {
        let bytes = [UInt8](repeating: UInt8(ascii: " "), count: YAML.maximumBytes + 1)
        #expect(failure(bytes) == "problem.yaml:1:1: the file has 4194305 bytes; at most 4194304 are read")
    }
}

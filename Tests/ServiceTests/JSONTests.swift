import Service
import Testing

struct JSONTests {
    @Test func `values are counted at all levels, and whole numbers are those that are whole`() throws {
        let text = Array("[1,[2,3],{\"a\":4}]".utf8)
        #expect(throws: JSONFlaw.self) { try JSONValue(parsing: text, values: 6) }
        #expect(try JSONValue(parsing: text, values: 7).items?.count == 3)
        for (text, number) in [("1", 1), ("1.0", 1), ("1e3", 1000), ("-2.50", nil), ("1e300", nil)] as [(String, Int?)]
        {
            #expect(try JSONValue(parsing: Array(text.utf8)).integer == number, "\(text)")
        }
    }

    @Test(arguments: [
        "null", "true", "[1,-0.5,1e9,\"a\"]", "{\"a\":{},\"b\":[]}", "\"\\\"\\\\\\n\\t\"", "12345678901234567890.123",
        "\"€😀\"",
    ])
    func `what is read is written as it was`(text: String) throws {
        #expect(String(decoding: try JSONValue(parsing: Array(text.utf8)).bytes, as: UTF8.self) == text)
    }

    @Test(arguments: [
        ("\"\\u20ac\\ud83d\\ude00\"", "\"€😀\""), (" [ 1 , 2 ] ", "[1,2]"), ("\"\\/\\b\"", "\"/\\u0008\""),
    ])
    func `other ways of writing mean the same`(text: String, plain: String) throws {
        #expect(String(decoding: try JSONValue(parsing: Array(text.utf8)).bytes, as: UTF8.self) == plain)
    }

    @Test(arguments: [
        "", "nul", "[1,]", "{\"a\":1,}", "{\"a\":1,\"a\":2}", "01", "1.", ".5", "+1", "1e", "\"\\ud83d\"", "\"\\x\"",
        "\"\n\"",
        "[1] 2", "{a:1}", "'a'", "NaN", "[", "\"", "{\"a\"}",
        String(repeating: "[", count: 65) + String(repeating: "]", count: 65),
    ])
    func `what is no JSON is refused`(text: String) {
        #expect(throws: JSONFlaw.self) { try JSONValue(parsing: Array(text.utf8)) }
    }

    @Test func `bytes that are no text are no JSON`() {
        #expect(throws: JSONFlaw.self) { try JSONValue(parsing: [34, 0xFF, 34]) }
        #expect(throws: JSONFlaw.self) { try JSONValue(parsing: [34, 0xED, 0xA0, 0x80, 34]) }
    }

    @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")])
    func `base64 goes there and back`(plain: String, encoded: String) {
        #expect(Base64.encode(Array(plain.utf8)) == encoded)
        #expect(Base64.decode(encoded) == Array(plain.utf8))
    }

    @Test(arguments: ["Zg", "Zg=", "Z===", "Zh==", "Zm9=", "Zm9v=", "Z g=", "====", "Zg==Zg=="])
    func `what is no base64 is refused`(text: String) {
        #expect(Base64.decode(text) == nil)
    }
}

import Core
import Testing

@testable import Grading

@Suite struct BoundedTextTests {
    @Test(arguments: [
        // Plain text, also beyond ASCII, stays as it is.
        ("main.c:1:2: error\n\tint é", "main.c:1:2: error\n\tint é"),
        // Escape sequences, NUL, DEL, carriage returns and C1 controls could play with a terminal.
        ("\u{1B}[31mred\u{7}", "\u{FFFD}[31mred\u{FFFD}"),
        ("a\0b\u{7F}c\r\n\u{9B}d", "a\u{FFFD}b\u{FFFD}c\u{FFFD}\n\u{FFFD}d"),
    ])
    func `only tabs and newlines of the control characters are kept`(input: String, expected: String) {
        let text = BoundedText(input, limit: .kibibytes(1))
        #expect(text.text == expected)
        #expect(!text.isTruncated)
    }

    @Test func `bytes that are no UTF-8 are replaced`() throws {
        let text = try BoundedText([MemoryBytes([0x61, 0xFF, 0x62, 0xC3])], limit: .kibibytes(1))
        #expect(text.text == "a\u{FFFD}b\u{FFFD}")
    }

    @Test(arguments: [
        ("12345678", "12345678", false),
        ("123456789", "12345678", true),
        // A character that does not fit as a whole is left out as a whole.
        ("1234567é", "1234567", true),
    ])
    func `text is cut at the limit and between characters`(input: String, expected: String, isTruncated: Bool) throws {
        let text = try BoundedText([MemoryBytes(input)], limit: ByteCount(8))
        #expect(text.text == expected)
        #expect(text.isTruncated == isTruncated)
    }

    @Test func `the limit holds for the text as it is shown`() throws {
        // Every one of these bytes becomes three.
        let text = try BoundedText([MemoryBytes([UInt8](repeating: 0xFF, count: 100))], limit: ByteCount(100))
        #expect(text.text.utf8.count <= 100)
        #expect(text.isTruncated)
    }

    @Test func `several sources follow each other on lines of their own`() throws {
        let sources = [MemoryBytes("one"), MemoryBytes.empty, MemoryBytes("two\n"), MemoryBytes("three")]
        #expect(try BoundedText(sources, limit: .kibibytes(1)).text == "one\ntwo\nthree")
    }

    @Test func `a closing line always fits`() {
        var text = BoundedText(String(repeating: "x", count: 40), limit: ByteCount(40))
        text.close(withLine: "the compiler was stopped")
        #expect(text.text.hasSuffix("\nthe compiler was stopped"))
        #expect(text.text.utf8.count <= 40)
        #expect(text.isTruncated)
    }
}

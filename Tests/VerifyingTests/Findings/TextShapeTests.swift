import Core
import Testing

@testable import Verifying

@Suite struct TextShapeTests {
    /// A source that gives a few bytes at a time.
    struct Drops: ByteSource {
        let bytes: [UInt8]
        let size: Int

        var byteCount: Int { bytes.count }

        func read(from offset: Int, upTo limit: Int) -> [UInt8] {
            Array(bytes[offset..<min(bytes.count, offset + min(size, limit))])
        }
    }

    static let rows: [(text: [UInt8], returns: Bool, open: Bool, isUTF8: Bool)] = [
        ([], false, false, true),
        (Array("a\n".utf8), false, false, true),
        (Array("a".utf8), false, true, true),
        (Array("a\r\nb\n".utf8), true, false, true),
        (Array("a\rb\n".utf8), false, false, true),
        (Array("äöü€𝄞\n".utf8), false, false, true),
        ([0xFF, 0x0A], false, false, false),
        ([0xC3], false, true, false),
        ([0xE2, 0x82, 0x0A], false, false, false),
    ]

    @Test(arguments: rows, [1, 2, 3, 5, 100])
    func `sees the same in pieces of any size`(
        row: (text: [UInt8], returns: Bool, open: Bool, isUTF8: Bool),
        size: Int
    ) throws {
        let shape = try #require(TextShape(Drops(bytes: row.text, size: size)))
        #expect(shape.hasCarriageReturns == row.returns)
        #expect(shape.lacksNewline == row.open)
        #expect(shape.isUTF8 == row.isUTF8)
        #expect(shape.digest == TextShape(MemoryBytes(row.text))?.digest)
    }
}

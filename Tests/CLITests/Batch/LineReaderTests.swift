import Core
import Testing

@testable import CLI

@Suite struct LineReaderTests {
    private func lines(_ text: String, longest: Int = 1 << 20) throws -> [String] {
        var reader = LineReader(MemoryBytes(text), longest: longest)
        var lines: [String] = []
        while let line = try reader.next() {
            lines.append(String(decoding: line, as: UTF8.self))
            #expect(reader.number == lines.count)
        }
        return lines
    }

    @Test(arguments: [
        ("", []), ("\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("a\n\nb\n", ["a", "", "b"]),
        ("a\r\nb", ["a\r", "b"]),
    ])
    func `lines end at line feeds, the last one also at the end`(_ text: String, _ expected: [String]) throws {
        #expect(try lines(text) == expected)
    }

    @Test func `lines longer than a piece are whole`() throws {
        let long = String(repeating: "x", count: 200_000)
        let many = (0..<50_000).map(String.init)
        #expect(try lines("\(long)\nshort\n\(long)") == [long, "short", long])
        #expect(try lines(many.joined(separator: "\n")) == many)
    }

    @Test func `the place behind a line is known in bytes`() throws {
        var reader = LineReader(MemoryBytes("ä\nbc\nd"), longest: 100)
        var places: [Int] = []
        while try reader.next() != nil { places.append(reader.nextOffset) }
        #expect(places == [3, 6, 7])
    }

    @Test func `a line without an end takes no more memory than it may`() {
        let endless = Endless()
        var reader = LineReader(endless, longest: 1 << 20)
        #expect {
            _ = try reader.next()
        } throws: { error in
            "\(error)" == "line 1 is longer than 1048576 bytes; make it shorter"
        }
    }

    private struct Endless: ByteSource {
        var byteCount: Int { .max }

        func read(from offset: Int, upTo limit: Int) -> [UInt8] { [UInt8](repeating: 0x61, count: limit) }
    }
}

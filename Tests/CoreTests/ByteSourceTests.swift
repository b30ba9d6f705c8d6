import Core
import Testing

struct ByteSourceTests {
    @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 200_000])
    func `all bytes come, in order, whatever the pieces`(count: Int) throws {
        let content = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        #expect(try MemoryBytes(content).bytes() == content)
    }

    @Test func `no more is read than was asked for`() throws {
        let text = MemoryBytes("hello")
        #expect(try text.bytes(upTo: 2) == Array("he".utf8))
        #expect(text.read(from: 3, upTo: 100) == Array("lo".utf8))
        #expect(text.read(from: 5, upTo: 100).isEmpty)
        #expect(text.read(from: 9, upTo: 100).isEmpty)
    }

    @Test func `a source that ends early gives what there is`() throws {
        struct Short: ByteSource {
            let byteCount = 100
            func read(from offset: Int, upTo limit: Int) -> [UInt8] { offset == 0 ? [1, 2, 3] : [] }
        }
        #expect(try Short().bytes() == [1, 2, 3])
    }
}

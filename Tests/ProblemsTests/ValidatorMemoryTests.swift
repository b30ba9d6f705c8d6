import Core
import Problems
import Synchronization
import Testing

/// Bytes that are made when they are read, and how they were asked for.
private final class MadeBytes: ByteSource {
    let byteCount: Int
    private let fill: UInt8
    private let last: UInt8
    private let largest = Mutex(0)

    init(count: Int, fill: UInt8, last: UInt8) {
        byteCount = count
        self.fill = fill
        self.last = last
    }

    var largestRead: Int { largest.withLock { $0 } }

    func read(from offset: Int, upTo limit: Int) -> [UInt8] {
        largest.withLock { $0 = max($0, limit) }
        let count = min(limit, byteCount - offset)
        guard count > 0 else { return [] }
        var bytes = [UInt8](repeating: fill, count: count)
        if offset + count == byteCount { bytes[count - 1] = last }
        return bytes
    }
}

/// A source that fails behind its first piece.
private struct BrokenBytes: ByteSource {
    let byteCount = 1 << 20

    func read(from offset: Int, upTo limit: Int) throws(ByteSourceFailure) -> [UInt8] {
        if offset > 0 { throw ByteSourceFailure("gone") }
        return [UInt8](repeating: 0x61, count: limit)
    }
}

@Suite struct ValidatorMemoryTests {
    @Test(arguments: [[], ["float_tolerance", "0"], ["space_change_sensitive"]])
    func `compares enormous tokens piece by piece`(arguments: [String]) throws {
        let validator = try StandardValidator(arguments: arguments)
        for (last, fill) in [(UInt8(ascii: "y"), UInt8(ascii: "x")), (UInt8(ascii: "2"), UInt8(ascii: "1"))] {
            let answer = MadeBytes(count: 1 << 19, fill: fill, last: fill)
            let same = MadeBytes(count: 1 << 19, fill: fill, last: fill)
            #expect(try validator.check(output: same, answer: answer).accepted)
            let other = MadeBytes(count: 1 << 19, fill: fill, last: last)
            let result = try validator.check(output: other, answer: answer)
            #expect(!result.accepted)
            #expect(result.judgeMessage.utf8.count < 300)
            #expect(other.largestRead <= 1 << 16 && answer.largestRead <= 1 << 16)
        }
    }

    @Test func `compares tokens that lie across two pieces`() throws {
        for shift in 0..<4 {
            let output = String(repeating: " ", count: (1 << 16) - 2 + shift) + "abc def"
            #expect(try StandardValidator().check(output: MemoryBytes(output), answer: MemoryBytes("abc def")).accepted)
        }
    }

    @Test func `tells its own failure from a wrong answer`() {
        #expect(throws: ByteSourceFailure.self) {
            try StandardValidator().check(output: BrokenBytes(), answer: BrokenBytes())
        }
    }
}

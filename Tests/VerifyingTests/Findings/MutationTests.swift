import Testing

@testable import Verifying

@Suite struct MutationTests {
    static let rows: [(mutation: Mutation, input: String, changed: String?)] = [
        (.doubledSpaces, "1 2\n", "1  2\n"),
        (.doubledSpaces, "12\n", nil),
        (.trailingSpaces, "1\n2\n", "1 \n2 \n"),
        (.leadingSpaces, "1\n", " 1\n"),
        (.doubledNewlines, "1\n2\n", "1\n\n2\n\n"),
        (.noFinalNewline, "1\n", "1"),
        (.noFinalNewline, "1", nil),
        (.carriageReturns, "1\n", "1\r\n"),
        (.leadingZeros, "7 -12 a3 1.5\n", "07 -012 a3 1.5\n"),
        (.leadingZeros, "abc\n", nil),
        (.trailingZeros, "1.5 2 -0.25\n", "1.50 2 -0.250\n"),
        (.trailingZeros, "12\n", nil),
        (.plusSigns, "7 -12\n", "+7 -12\n"),
        (.changedCase, "aB 1\n", "Ab 1\n"),
        (.changedCase, "12\n", nil),
        (.truncated, "1234", "12"),
        (.truncated, "", nil),
    ]

    @Test(arguments: rows)
    func `makes wrong inputs of right ones`(row: (mutation: Mutation, input: String, changed: String?)) {
        let changed = row.mutation.apply(to: Array(row.input.utf8))
        #expect(changed.map { String(decoding: $0, as: UTF8.self) } == row.changed)
    }

    @Test(arguments: [
        (Mutation.doubledSpaces, "1  2\n", "1 2\n"), (.trailingSpaces, "1 \n", "1\n"),
        (.leadingSpaces, "\n 1\n", "1\n"),
        (.doubledNewlines, "1\n\n", "1\n"), (.noFinalNewline, "1", "1\n"), (.carriageReturns, "1\r\n", "1\n"),
        (.leadingZeros, "01\n", "0 10\n"), (.trailingZeros, "1.50\n", "1.5\n"), (.plusSigns, "+1\n", "1\n"),
        (.changedCase, "aB\n", "ab\n"),
    ])
    func `knows what an input has already`(mutation: Mutation, with: String, without: String) {
        #expect(mutation.isIn(Array(with.utf8)))
        #expect(!mutation.isIn(Array(without.utf8)))
    }

    @Test(arguments: Mutation.allCases)
    func `what is made is seen in it`(mutation: Mutation) throws {
        let changed = try #require(mutation.apply(to: Array("12 3.5 ab\n7 X\n".utf8)))
        #expect(mutation.isIn(changed) || !mutation.isStyle || mutation == .changedCase)
    }

    @Test func `noise is the same every time`() {
        var (one, other) = (Noise(seed: 1), Noise(seed: 1))
        #expect(one.bytes(100) == other.bytes(100))
        var third = Noise(seed: 2)
        #expect(third.bytes(100) != Noise.first(1))
        #expect(third.bytes(1000, in: 32...126).allSatisfy { (32...126).contains($0) })
    }
}

extension Noise {
    fileprivate static func first(_ seed: UInt64) -> [UInt8] {
        var noise = Noise(seed: seed)
        return noise.bytes(100)
    }
}

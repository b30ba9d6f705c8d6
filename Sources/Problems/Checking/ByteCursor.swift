internal import Core

/// A place in a source that moves on byte by byte, with one piece of it in memory.
struct ByteCursor {
    private static let pieceSize = 1 << 16

    let source: any ByteSource
    private var piece: [UInt8] = []
    private var index = 0
    private var pieceOffset = 0
    private var isAtEnd = false
    /// The line of the next byte, from 1.
    private(set) var line = 1

    init(_ source: any ByteSource) { self.source = source }

    /// Where the next byte is in the source.
    var offset: Int { pieceOffset + index }

    /// The next byte; nil at the end.
    mutating func peek() throws(ByteSourceFailure) -> UInt8? {
        if index < piece.count { return piece[index] }
        if isAtEnd { return nil }
        pieceOffset += piece.count
        index = 0
        piece = try source.read(from: pieceOffset, upTo: ByteCursor.pieceSize)
        isAtEnd = piece.isEmpty
        return piece.first
    }

    /// The next byte of a token; nil at whitespace and at the end.
    mutating func peekInToken() throws(ByteSourceFailure) -> UInt8? {
        guard let byte = try peek(), !byte.isSpace else { return nil }
        return byte
    }

    /// Goes over the byte that was peeked at.
    mutating func advance() {
        if piece[index] == UInt8(ascii: "\n") { line += 1 }
        index += 1
    }

    /// Goes over whole tokens and whitespace that are the same in both, as far as both have them in memory.
    ///
    /// Both must be between tokens, and are so afterwards. It is what most outputs are compared by, since most are right;
    /// whether a token was among what was skipped is the result.
    static func skipSame(_ first: inout ByteCursor, _ second: inout ByteCursor) -> Bool {
        let count = min(first.piece.count - first.index, second.piece.count - second.index)
        let (firstIndex, secondIndex) = (first.index, second.index)
        var (end, lines, tokenBytes, skippedTokenBytes) = (0, 0, 0, 0)
        for place in 0..<count {
            let byte = first.piece[firstIndex + place]
            guard byte == second.piece[secondIndex + place] else { break }
            if byte > 0x20 || !byte.isSpace {
                tokenBytes += 1
            } else {
                if byte == UInt8(ascii: "\n") { lines += 1 }
                end = place + 1
                skippedTokenBytes = tokenBytes
            }
        }
        first.index += end
        first.line += lines
        second.index += end
        second.line += lines
        return skippedTokenBytes > 0
    }

    /// Goes to the next token; false when there is none.
    mutating func skipSpace() throws(ByteSourceFailure) -> Bool {
        while let byte = try peek() {
            guard byte.isSpace else { return true }
            advance()
        }
        return false
    }
}

extension UInt8 {
    /// Whether it separates tokens: space, tab, line feed, vertical tab, form feed, carriage return.
    var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }

    /// The lower-case letter of an ASCII capital; every other byte as it is.
    var folded: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}

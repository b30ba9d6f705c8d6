import Core

/// The words of a source, without those in its comments and texts.
struct SourceWords: IteratorProtocol {
    private let bytes: [UInt8]
    private let comments: [(start: [UInt8], end: [UInt8])]
    private let line: [UInt8]?
    private var place = 0

    /// The words of `file`, none where it cannot be read: whoever compiles it tells that.
    ///
    /// `comments` are how comments begin and end, which may be one in the other; `line` begins one up to the line's end.
    init(_ file: BoxFile, comments: [(String, String)], line: String?) {
        bytes = (try? file.content.bytes(upTo: 1 << 20)) ?? []
        self.comments = comments.map { (Array($0.0.utf8), Array($0.1.utf8)) }
        self.line = line.map { Array($0.utf8) }
    }

    private func isNext(_ text: [UInt8]) -> Bool { bytes[place...].starts(with: text) }

    private static func isPart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// The next word: letters, digits and underscores.
    mutating func next() -> String? {
        while place < bytes.count {
            let byte = bytes[place]
            if let comment = comments.first(where: { isNext($0.start) }) {
                skip(comment)
            } else if let line, isNext(line) {
                skip(to: UInt8(ascii: "\n"))
            } else if byte == UInt8(ascii: "\"") {
                place += 1
                // No text goes on in the next line, and a quote may be no text's at all.
                place = bytes[place...].firstIndex { $0 == byte || $0 == UInt8(ascii: "\n") } ?? bytes.count
                place += 1
            } else if Self.isPart(byte) {
                let end = bytes[place...].firstIndex { !Self.isPart($0) } ?? bytes.count
                defer { place = end }
                return String(decoding: bytes[place..<end], as: UTF8.self)
            } else {
                place += 1
            }
        }
        return nil
    }

    private mutating func skip(to byte: UInt8) { place = bytes[place...].firstIndex(of: byte) ?? bytes.count }

    private mutating func skip(_ comment: (start: [UInt8], end: [UInt8])) {
        var depth = 0
        while place < bytes.count {
            if isNext(comment.start) {
                depth += 1
                place += comment.start.count
            } else if isNext(comment.end) {
                depth -= 1
                place += comment.end.count
                if depth == 0 { return }
            } else {
                place += 1
            }
        }
    }
}

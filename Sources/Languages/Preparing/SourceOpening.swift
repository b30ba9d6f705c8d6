/// What a source begins with.
enum SourceOpening {
    /// Whether the first line of C or C++ in `source` that is more than comments and blanks is `line`, whatever the blanks
    /// in it.
    ///
    /// Wherever it takes more than a look to be sure, the answer is no.
    static func isLine(_ line: String, of source: [UInt8]) -> Bool {
        var rest = source[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        while let byte = rest.first {
            if isBlank(byte) || byte == newline {
                rest = rest.dropFirst()
            } else if rest.starts(with: "//".utf8) {
                let comment = rest.prefix { $0 != newline }
                // It may go on in the next line: by a backslash, or by the three characters that once meant one.
                if comment.contains(UInt8(ascii: "\\")) || comment.contains(UInt8(ascii: "?")) { return false }
                rest = rest.dropFirst(comment.count)
            } else if rest.starts(with: "/*".utf8) {
                guard let end = endOfComment(rest) else { return false }
                rest = rest[end...]
            } else {
                break
            }
        }
        let first = rest.prefix { $0 != newline }
        return first.filter { !isBlank($0) } == line.utf8.filter { !isBlank($0) } && first.count < rest.count
    }

    private static let newline = UInt8(ascii: "\n")

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }

    /// Behind the comment that `text` begins with; nil when it has no end, or one that a backslash may be part of.
    private static func endOfComment(_ text: ArraySlice<UInt8>) -> Int? {
        var place = text.startIndex + 2
        while place + 1 < text.endIndex {
            if text[place] == UInt8(ascii: "\\") || text[place] == UInt8(ascii: "?") { return nil }
            if text[place] == UInt8(ascii: "*"), text[place + 1] == UInt8(ascii: "/") { return place + 2 }
            place += 1
        }
        return nil
    }
}

/// Text in lines that end before a column.
package enum WrappedText {
    /// The words of `text` in lines of at most `width` columns; a longer word has a line of its own.
    ///
    /// The first line begins with `first` spaces, the others with `indent`. What stands in brackets stays together.
    package static func lines(_ text: String, width: Int, indent: Int, first: Int) -> [String] {
        var lines: [String] = []
        var line = String(repeating: " ", count: first)
        var isEmpty = true
        for word in words(text) {
            if !isEmpty, TextWidth.columns(of: line) + 1 + TextWidth.columns(of: word) > width {
                lines.append(line)
                line = String(repeating: " ", count: indent)
                isEmpty = true
            }
            line += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        lines.append(line)
        return lines
    }

    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        for piece in text.split(separator: " ") {
            if let last = words.last, last.hasPrefix("["), !last.hasSuffix("]") {
                words[words.count - 1] = last + " " + piece
            } else {
                words.append(String(piece))
            }
        }
        return words
    }
}

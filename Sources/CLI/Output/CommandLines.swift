/// A shell's command in lines that can be copied into a shell together.
package enum CommandLines {
    /// The command in lines of at most `width` columns, each but the last with a backslash at its end.
    ///
    /// It is broken where the shell would part words, and nowhere inside of quotes; a longer word has a line of its own.
    package static func wrapped(_ command: String, width: Int) -> [String] {
        let words = words(VisibleText.line(command))
        guard var line = words.first else { return [] }
        var lines: [String] = []
        for word in words.dropFirst() {
            // Two columns for the backslash that may follow.
            if TextWidth.columns(of: line) + 1 + TextWidth.columns(of: word) + 2 > width {
                lines.append(line + " \\")
                line = word
            } else {
                line += " " + word
            }
        }
        return lines + [line]
    }

    /// The words as the shell parts them, with their quotes.
    private static func words(_ command: String) -> [String] {
        var words: [String] = []
        var word = ""
        var quote: Character?
        for character in command {
            if character == " ", quote == nil {
                if !word.isEmpty { words.append(word) }
                word = ""
                continue
            }
            if character == quote {
                quote = nil
            } else if quote == nil, character == "'" || character == "\"" {
                quote = character
            }
            word.append(character)
        }
        return word.isEmpty ? words : words + [word]
    }
}

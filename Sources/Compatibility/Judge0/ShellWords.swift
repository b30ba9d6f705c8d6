/// A line of arguments taken apart as a shell would, with nothing of a shell but its quotes.
enum ShellWords {
    /// The words of `line`; nil when a quote is not closed.
    static func split(_ line: String) -> [String]? {
        var words: [String] = []
        var word: String?
        var quote: Character?
        var characters = line[...]
        while let character = characters.popFirst() {
            switch (quote, character) {
            case ("'", "'"), ("\"", "\""):
                quote = nil
            case ("'", _):
                word = (word ?? "") + String(character)
            case (nil, "'"), (nil, "\""):
                quote = character
                word = word ?? ""
            case (_, "\\"):
                guard let next = characters.first else { return nil }
                // Within double quotes a backslash stands for itself before all but these.
                if quote == nil || "\"\\$`".contains(next) {
                    characters.removeFirst()
                    word = (word ?? "") + String(next)
                } else {
                    word = (word ?? "") + "\\"
                }
            case (nil, " "), (nil, "\t"), (nil, "\n"):
                if let ended = word { words.append(ended) }
                word = nil
            default:
                word = (word ?? "") + String(character)
            }
        }
        guard quote == nil else { return nil }
        return words + (word.map { [$0] } ?? [])
    }
}

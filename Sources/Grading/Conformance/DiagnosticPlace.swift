/// Whether a compiler's words say where a mistake is, and nothing of the host.
struct DiagnosticPlace {
    let file: String
    let line: Int

    /// Directories of the host, which are nobody's business who hands in a program.
    private static let host = ["/root/", "/home/", "/opt/", "/usr/", "/var/", "/proc/", "/tmp/"]

    /// What is wrong with `text`; nil when it names the file and the line, and no path of the host.
    func offence(in text: String) -> String? {
        if let path = Self.host.first(where: text.contains) {
            let line = text.split(separator: "\n").first { $0.contains(path) } ?? ""
            return "its diagnostics name a path of the host: \(line)"
        }
        let first = text.split(separator: "\n").first ?? "nothing"
        guard text.contains(file) else { return "its diagnostics do not name \(file): \(first)" }
        guard text.split(separator: "\n").contains(where: namesLine) else {
            return "its diagnostics do not name line \(line): \(first)"
        }
        return nil
    }

    /// Whether the number is the first behind the file's name, as in `a.c:3:5`, `a.ts(3,5)` or `"a.py", line 3`, or behind
    /// the word for it.
    private func namesLine(_ text: Substring) -> Bool {
        let words = text.lowercased()
        return [file.lowercased(), "line"].contains { mark in
            words.ranges(of: mark).contains { range in
                let rest = words[range.upperBound...]
                // Behind the word it follows at once.
                let near = mark == "line" ? rest.prefix { !$0.isLetter } : rest
                let isDigit = { (character: Character) in ("0"..."9").contains(character) }
                return Int(near.drop { !isDigit($0) }.prefix(while: isDigit)) == line
            }
        }
    }
}

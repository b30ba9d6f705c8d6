import Core

/// Tells apart languages whose files have the same extension and no `#!` line: by what may be handed in, then by how
/// their lines look.
struct SharedExtension {
    /// What a submission may be written in; nil where nobody says.
    let allows: ((LanguageID) -> Bool)?

    /// The languages that it tells apart.
    static let languages: Set<LanguageID> = ["perl", "prolog", "objectivec", "octave"]

    /// The language of `files` that `detected` gives way to; nil when it is the one.
    func other(than detected: LanguageID, for files: [Submission.SourceFile]) -> LanguageID? {
        if detected == "perl", isProlog(files) { return "prolog" }
        if detected == "objectivec", isOctave(files) { return "octave" }
        return nil
    }

    /// Which of the two alone is allowed; nil when both or neither are.
    private func onlyAllowed(_ one: LanguageID, _ other: LanguageID) -> LanguageID? {
        guard let allows, allows(one) != allows(other) else { return nil }
        return allows(one) ? one : other
    }

    /// Whether `.pl` files, which would be Perl, are Prolog.
    ///
    /// The table of the package format says that `.pl` is Prolog, and most Perl programs are called so, too. So what is
    /// allowed decides, and then the clauses: without `:-` no Prolog program does anything.
    private func isProlog(_ files: [Submission.SourceFile]) -> Bool {
        guard files.allSatisfy({ Shebang($0.content) == nil }) else { return false }
        if let only = onlyAllowed("perl", "prolog") { return only == "prolog" }
        return files.contains { file in
            file.name.hasSuffix(".pl")
                && file.content.split(separator: UInt8(ascii: "\n")).contains {
                    Self.isClause(String(decoding: $0, as: UTF8.self))
                }
        }
    }

    /// What stands in a line of Perl that has `:-` in it, or before a smiley.
    private static let ofPerl = Set("?$#%@\"'`;=")
    private static let wordsOfPerl: Set<String> = [
        "use", "my", "our", "local", "print", "printf", "say", "return", "die", "warn", "sub", "if", "unless",
    ]

    /// Whether `line` has the `:-` of a clause or a directive: at its start, or behind a head, and before a goal.
    private static func isClause(_ line: String) -> Bool {
        let text = Substring(line.filter { $0 != "\r" }).drop { $0 == " " || $0 == "\t" }
        guard let place = text.indices.first(where: { text[$0...].hasPrefix(":-") }) else { return false }
        let head = text[..<place]
        let rest = text[place...].dropFirst(2)
        let goal = rest.drop { $0 == " " || $0 == "\t" }
        guard !head.contains(where: ofPerl.contains) else { return false }
        // Behind `:-` a number is the rest of a condition in Perl, and a parenthesis is the mouth of a smiley.
        if let first = goal.first {
            guard !first.isNumber, first != "$", first != "@", first != ")" else { return false }
            guard first.isLowercase || first.isWhitespace || rest.count > goal.count || "([\\!".contains(first) else {
                return false
            }
        }
        guard let last = head.last(where: { $0 != " " && $0 != "\t" }) else { return goal.last != ";" }
        let word = head.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        guard !wordsOfPerl.contains(String(word)) else { return false }
        if last == ")" { return true }
        let isAtom =
            word.first?.isLowercase == true && head.dropFirst(word.count).allSatisfy { $0 == " " || $0 == "\t" }
        return isAtom
    }

    /// Whether a `.fs` file, which would be Forth, is F#: by the first of its lines that says something.
    static func isFSharp(_ file: Submission.SourceFile) -> Bool {
        guard file.name.hasSuffix(".fs") else { return false }
        let lines = String(decoding: file.content.prefix(1 << 16), as: UTF8.self).split(whereSeparator: \.isNewline)
        let first = lines.lazy.map { $0.drop(while: \.isWhitespace) }.first { !$0.isEmpty && !$0.hasPrefix("//") }
        return ["open ", "let ", "module ", "namespace ", "[<", "(*"].contains { first?.hasPrefix($0) == true }
    }

    /// Whether `.m` files, which would be Objective-C, are Octave.
    ///
    /// What is allowed decides, and then whether a line begins as some line of every program in Objective-C does.
    private func isOctave(_ files: [Submission.SourceFile]) -> Bool {
        if let only = onlyAllowed("objectivec", "octave") { return only == "octave" }
        guard files.contains(where: { !$0.content.isEmpty }) else { return false }
        let starts = ["#import", "#include", "@import", "@interface", "@implementation", "int main", "void main"]
        return !files.contains { file in
            !file.name.hasSuffix(".m")
                || file.content.split(separator: UInt8(ascii: "\n")).contains { line in
                    let text = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
                    return starts.contains { text.starts(with: $0.utf8) }
                }
        }
    }
}

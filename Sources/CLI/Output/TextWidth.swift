/// How wide text is on a terminal, well enough for tables: wide scripts count twice, marks not at all.
package enum TextWidth {
    /// The columns that `text` takes.
    package static func columns(of text: String) -> Int {
        text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.count : text.reduce(0) { $0 + columns(of: $1) }
    }

    /// `text` with spaces to at least `width` columns.
    package static func pad(_ text: String, to width: Int, right: Bool = false) -> String {
        let spaces = String(repeating: " ", count: max(0, width - columns(of: text)))
        return right ? spaces + text : text + spaces
    }

    /// `text` cut to at most `width` columns, the cut shown by `…`.
    package static func cut(_ text: String, to width: Int) -> String {
        guard columns(of: text) > width else { return text }
        guard width > 1 else { return String(text.prefix(max(0, width))) }
        var result = ""
        var used = 0
        for character in text {
            let wide = columns(of: character)
            guard used + wide <= width - 1 else { break }
            result.append(character)
            used += wide
        }
        return result + "…"
    }

    private static func columns(of character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default:
            return scalar.properties.generalCategory == .nonspacingMark ? 0 : 1
        }
    }
}

import CLI
import Core

extension FuzzEntry {
    /// What is shown of a program's words on a terminal, and in JSON.
    static let showing: [FuzzEntry] = [
        FuzzEntry(
            "terminal",
            words: ["\u{1b}[2J", "\u{9b}", "\r\n", "\n", "\t", "\u{202e}", "日", "e\u{301}", "\u{7f}", "…"]
        ) { input in
            var parts = FuzzParts(input)
            let width = Int(parts.choice())
            let text = String(decoding: parts.remainder(), as: UTF8.self)
            for shown in [VisibleText.line(text), VisibleText.block(text)] {
                for scalar in shown.unicodeScalars {
                    precondition(
                        scalar.value >= 0x20 || scalar == "\n" || scalar == "\t",
                        "no control character is shown"
                    )
                    precondition(!(0x7F..<0xA0).contains(scalar.value) && !(0x202A...0x202E).contains(scalar.value))
                }
            }
            let line = VisibleText.line(text)
            precondition(!line.contains("\n"), "one line is one line")
            let cut = TextWidth.cut(line, to: width)
            precondition(width < 2 || TextWidth.columns(of: cut) <= max(width, 0), "no wider than asked for")
            precondition(TextWidth.columns(of: TextWidth.pad(cut, to: width)) >= width)
        },
        FuzzEntry("captured", words: ["é", "日", "😀", "\u{0}", "\"", "\\"]) { input in
            var parts = FuzzParts(input)
            let limit = Int(parts.choice())
            let source = MemoryBytes(parts.remainder())
            guard let text = try? CapturedText(source, limit: ByteCount(limit)) else {
                preconditionFailure("memory can be read")
            }
            precondition((text.text == nil) != (text.base64 == nil), "one of both")
            precondition(text.isTruncated == (source.byteCount > limit))
            if let text = text.text { precondition(text.utf8.count <= limit) }
            if !text.isTruncated, String(validating: source.content, as: UTF8.self) != nil {
                precondition(text.text.map { Array($0.utf8) } == source.content, "text is text")
            }
        },
    ]
}

/// Text from outside made safe to show: what a program or a file name holds must not steer the terminal.
package enum VisibleText {
    /// The text in one line: line ends become spaces, other control characters are written out.
    package static func line(_ text: String) -> String { visible(text, keeping: []) }

    /// The text with its lines and tabs, other control characters written out.
    package static func block(_ text: String) -> String { visible(text, keeping: ["\n", "\t"]) }

    private static func visible(_ text: String, keeping kept: Set<Unicode.Scalar>) -> String {
        guard text.unicodeScalars.contains(where: { isUnsafe($0) && !kept.contains($0) }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if !isUnsafe(scalar) || kept.contains(scalar) {
                result.append(scalar)
            } else if scalar == "\n" || scalar == "\t" {
                result.append(" ")
            } else if scalar == "\r" {
                // The end of a line of text from elsewhere; the newline behind it says enough.
                continue
            } else {
                let digits = String(scalar.value, radix: 16)
                result.append(contentsOf: "\\u{\(digits)}".unicodeScalars)
            }
        }
        return String(result)
    }

    /// Control characters of both sets, and the marks that reorder text.
    static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

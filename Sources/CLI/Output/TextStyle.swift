internal import Core

/// How text is marked: with the terminal's own colours, or not at all.
package struct TextStyle: Sendable {
    /// Whether there are colours.
    package let hasColour: Bool

    /// Text with colours, or without.
    package init(hasColour: Bool) { self.hasColour = hasColour }

    /// What a text stands out as.
    package enum Mark: String, Sendable {
        case good = "32"
        case bad = "31"
        case odd = "33"
        case faint = "2"
        case strong = "1"
    }

    /// The text, marked where there are colours.
    package func mark(_ text: String, _ mark: Mark) -> String {
        hasColour && !text.isEmpty ? "\u{1B}[\(mark.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// The text, marked as that verdict is.
    func mark(_ text: String, as verdict: Verdict) -> String {
        switch verdict {
        case .accepted: mark(text, .good)
        case .wrongAnswer, .runtimeError, .compileError: mark(text, .bad)
        case .timeLimit, .memoryLimit, .outputLimit, .judgeError: mark(text, .odd)
        case .skipped: mark(text, .faint)
        }
    }
}

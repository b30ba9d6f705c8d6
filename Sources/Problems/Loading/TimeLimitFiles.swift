internal import Core

extension PackageTree {
    /// The time limit in the files of DOMjudge: `domjudge-problem.ini`, else `.timelimit`; nil where neither states one.
    func timeLimitOfFiles() -> Duration? {
        let settings = "domjudge-problem.ini"
        var limit: Duration?
        if kind(".timelimit") != nil, let bytes = bytes(".timelimit") {
            limit = timeLimit(String(decoding: bytes, as: UTF8.self), ".timelimit", line: 1)
        }
        if kind(settings) != nil, let bytes = bytes(settings) {
            limit = timeLimit(ofSettings: String(decoding: bytes, as: UTF8.self), settings) ?? limit
        }
        return limit
    }

    /// The last `timelimit = …` of the file; everything else there is about contests.
    private func timeLimit(ofSettings text: String, _ path: String) -> Duration? {
        var limit: Duration?
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let parts = line.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, let key = parts.first?.trimmed, let value = parts.last?.trimmed else { continue }
            switch key {
            case "timelimit": limit = timeLimit(String(value), path, line: index + 1) ?? limit
            case "special_compare", "special_run", "special_compare_args":
                findings.note(path, line: index + 1, "\(key) is ignored; problem.yaml says how outputs are checked")
            default: break
            }
        }
        return limit
    }

    private func timeLimit(_ text: String, _ path: String, line: Int) -> Duration? {
        var number = text[...].trimmed
        for quote in ["'", "\""] where number.count > 1 && number.hasPrefix(quote) && number.hasSuffix(quote) {
            number = number.dropFirst().dropLast()
        }
        var token = FloatToken()
        for byte in number.utf8 { token.feed(byte) }
        if let seconds = token.value, let limit = Duration(limitSeconds: seconds) { return limit }
        findings.report(
            path,
            line: line,
            "the time limit \"\(Excerpt.text(number.utf8.prefix(40)))\" is no number of seconds up to \(Ceilings.time.components.seconds)",
            mend: "write one such as 2 or 0.5"
        )
        return nil
    }
}

extension Substring {
    /// The text without whitespace at its ends.
    var trimmed: Substring {
        var text = drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}

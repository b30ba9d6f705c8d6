internal import Core

/// One test case for each submission, as continuous integration reads it.
enum JUnitReport {
    static func write(_ journal: Journal, to file: ReportFile) throws {
        // The counts stand before what is counted.
        var (all, failures, errors, skipped) = (0, 0, 0, 0)
        try JournalLine.forEach(in: journal) { line in
            all += 1
            switch kind(of: line) {
            case .failure: failures += 1
            case .error: errors += 1
            case .skipped: skipped += 1
            case .passed: break
            }
        }
        try file.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n")
        try file.write(
            "<testsuite name=\"assay grade\" tests=\"\(all)\" failures=\"\(failures)\" errors=\"\(errors)\" "
                + "skipped=\"\(skipped)\">\n"
        )
        try JournalLine.forEach(in: journal) { try file.write(element($0)) }
        try file.write("</testsuite>\n</testsuites>\n")
    }

    private enum Kind { case passed, failure, error, skipped }

    private static func kind(of line: JournalLine) -> Kind {
        if line.refused == true { return .error }
        if line.skipped != nil { return .skipped }
        if line.verdict == .judgeError { return .error }
        return line.asExpected ?? (line.verdict == .accepted) ? .passed : .failure
    }

    private static func element(_ line: JournalLine) -> String {
        let time = line.tests?.compactMap(\.cpuTime).reduce(0, +) ?? 0
        let head =
            "<testcase classname=\"\(escaped(line.problem))\" name=\"\(escaped(line.id))\" "
            + "time=\"\(Figures.decimal(time, places: 3))\""
        let verdict = line.verdict?.rawValue ?? ""
        switch kind(of: line) {
        case .passed: return head + "/>\n"
        case .skipped: return head + "><skipped message=\"\(escaped(line.skipped ?? ""))\"/></testcase>\n"
        case .failure, .error:
            let name = kind(of: line) == .error ? "error" : "failure"
            let test = line.tests?.first { $0.verdict == line.verdict }
            let surprises = line.skipped ?? line.surprises?.joined(separator: "; ") ?? "the verdict is \(verdict)"
            let words = [test?.name, test?.judgeMessage ?? test?.message, line.compile?.diagnostics]
                .compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "\n")
            return head
                + "><\(name) type=\"\(verdict)\" message=\"\(escaped(surprises))\">\(escaped(words))</\(name)></testcase>\n"
        }
    }

    /// A text for XML 1.0: what that has no way to write is replaced.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n": result += "&#10;"
            case "\t", "\r", " "..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}":
                result.unicodeScalars.append(scalar)
            default: result.unicodeScalars.append("\u{FFFD}")
            }
        }
        return result
    }
}

internal import Linux
internal import Problems
internal import YAML

/// Looks at the problem's statements.
struct StatementCheck {
    let folder: PackageFolder
    let description: Description

    private struct Statement {
        let path: String
        /// As its name says; nil where it does not.
        let language: String?
        let ending: String
    }

    private var isNewer: Bool { description.format != .legacy }
    private var directory: String { isNewer ? "statement" : "problem_statement" }

    func findings() -> [Finding] {
        let (statements, misnamed) = statements()
        var findings = misnamed
        if statements.isEmpty {
            let other = isNewer ? "problem_statement" : "statement"
            let mend = folder.kind(other) == .directory ? "rename \(other)" : "add \(directory)/problem.en.tex"
            findings.append(Finding(.error, .noStatement, directory, "there is no statement", mend: mend))
        }
        findings += languages(statements)
        for statement in statements { findings += text(statement) }
        return findings
    }

    private func statements() -> ([Statement], [Finding]) {
        var statements: [Statement] = []
        var findings: [Finding] = []
        for entry in folder.entries(directory) where entry.kind == .file {
            let parts = entry.name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            guard parts[0] == "problem", parts.count == 2 || parts.count == 3,
                ["tex", "md", "pdf"].contains(parts.last)
            else {
                if parts[0] == "problem", parts.count > 1, let last = parts.last,
                    ["txt", "html", "htm", "latex", "markdown", "doc", "docx"].contains(last)
                {
                    let path = "\(directory)/\(entry.name)"
                    findings.append(
                        Finding(.warning, .statementName, path, "this is no statement", mend: "write tex, md or pdf")
                    )
                }
                continue
            }
            let language = parts.count == 3 ? parts[1] : nil
            let path = "\(directory)/\(entry.name)"
            if let language, !LanguageTag.isGood(language) {
                let message = "\"\(language)\" is no language"
                findings.append(
                    Finding(.error, .statementLanguage, path, message, mend: "write codes such as en or pt-BR")
                )
            }
            if language == nil, isNewer {
                let mend = "call it problem.en.\(parts.last ?? "")"
                findings.append(Finding(.error, .statementName, path, "its name has no language", mend: mend))
            }
            statements.append(Statement(path: path, language: language, ending: parts.last ?? ""))
        }
        return (statements, findings)
    }

    /// Every statement needs a name in its language, and the other way round; two for one language are one too many.
    private func languages(_ statements: [Statement]) -> [Finding] {
        var findings: [Finding] = []
        let names = description.names
        let byLanguage = Dictionary(grouping: statements) { $0.language ?? "en" }
        for (language, same) in byLanguage.sorted(by: { $0.key < $1.key }) {
            if same.count > 1 {
                let message = "there are \(same.count) statements in \"\(language)\""
                findings.append(Finding(.error, .statementName, same[1].path, message, mend: "keep one"))
            }
            guard names[language] == nil, !same.contains(where: hasName) else { continue }
            let message = "problem.yaml has no name in \"\(language)\""
            findings.append(Finding(.error, .statementLanguage, same[0].path, message, mend: "add it under name"))
        }
        guard !statements.isEmpty else { return findings }
        for language in names.keys.sorted() where byLanguage[language] == nil {
            let line = description["name"]?.line
            let message = "there is a name in \"\(language)\", and no statement"
            findings.append(
                Finding(
                    .error,
                    .statementLanguage,
                    Description.path,
                    line: line,
                    message,
                    mend: "add one, or remove the name"
                )
            )
        }
        return findings
    }

    /// Whether a statement of the older format says itself how the problem is called.
    private func hasName(_ statement: Statement) -> Bool {
        guard !isNewer else { return false }
        guard statement.ending == "tex", let bytes = folder.bytes(statement.path) else {
            return statement.ending == "pdf"
        }
        return String(decoding: bytes, as: UTF8.self).contains("\\problemname{")
    }

    private func text(_ statement: Statement) -> [Finding] {
        guard let bytes = folder.bytes(statement.path) else { return [] }
        if bytes.allSatisfy({ $0 <= 0x20 }) {
            return [Finding(.error, .statementText, statement.path, "the statement is empty", mend: "write it")]
        }
        if statement.ending == "pdf" {
            if bytes.starts(with: Array("%PDF-".utf8)) { return [] }
            return [Finding(.error, .statementText, statement.path, "this is no PDF", mend: "replace it")]
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return [Finding(.error, .statementText, statement.path, "this is not UTF-8", mend: "convert it")]
        }
        return images(in: text, statement) + constants(in: text, at: statement.path)
    }

    /// Pictures that the statement shows and that are not there.
    private func images(in text: String, _ statement: Statement) -> [Finding] {
        var findings: [Finding] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            for name in statement.ending == "tex" ? texImages(line) : markdownImages(line) {
                let path = "\(directory)/\(name)"
                let endings =
                    name.split(separator: "/").last?.contains(".") == true ? [""] : [".pdf", ".png", ".jpg", ".jpeg"]
                guard !endings.contains(where: { folder.kind(path + $0) == .file }) else { continue }
                findings.append(
                    Finding(
                        .error,
                        .statementText,
                        statement.path,
                        line: number + 1,
                        "there is no picture \(name)",
                        mend: "add it to \(directory)"
                    )
                )
            }
        }
        return findings
    }

    private func texImages(_ line: Substring) -> [String] {
        if line.drop(while: \.isWhitespace).hasPrefix("%") { return [] }
        return line.split(separator: "\\includegraphics").dropFirst(line.hasPrefix("\\includegraphics") ? 0 : 1)
            .compactMap { rest in
                var rest = rest[...]
                if rest.hasPrefix("["), let end = rest.firstIndex(of: "]") { rest = rest[rest.index(after: end)...] }
                guard rest.hasPrefix("{"), let end = rest.firstIndex(of: "}") else { return nil }
                return String(rest[rest.index(after: rest.startIndex)..<end])
            }
    }

    private func markdownImages(_ line: Substring) -> [String] {
        line.split(separator: "![").dropFirst(line.hasPrefix("![") ? 0 : 1).compactMap { rest in
            guard let middle = rest.firstRange(of: "]("), let end = rest[middle.upperBound...].firstIndex(of: ")")
            else {
                return nil
            }
            let name = rest[middle.upperBound..<end].split(separator: " ").first.map(String.init) ?? ""
            return name.contains("://") || name.isEmpty ? nil : name
        }
    }
}

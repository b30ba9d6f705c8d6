internal import Linux
internal import Problems

/// Looks at the directories at the top of a package, and at those of include files.
struct TopLevelCheck {
    let folder: PackageFolder
    let format: Problem.Format

    private static let both = ["attachments", "data", "include", "submissions", "input_validators", "generators"]
    private static let older = ["problem_statement", "input_format_validators", "output_validators", "graders"]
    private static let newer = [
        "statement", "solution", "static_validator", "output_validator", "input_visualizer", "output_visualizer",
    ]

    func findings() -> [Finding] {
        let known = Self.both + (format == .legacy ? Self.older : Self.newer)
        let others = format == .legacy ? Self.newer : Self.older
        var findings: [Finding] = []
        for entry in folder.entries("") where entry.kind == .directory && !known.contains(entry.name) {
            // Loading or the statement's check tells of these.
            if ["output_validators", "output_validator", "problem_statement", "statement"].contains(entry.name) {
                continue
            }
            if others.contains(entry.name) {
                let message = "this belongs to the other version of the format, and is ignored"
                findings.append(
                    Finding(.warning, .strayDirectory, entry.name, message, mend: "rename it, or remove it")
                )
            } else if let near = NearName.of(entry.name, among: known) {
                let message = "the format has no directory \(entry.name), and it is ignored"
                findings.append(
                    Finding(.warning, .strayDirectory, entry.name, message, mend: "did you mean \(near)?")
                )
            }
        }
        findings += languages(in: "include")
        guard format == .y2025_09 else { return findings }
        return findings + languages(in: "attachments/templates") + attachments() + solution()
    }

    /// Directories of attachments other than templates, of which nobody knows what to do with them.
    private func attachments() -> [Finding] {
        let entries = folder.entries("attachments").filter { entry in
            entry.kind == .directory && entry.name != "templates" && !folder.isLink("attachments/\(entry.name)")
        }
        return entries.map { entry in
            let message = "attachments have no directory but templates"
            return Finding(.error, .strayDirectory, "attachments/\(entry.name)", message, mend: "zip it, or remove it")
        }
    }

    /// A directory for descriptions of the solution in which there is none.
    private func solution() -> [Finding] {
        guard folder.kind("solution") == .directory else { return [] }
        let isThere = folder.entries("solution").contains { entry in
            entry.name.hasPrefix("solution.") && ["tex", "md", "pdf"].contains { entry.name.hasSuffix("." + $0) }
        }
        if isThere { return [] }
        let message = "there is no description of the solution"
        return [Finding(.error, .strayDirectory, "solution", message, mend: "add solution.en.md, or remove it")]
    }

    private func languages(in directory: String) -> [Finding] {
        folder.entries(directory).filter { $0.kind == .directory }.compactMap { entry in
            let language = String(entry.name.reversed().drop { $0.isASCII && $0.isNumber }.reversed())
            if FormatLanguages.codes.contains(entry.name) || FormatLanguages.codes.contains(language) { return nil }
            if entry.name == "default", format != .legacy { return nil }
            let message = "the format has no language \"\(entry.name)\""
            return Finding(
                .error,
                .languageCode,
                "\(directory)/\(entry.name)",
                message,
                mend: "call it as a language, such as cpp, java or python3"
            )
        }
    }
}

internal import YAML

extension StatementCheck {
    /// Names in double braces that are no constants, in a package that has some.
    ///
    /// Where there are none double braces are TeX's, or a text.
    func constants(in text: String, at path: String) -> [Finding] {
        guard let pairs = description["constants"]?.pairs, !pairs.isEmpty else { return [] }
        // The samples may be put into the text, too.
        var known: Set = ["nextsample", "remainingsamples"]
        for (key, value) in pairs {
            guard let name = key.text else { continue }
            if value.pairs == nil || value["value"] != nil { known.formUnion([name, "\(name).value"]) }
            for (variant, inner) in value.pairs ?? [] {
                guard let word = variant.text else { continue }
                known.insert("\(name).\(word)")
                for (variant, _) in inner.pairs ?? [] {
                    if let word = variant.text { known.insert("\(name).\(word)") }
                }
            }
        }
        var findings: [Finding] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            for name in names(in: line, between: "{{", "}}") + names(in: line, between: "\\constant{", "}") {
                guard let first = name.first, first.isLetter || first == "_", !known.contains(name),
                    name.allSatisfy({ $0.isLetter || $0.isNumber || "._-".contains($0) })
                else { continue }
                findings.append(
                    Finding(
                        .warning,
                        .statementText,
                        path,
                        line: number + 1,
                        "there is no constant \(name)",
                        mend: "add it under constants, or put a space between the braces"
                    )
                )
            }
        }
        return findings
    }

    private func names(in line: Substring, between opening: String, _ closing: String) -> [String] {
        line.split(separator: opening, omittingEmptySubsequences: false).dropFirst().compactMap { part in
            part.firstRange(of: closing).map { String(part[..<$0.lowerBound]) }
        }
    }
}

internal import YAML

/// Looks at `credits` (2025-09).
enum CreditsCheck {
    private static let roles = ["authors", "contributors", "testers", "packagers", "acknowledgements"]

    static func findings(_ description: Description) -> [Finding] {
        guard let credits = description["credits"], credits.string == nil else { return [] }
        guard let pairs = credits.pairs else {
            return [wrong(credits, "credits is \(credits.kind)", mend: "write a text, or a mapping with authors")]
        }
        var findings: [Finding] = []
        for (key, value) in pairs {
            let role = key.text ?? ""
            if role == "translators" {
                guard let languages = value.pairs else {
                    findings.append(
                        wrong(value, "translators is \(value.kind)", mend: "write people for each language")
                    )
                    continue
                }
                for (_, people) in languages { findings += Self.people(people, "translators") }
            } else if roles.contains(role) {
                findings += people(value, role)
            } else {
                findings.append(
                    Finding(
                        .error,
                        .unknownKey,
                        Description.path,
                        line: key.line,
                        "credits has the unknown key \"\(role)\"",
                        mend: "it has \(roles.joined(separator: ", ")) and translators"
                    )
                )
            }
        }
        return findings
    }

    /// One person or several.
    private static func people(_ node: YAMLNode, _ role: String) -> [Finding] {
        (node.list ?? [node]).compactMap { person in
            if let text = person.string {
                return text.allSatisfy(\.isWhitespace)
                    ? wrong(person, "\(role) has an empty name", mend: "write it") : nil
            }
            guard let pairs = person.pairs, person["name"]?.string != nil else {
                return wrong(person, "\(role) has \(person.kind)", mend: "write \"Name <mail>\", or name and email")
            }
            let unknown = pairs.first { !["name", "email", "orcid", "kattis"].contains($0.key.text ?? "") }
            return unknown.map { key, _ in
                wrong(
                    key,
                    "somebody in \(role) has \"\(key.text ?? "")\"",
                    mend: "there are name, email, orcid and kattis"
                )
            }
        }
    }

    private static func wrong(_ node: YAMLNode, _ message: String, mend: String) -> Finding {
        Finding(.error, .wrongType, Description.path, line: node.line, message, mend: mend)
    }
}

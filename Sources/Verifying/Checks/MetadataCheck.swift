internal import Core
internal import Problems
internal import YAML

/// Looks at what `problem.yaml` says beyond what judging needs.
struct MetadataCheck {
    let description: Description
    private var findings: [Finding] = []

    init(_ description: Description) { self.description = description }

    private var isNewer: Bool { description.format != .legacy }

    /// Everything that is wrong with the file.
    static func findings(_ description: Description) -> [Finding] {
        var check = MetadataCheck(description)
        check.checkName()
        check.checkUUID()
        check.checkLicense()
        check.checkTexts()
        check.checkSource()
        if check.isNewer { check.findings += CreditsCheck.findings(description) }
        check.checkTimeLimit()
        check.checkScoring()
        check.checkLanguages()
        return check.findings
    }

    private mutating func add(
        _ severity: Finding.Severity,
        _ code: Finding.Code,
        _ key: String,
        _ message: String,
        mend: String
    ) {
        let line = description[key]?.line
        findings.append(Finding(severity, code, Description.path, line: line, message, mend: mend))
    }

    // MARK: - Who and what

    private mutating func checkName() {
        guard let name = description["name"] else {
            // In the older format the statement may say it.
            if isNewer { add(.error, .missingKey, "name", "there is no name", mend: "add \"name: …\"") }
            return
        }
        if name.string == nil, name.pairs == nil {
            add(.error, .wrongType, "name", "name is \(name.kind)", mend: "write a text, or one for each language")
        }
        for (language, text) in description.names.sorted(by: { $0.key < $1.key }) {
            if text.allSatisfy(\.isWhitespace) {
                add(.error, .missingKey, "name", "the name in \"\(language)\" is empty", mend: "write it")
            }
            if name.pairs != nil, !LanguageTag.isGood(language) {
                add(
                    .error,
                    .statementLanguage,
                    "name",
                    "\"\(language)\" is no language",
                    mend: "write codes such as en or pt-BR"
                )
            }
        }
    }

    private mutating func checkUUID() {
        guard let uuid = description["uuid"] else {
            if isNewer { add(.error, .missingKey, "uuid", "there is no uuid", mend: "add one, as uuidgen makes them") }
            return
        }
        guard let text = uuid.string, MetadataCheck.isUUID(text) else {
            add(.error, .uuid, "uuid", "the uuid is \(uuid.kind)", mend: "write one as uuidgen makes them")
            return
        }
    }

    static func isUUID(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.utf8.count) == [8, 4, 4, 4, 12] && parts.allSatisfy { $0.allSatisfy(\.isHexDigit) }
    }

    private static let licenses = [
        "unknown", "public domain", "cc0", "cc by", "cc by-sa", "educational", "permission",
    ]

    private mutating func checkLicense() {
        let license = description["license"]?.string ?? "unknown"
        guard MetadataCheck.licenses.contains(license) else {
            add(
                .error,
                .license,
                "license",
                "the license \"\(license)\" is none of the format's",
                mend: "write one of \(MetadataCheck.licenses.joined(separator: ", "))"
            )
            return
        }
        if license == "unknown" {
            add(
                .warning,
                .license,
                "license",
                "the license is unknown, so nobody may use the problem",
                mend: "state one"
            )
            return
        }
        if license == "public domain" {
            if description["rights_owner"] != nil {
                add(
                    .error,
                    .rightsOwner,
                    "rights_owner",
                    "what is in the public domain has no owner",
                    mend: "remove it"
                )
            }
            return
        }
        let hasAuthor = isNewer ? description["credits"] != nil : description["author"] != nil
        if !hasAuthor, description["source"] == nil, description["rights_owner"] == nil {
            add(
                .error,
                .rightsOwner,
                "license",
                "the license \"\(license)\" needs somebody who gives it",
                mend: "add rights_owner, \(isNewer ? "credits" : "author") or source"
            )
        }
    }

    // MARK: - Types

    private mutating func checkTexts() {
        let texts = isNewer ? ["version", "rights_owner"] : ["author", "source", "source_url", "rights_owner"]
        for key in texts {
            guard let value = description[key], value.string == nil else { continue }
            add(.error, .wrongType, key, "\(key) is \(value.kind)", mend: "write a text")
        }
        if let keywords = description["keywords"] {
            let isGood = isNewer ? keywords.list?.allSatisfy { $0.string != nil } == true : keywords.string != nil
            if !isGood {
                let mend = isNewer ? "write a list of texts" : "write a text with spaces between the words"
                add(.error, .wrongType, "keywords", "keywords is \(keywords.kind)", mend: mend)
            }
        }
        if let embargo = description["embargo_until"], !MetadataCheck.isDate(embargo.string ?? "") {
            add(
                .error,
                .wrongType,
                "embargo_until",
                "embargo_until is \(embargo.kind)",
                mend: "write 2026-01-31 or 2026-01-31T12:00:00Z"
            )
        }
    }

    static func isDate(_ text: String) -> Bool {
        let shape = text.map { character in
            character.isASCII && character.isNumber ? "0" : String(character)
        }.joined()
        guard shape == "0000-00-00" || shape == "0000-00-00T00:00:00Z" else { return false }
        let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
        guard (1...12).contains(numbers[1]), (1...31).contains(numbers[2]) else { return false }
        return numbers.count == 3 || (numbers[3] < 24 && numbers[4] < 60 && numbers[5] < 61)
    }

    private mutating func checkSource() {
        guard isNewer, let source = description["source"] else { return }
        for entry in source.list ?? [source] {
            if entry.string != nil { continue }
            guard let pairs = entry.pairs, entry["name"]?.string != nil else {
                add(.error, .wrongType, "source", "source is \(entry.kind)", mend: "write a text, or name and url")
                continue
            }
            for (key, value) in pairs where !["name", "url"].contains(key.text ?? "") || value.string == nil {
                add(.error, .unknownKey, "source", "source has \"\(key.text ?? "")\"", mend: "it has name and url")
            }
        }
    }

    // MARK: - What concerns judging

    private mutating func checkTimeLimit() {
        guard isNewer, let limits = description["limits"], let limit = limits["time_limit"]?.double else { return }
        let resolution = limits["time_resolution"]?.double ?? 1
        guard resolution > 0, limit > 0 else { return }
        let steps = limit / resolution
        guard (steps - steps.rounded()).magnitude > 1e-9 else { return }
        findings.append(
            Finding(
                .error,
                .timeResolution,
                Description.path,
                line: limits["time_limit"]?.line,
                "the time_limit \(limit) is no multiple of the time_resolution \(resolution)",
                mend: "change one of them"
            )
        )
    }

    private mutating func checkScoring() {
        guard !isNewer, !description.isScoring, description["grading"] != nil else { return }
        add(
            .error,
            .scoringKey,
            "grading",
            "grading is for scoring problems",
            mend: "remove it, or write \"type: scoring\""
        )
    }

    private mutating func checkLanguages() {
        for word in description.words("languages") where word != "all" && !FormatLanguages.codes.contains(word) {
            add(
                .error,
                .languageCode,
                "languages",
                "the format has no language \"\(word)\"",
                mend: "write codes such as cpp, java or python3"
            )
        }
    }
}

/// Codes of natural languages, as statements have them.
enum LanguageTag {
    /// Whether it has the shape of one, as in `en` or `pt-BR`.
    static func isGood(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let language = parts.first, (2...3).contains(language.utf8.count), language.utf8.allSatisfy(isLowerLetter)
        else { return false }
        return parts.count == 1
            || parts.count == 2 && (2...4).contains(parts[1].utf8.count)
                && parts[1].allSatisfy { $0.isASCII && $0.isLetter }
    }
}

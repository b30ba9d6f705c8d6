internal import Core
internal import YAML

/// What `submissions/submissions.yaml` says of submissions (2025-09).
struct SubmissionRules {
    /// What stands under one glob.
    struct Rule {
        let pattern: PathPattern
        var language: LanguageID?
        var entry: String?
        /// The keys that are about all tests.
        var overall: Expectation
        /// Which of the keys of `overall` are there: those replace a directory's defaults.
        var keys: Set<String>
        /// What is about some tests only.
        var scoped: [Expectation]

        /// Whether anything is expected of the submission at `path`.
        func says(somethingOf path: String) -> Bool { !(keys.isEmpty && scoped.isEmpty) && pattern.matches(path) }
    }

    static let path = "submissions/submissions.yaml"
    private(set) var rules: [Rule] = []

    /// No rules.
    init() {}

    /// The rules in the file, where there is one.
    init(_ tree: PackageTree) {
        guard tree.kind(Self.path) != nil, let section = tree.section(Self.path) else { return }
        for (key, value) in section.pairs {
            guard let text = key.text else { continue }
            guard let pattern = PathPattern(text) else {
                Self.reportPattern(text, in: section)
                continue
            }
            guard let rule = Section(value, name: text, path: Self.path, findings: tree.findings) else { continue }
            rules.append(Self.rule(pattern, rule))
        }
    }

    private static func rule(_ pattern: PathPattern, _ section: Section) -> Rule {
        let (overall, keys) = expectation(nil, section)
        var rule = Rule(pattern: pattern, overall: overall, keys: keys, scoped: [])
        rule.language = section.text("language").map { LanguageID($0) }
        rule.entry = section.text("entrypoint")
        let known = expectationKeys.union(["language", "entrypoint", "authors", "model_solution"])
        for (key, value) in section.pairs {
            guard let text = key.text, !known.contains(text) else { continue }
            // Whoever mistypes one of the keys means no pattern of tests.
            guard value.pairs != nil || value.isNull else {
                let near = NearNames.of(text, among: known.sorted()).first
                section.report(
                    text,
                    "\"\(text)\" is no key of \(section.name), and as a pattern of tests has no mapping",
                    mend: near.map { "did you mean \($0)?" }
                        ?? "write \(expectationKeys.sorted().joined(separator: ", "))"
                )
                continue
            }
            guard let scope = PathPattern(text) else {
                reportPattern(text, in: section)
                continue
            }
            guard let inner = Section(value, name: text, path: path, findings: section.findings) else { continue }
            inner.noteKeys(except: expectationKeys)
            rule.scoped.append(expectation(scope, inner).expectation)
        }
        return rule
    }

    private static let expectationKeys: Set = ["permitted", "required", "score", "message", "use_for_time_limit"]

    private static func expectation(
        _ scope: PathPattern?,
        _ section: Section
    ) -> (expectation: Expectation, keys: Set<String>) {
        var expectation = Expectation(scope: scope)
        expectation.permitted = verdicts("permitted", section)
        expectation.required = verdicts("required", section)
        expectation.message = section.text("message")
        expectation.score = score(section)
        switch section["use_for_time_limit"] {
        case nil: break
        case let value? where value.bool == false: expectation.timeLimitUse = Expectation.TimeLimitUse.none
        case let value? where value.bool == true: break
        case let value? where value.string == "lower": expectation.timeLimitUse = .lower
        case let value? where value.string == "upper": expectation.timeLimitUse = .upper
        default:
            section.report(
                "use_for_time_limit",
                "use_for_time_limit is none of its words",
                mend: "write true, false, lower or upper"
            )
        }
        return (expectation, expectationKeys.filter { section[$0] != nil })
    }

    private static func verdicts(_ key: String, _ section: Section) -> Set<Verdict>? {
        guard let words = section.words(key) else { return nil }
        var verdicts: Set<Verdict> = []
        for word in words {
            switch word {
            case "AC": verdicts.insert(.accepted)
            case "WA": verdicts.insert(.wrongAnswer)
            case "TLE": verdicts.insert(.timeLimit)
            case "RTE": verdicts.formUnion(ExpectedVerdicts.crash)
            default: section.report(key, "\(key) has the unknown verdict \"\(word)\"", mend: "write AC, WA, TLE or RTE")
            }
        }
        return verdicts
    }

    private static func score(_ section: Section) -> ClosedRange<Double>? {
        guard let value = section["score"] else { return nil }
        if let number = value.double { return number...number }
        let bounds = value.list?.compactMap(\.double) ?? []
        guard bounds.count == 2, value.list?.count == 2, bounds[0] <= bounds[1] else {
            section.report("score", "score is \(value.kind)", mend: "write a number, or [smallest, largest]")
            return nil
        }
        return bounds[0]...bounds[1]
    }

    private static func reportPattern(_ text: String, in section: Section) {
        section.report(
            text,
            "the pattern \"\(text)\" cannot be read",
            mend: "use * and {a,b} only; there are no **, ? and [...]"
        )
    }
}

extension SubmissionRules {
    /// Everything expected of the submission at `path`, by the defaults of its directory and by all rules that match.
    ///
    /// `isTagged` says that a tag in its source takes the place of the verdicts that its directory stands for.
    func expectations(
        of path: String,
        in directory: String,
        _ defaults: Expectation?,
        isTagged: Bool
    ) -> [Expectation] {
        var defaults = defaults
        var added: [Expectation] = []
        for rule in rules where rule.pattern.matches(path) {
            added += rule.scoped
            // What stands under the directory's own name replaces its defaults key by key.
            if rule.pattern.text == directory {
                var changed = defaults ?? Expectation()
                if rule.keys.contains("permitted"), !isTagged { changed.permitted = rule.overall.permitted }
                if rule.keys.contains("required"), !isTagged { changed.required = rule.overall.required }
                if rule.keys.contains("score") { changed.score = rule.overall.score }
                if rule.keys.contains("message") { changed.message = rule.overall.message }
                if rule.keys.contains("use_for_time_limit") { changed.timeLimitUse = rule.overall.timeLimitUse }
                defaults = changed
            } else if !rule.keys.isEmpty {
                added.append(rule.overall)
            }
        }
        return (defaults.map { [$0] } ?? []) + added
    }

    /// The language and the entry of the submission at `path`, where a rule states them; the last one counts.
    func start(of path: String) -> (language: LanguageID?, entry: String?) {
        let matching = rules.filter { $0.pattern.matches(path) }
        return (matching.compactMap(\.language).last, matching.compactMap(\.entry).last)
    }
}

internal import Core
internal import YAML

/// What `problem.yaml` says, as far as judging needs it.
struct Metadata {
    static let path = "problem.yaml"

    var format = Problem.Format.legacy
    var title: String?
    var limits = ProblemLimits(format: .legacy)
    var timeLimit: Duration?
    var languages: Set<LanguageID>?
    var allowsFileWriting = false
    var constants = Constants()
    /// Arguments for the output validator of every test (legacy).
    var validatorArguments: [String] = []
    /// The line of those arguments.
    var validatorArgumentsLine: Int?
    /// Whether the package says that it has its own validators (legacy).
    var hasCustomValidation = false
    /// Whether its validators give scores (legacy).
    var validatorScores = ValidatorScores.never
    /// Whether the smaller score is the better one (legacy).
    var isSmallerBetter = false
    /// What kind of problem it is.
    var type = ProblemType()

    /// What the file says; every default where it is empty.
    init(_ tree: PackageTree) {
        guard let section = tree.section(Metadata.path) else { return }
        guard readFormat(section) else { return }
        limits = ProblemLimits(format: format)
        readTitle(section)
        readLanguages(section)
        switch format {
        case .legacy: readLegacy(section)
        case .draft, .y2025_09: readNewer(section)
        }
        if let limits = section.section("limits") { readLimits(limits) }
    }

    private mutating func readFormat(_ section: Section) -> Bool {
        switch section.text("problem_format_version") {
        case nil, "legacy", "legacy-icpc": format = .legacy
        case "2025-09": format = .y2025_09
        case "2023-07-draft", "2023-07": format = .draft
        case let version?:
            section.report(
                "problem_format_version",
                "the package format \"\(version)\" is unknown",
                mend: "legacy and 2025-09 are read"
            )
            return false
        }
        return true
    }

    private mutating func readTitle(_ section: Section) {
        guard let name = section["name"] else { return }
        if name.pairs != nil {
            guard let names = section.section("name") else { return }
            title = names["en"]?.string ?? names.pairs.first?.value.string
        } else {
            title = section.text("name")
        }
    }

    private mutating func readLanguages(_ section: Section) {
        guard let words = section.words("languages"), words != ["all"] else { return }
        if words.isEmpty {
            section.report("languages", "no language is allowed", mend: "write \"all\" or a list of language codes")
        }
        languages = Set(words.map { LanguageID($0) })
    }

    // MARK: Legacy

    private mutating func readLegacy(_ section: Section) {
        section.noteKeys(except: [
            "problem_format_version", "type", "name", "uuid", "author", "source", "source_url", "license",
            "rights_owner", "limits", "validation", "validator_flags", "grading", "keywords", "languages",
        ])
        switch section.text("type") {
        case nil, "pass-fail": break
        case "scoring": type.isScoring = true
        case let type?:
            section.report("type", "the type \"\(type)\" is unknown", mend: "write pass-fail or scoring")
        }
        readObjective(section)
        validatorArguments = section.words("validator_flags", allowsList: false) ?? []
        validatorArgumentsLine = section["validator_flags"]?.line
        readValidation(section)
    }

    /// `grading`: which score is the better one; the rest of it is about what is shown.
    private mutating func readObjective(_ section: Section) {
        guard let grading = section.section("grading") else { return }
        grading.noteKeys(except: [
            "objective", "show_test_data_groups", "on_reject", "accept_score", "reject_score", "range",
        ])
        switch grading.text("objective") {
        case nil, "max": break
        case "min": isSmallerBetter = true
        case let word?: grading.report("objective", "objective is \"\(word)\"", mend: "write max or min")
        }
    }

    private mutating func readValidation(_ section: Section) {
        guard let words = section.words("validation", allowsList: false), words != ["default"] else { return }
        guard words.first == "custom" else {
            section.report(
                "validation",
                "validation is \"\(words.joined(separator: " "))\"",
                mend: "write default, or custom with any of score, interactive and multi-pass after it"
            )
            return
        }
        hasCustomValidation = true
        for word in words.dropFirst() {
            switch word {
            case "score": validatorScores = .always
            case "interactive": type.isInteractive = true
            case "multi-pass": type.isMultiPass = true
            default:
                section.report(
                    "validation",
                    "validation has the unknown word \"\(word)\"",
                    mend: "after custom there may be score, interactive and multi-pass"
                )
            }
        }
    }

    // MARK: 2025-09

    private mutating func readNewer(_ section: Section) {
        section.noteKeys(except: [
            "problem_format_version", "type", "name", "uuid", "version", "credits", "source", "license",
            "rights_owner", "embargo_until", "limits", "keywords", "languages", "allow_file_writing", "constants",
        ])
        readType(section)
        if format == .draft, type.isScoring { validatorScores = .sometimes }
        allowsFileWriting = section.bool("allow_file_writing") ?? false
        if let constants = section.section("constants") { self.constants = Constants(constants) }
    }

    private mutating func readType(_ section: Section) {
        let words = section.words("type") ?? []
        if section["type"]?.list == nil, words.count > 1 {
            let list = words.joined(separator: ", ")
            section.fault("type", "type is one text with several words", mend: "write a list: [\(list)]")
        }
        if section["type"] != nil, words.isEmpty {
            section.fault("type", "type is empty", mend: "name one, or remove it")
        }
        var seen: Set<String> = []
        for word in words where !seen.insert(word).inserted {
            section.fault("type", "type has \(word) twice", mend: "leave one out")
        }
        for word in words {
            switch word {
            case "pass-fail": break
            case "scoring": type.isScoring = true
            case "interactive": type.isInteractive = true
            case "multi-pass": type.isMultiPass = true
            case "submit-answer": type.isSubmitAnswer = true
            default:
                section.report(
                    "type",
                    "the type \"\(word)\" is unknown",
                    mend: "there are pass-fail, scoring, interactive, multi-pass and submit-answer"
                )
            }
        }
        for pair in [("pass-fail", "scoring"), ("submit-answer", "interactive"), ("submit-answer", "multi-pass")]
        where words.contains(pair.0) && words.contains(pair.1) {
            section.report("type", "\(pair.0) and \(pair.1) do not go together", mend: "leave one of them out")
        }
    }
}

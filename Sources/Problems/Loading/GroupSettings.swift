internal import YAML

/// What a group of tests says about its tests, and a test about itself; what it leaves out is as in the group above.
struct GroupSettings {
    // Of both formats.
    var arguments: [String] = []
    var validatorArguments: [String] = []
    /// Where the validator's arguments are written.
    var validatorArgumentsPlace: (path: String, line: Int?) = (Metadata.path, nil)
    var inputValidatorArguments = InputValidatorArguments()
    var fullFeedback: Bool?
    var onReject = TestGroup.OnReject.break

    // Of the legacy one.
    var hasCustomGrader = false
    var graderFlags: [String] = []
    var graderFlagsPlace: (path: String, line: Int?) = (Metadata.path, nil)
    var scores = LegacyScores()

    // Of 2025-09; not inherited.
    var staticArguments: [String] = []
    var own = OwnSettings()

    /// What a group of the format 2025-09 says of itself alone.
    struct OwnSettings {
        var maximum: Maximum?
        var aggregation: NewerGrading.Aggregation?
        var requires: [String] = []
        var staticScore: StaticScore?

        enum Maximum { case bounded(Int), unbounded }
        enum StaticScore { case points(Int), passFail }
    }
}

// MARK: - Legacy

extension GroupSettings {
    /// Reads a `testdata.yaml`; `isScoring` tells whether the problem gives scores.
    mutating func readLegacy(_ section: Section, isScoring: Bool) {
        section.noteKeys(except: [
            "on_reject", "grading", "grader_flags", "input_validator_flags", "output_validator_flags", "accept_score",
            "reject_score", "range",
        ])
        if let word = section.text("on_reject") {
            if let value = TestGroup.OnReject(rawValue: word) {
                onReject = value
            } else {
                section.report("on_reject", "on_reject is \"\(word)\"", mend: "write break or continue")
            }
        }
        if let flags = section.words("output_validator_flags", allowsList: false) {
            validatorArguments = flags
            validatorArgumentsPlace = (section.path, section["output_validator_flags"]?.line)
        }
        if let arguments = section.validatorArguments("input_validator_flags") { inputValidatorArguments = arguments }
        switch section.text("grading") {
        case nil: break
        case "default": hasCustomGrader = false
        case "custom": hasCustomGrader = true
        case let word?: section.report("grading", "grading is \"\(word)\"", mend: "write default or custom")
        }
        if let flags = section.words("grader_flags", allowsList: false) {
            graderFlags = flags
            graderFlagsPlace = (section.path, section["grader_flags"]?.line)
        }
        guard isScoring else {
            for key in ["accept_score", "reject_score", "range"] where section[key] != nil {
                section.report(key, "\(key) is for scoring problems", mend: "remove it, or write \"type: scoring\"")
            }
            return
        }
        if let score = section.score("accept_score") { scores.accept = score }
        if let score = section.score("reject_score") { scores.reject = score }
        readRange(section)
    }

    private mutating func readRange(_ section: Section) {
        guard let words = section.words("range", allowsList: false) else { return }
        let bounds = words.compactMap { GroupSettings.bound($0) }
        guard words.count == 2, bounds.count == 2, bounds[0] <= bounds[1] else {
            section.report(
                "range",
                "range is \"\(words.joined(separator: " "))\"",
                mend: "write the smallest and the largest score, as in \"0 100\" or \"-inf +inf\""
            )
            return
        }
        scores.range = bounds[0]...bounds[1]
    }

    private static func bound(_ word: String) -> Double? {
        switch word.lowercased() {
        case "inf", "+inf": return .infinity
        case "-inf": return -.infinity
        default:
            guard let value = Double(word), value.isFinite else { return nil }
            return value
        }
    }
}

// MARK: - 2025-09

extension GroupSettings {
    /// What only groups of scoring problems may say.
    static let scoringKeys = ["max_score", "score_aggregation", "require_pass"]

    /// Reads a `test_group.yaml`; `isScoring` tells whether the problem gives scores, `isSample` whether these are
    /// samples, which never do.
    mutating func readGroup(_ section: Section, isScoring: Bool, isSample: Bool) {
        section.noteKeys(except: [
            "max_score", "score_aggregation", "static_validation_score", "require_pass", "args", "input_validator_args",
            "static_validator_args", "output_validator_args", "input_visualizer_args", "output_visualizer_args",
            "full_feedback",
        ])
        readShared(section)
        section.tellTexts("static_validator_args")
        if let words = section.words("static_validator_args") { staticArguments = words }
        if section["static_validator_args"] != nil, section["static_validation_score"] == nil {
            section.fault(
                "static_validator_args",
                "static_validator_args is for groups with a static_validation_score",
                mend: "add one, or remove it"
            )
        }
        for key in GroupSettings.scoringKeys where section[key] != nil {
            if isSample {
                section.report(key, "the samples have no \(key)", mend: "remove it")
            } else if !isScoring {
                section.report(key, "\(key) is for scoring problems", mend: "remove it, or add scoring to \"type\"")
            }
        }
        readStaticScore(section)
        if isSample, case .points = own.staticScore {
            section.report("static_validation_score", "the samples have no scores", mend: "write pass-fail")
        }
        if isScoring, !isSample { readScoring(section) }
    }

    private mutating func readScoring(_ section: Section) {
        if section.string("max_score") == "unbounded" {
            own.maximum = .unbounded
        } else if let points = section.int("max_score", in: 0...1_000_000_000) {
            own.maximum = .bounded(points)
        }
        if let word = section.text("score_aggregation") {
            own.aggregation = NewerGrading.Aggregation(rawValue: word)
            if own.aggregation == nil {
                section.report(
                    "score_aggregation",
                    "score_aggregation is \"\(word)\"",
                    mend: "write pass-fail, sum or min"
                )
            }
        }
        own.requires = section.words("require_pass") ?? []
    }

    private mutating func readStaticScore(_ section: Section) {
        guard section["static_validation_score"] != nil else { return }
        if section.string("static_validation_score") == "pass-fail" {
            own.staticScore = .passFail
        } else if let points = section.int("static_validation_score", in: 0...1_000_000_000) {
            own.staticScore = .points(points)
        }
    }

    /// Reads the `.yaml` of a test.
    mutating func readCase(_ section: Section) {
        section.noteKeys(except: [
            "args", "input_validator_args", "output_validator_args", "input_visualizer_args", "output_visualizer_args",
            "full_feedback", "hint", "description",
        ])
        readShared(section)
    }

    private mutating func readShared(_ section: Section) {
        for name in ["", "input_validator_", "output_validator_", "input_visualizer_", "output_visualizer_"] {
            section.tellTexts(name + "args")
        }
        if let words = section.words("args") { arguments = words }
        if let words = section.words("output_validator_args") {
            validatorArguments = words
            validatorArgumentsPlace = (section.path, section["output_validator_args"]?.line)
        }
        if let arguments = section.validatorArguments("input_validator_args") { inputValidatorArguments = arguments }
        if let feedback = section.bool("full_feedback") { fullFeedback = feedback }
    }
}

extension Section {
    /// Tells of arguments under `key` that are one text: its words are taken, and the format wants a list of them.
    fileprivate func tellTexts(_ key: String) {
        guard let text = self[key]?.string else { return }
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: ", ")
        fault(key, "\(key) is one text", mend: "write a list: [\(words)]")
    }

    /// The text under `key`, where it is one; nothing is said of another type.
    fileprivate func string(_ key: String) -> String? { self[key]?.string }

    /// The finite number under `key`.
    fileprivate func score(_ key: String) -> Double? {
        guard let value = self[key] else { return nil }
        if let number = value.double, number.isFinite { return number }
        report(key, "\(key) is \(value.kind) and must be a number", mend: "write one")
        return nil
    }

    /// The arguments under `key`: words for all validators, or a mapping by their names.
    fileprivate func validatorArguments(_ key: String) -> InputValidatorArguments? {
        guard let value = self[key] else { return nil }
        var arguments = InputValidatorArguments()
        guard value.pairs != nil else {
            guard let words = words(key) else { return nil }
            arguments.common = words
            return arguments
        }
        guard let byName = section(key) else { return nil }
        for (name, _) in byName.pairs {
            guard let name = name.text, let words = byName.words(name) else { continue }
            arguments.byName[name] = words
        }
        return arguments
    }
}

internal import YAML

/// What a group of tests says about its tests, and a test about itself; what it leaves out is as in the group above.
struct GroupSettings {
    var arguments: [String] = []
    var validatorArguments: [String] = []
    /// Where the validator's arguments are written.
    var validatorArgumentsPlace: (path: String, line: Int?) = (Metadata.path, nil)
    var fullFeedback: Bool?
    var onReject = TestCase.OnReject.break
}

// MARK: - Legacy

extension GroupSettings {
    /// Reads a `testdata.yaml`, and says what in it there is no support for yet.
    mutating func readLegacy(_ section: Section) -> [String] {
        section.noteKeys(except: [
            "on_reject", "grading", "grader_flags", "input_validator_flags", "output_validator_flags", "accept_score",
            "reject_score", "range",
        ])
        if let word = section.text("on_reject") {
            if let value = TestCase.OnReject(rawValue: word) {
                onReject = value
            } else {
                section.report("on_reject", "on_reject is \"\(word)\"", mend: "write break or continue")
            }
        }
        if let flags = section.words("output_validator_flags", allowsList: false) {
            validatorArguments = flags
            validatorArgumentsPlace = (section.path, section["output_validator_flags"]?.line)
        }
        var unsupported: [String] = []
        switch section.text("grading") {
        case nil, "default": break
        case "custom": unsupported.append("graders")
        case let word?: section.report("grading", "grading is \"\(word)\"", mend: "write default or custom")
        }
        // How scores are put together means nothing where there are none; which verdict counts does.
        let harmless: Set = ["worst_error", "first_error", "no_errors", "sum", "avg", "min", "max"]
        for flag in section.words("grader_flags", allowsList: false) ?? [] where !harmless.contains(flag) {
            unsupported.append("the grader flag \(flag)")
        }
        return unsupported
    }
}

// MARK: - 2025-09

extension GroupSettings {
    /// Reads a `test_group.yaml`, and says what in it there is no support for yet.
    mutating func readGroup(_ section: Section) -> [String] {
        section.noteKeys(except: [
            "max_score", "score_aggregation", "static_validation_score", "require_pass", "args", "input_validator_args",
            "static_validator_args", "output_validator_args", "input_visualizer_args", "output_visualizer_args",
            "full_feedback",
        ])
        readShared(section)
        return section["static_validation_score"] == nil ? [] : ["static validation"]
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
        if let words = section.words("args") { arguments = words }
        if let words = section.words("output_validator_args") {
            validatorArguments = words
            validatorArgumentsPlace = (section.path, section["output_validator_args"]?.line)
        }
        if let feedback = section.bool("full_feedback") { fullFeedback = feedback }
    }
}

extension Finding {
    /// The parts of a package that can be looked at by themselves.
    public enum Part: String, Hashable, Sendable, CaseIterable, Codable {
        case metadata, statement, data, validators, submissions
    }

    /// What a finding is about; the words stay as they are from version to version.
    public enum Code: String, Hashable, Sendable, CaseIterable, Codable {
        // The package as a whole, and problem.yaml.
        case load, ignored
        case unknownKey = "unknown-key"
        case formatRule = "format-rule"
        case shortName = "short-name"
        case fileName = "file-name"
        case strayDirectory = "stray-directory"
        case link
        case wrongType = "wrong-type"
        case missingKey = "missing-key"
        case uuid
        case license
        case rightsOwner = "rights-owner"
        case timeResolution = "time-resolution"
        case languageCode = "language-code"
        case scoringKey = "scoring-key"

        // The statement.
        case noStatement = "no-statement"
        case statementName = "statement-name"
        case statementLanguage = "statement-language"
        case statementText = "statement-text"

        // The test data.
        case dataEntry = "data-entry"
        case noSample = "no-sample"
        case emptyGroup = "empty-group"
        case strayFile = "stray-file"
        case caseName = "case-name"
        case display
        case images
        case interaction
        case lineEnds = "line-ends"
        case finalNewline = "final-newline"
        case encoding
        case sameInput = "same-input"
        case groupOrder = "group-order"
        case fileSize = "file-size"
        case ignoreSample = "ignore-sample"

        // Validators and graders.
        case noInputValidator = "no-input-validator"
        case foreignValidator = "foreign-validator"
        case brokenProgram = "broken-program"
        case inputRefused = "input-refused"
        case invalidInputAccepted = "invalid-input-accepted"
        case validatorStopped = "validator-stopped"
        case junkInput = "junk-input"
        case changedInput = "changed-input"
        case answerRefused = "answer-refused"
        case outputRefused = "output-refused"
        case invalidOutputAccepted = "invalid-output-accepted"
        case junkOutput = "junk-output"
        case validatorCrash = "validator-crash"
        case grader

        // Submissions and times.
        case noAccepted = "no-accepted"
        case submissionDirectory = "submission-directory"
        case unmatchedRule = "unmatched-rule"
        case contradictingRules = "contradicting-rules"
        case skipped
        case unexpected
        case judgeError = "judge-error"
        case score
        case sampleFailed = "sample-failed"
        case noTimeLimit = "no-time-limit"
        case timeLimitLow = "time-limit-low"
        case extraTime = "extra-time"
        case sensitive
        case noise

        /// The part of a package that it belongs to.
        public var part: Part {
            switch self {
            case .load, .ignored, .unknownKey, .formatRule, .shortName, .fileName, .strayDirectory, .link, .wrongType,
                .missingKey,
                .uuid, .license,
                .rightsOwner, .timeResolution, .languageCode, .scoringKey:
                .metadata
            case .noStatement, .statementName, .statementLanguage, .statementText: .statement
            case .dataEntry, .noSample, .emptyGroup, .strayFile, .caseName, .display, .images, .interaction, .lineEnds,
                .finalNewline, .encoding, .sameInput, .groupOrder, .fileSize, .ignoreSample:
                .data
            case .noInputValidator, .foreignValidator, .brokenProgram, .inputRefused, .invalidInputAccepted,
                .validatorStopped, .junkInput, .changedInput, .answerRefused, .outputRefused, .invalidOutputAccepted,
                .junkOutput, .validatorCrash, .grader:
                .validators
            case .noAccepted, .submissionDirectory, .unmatchedRule, .contradictingRules, .skipped, .unexpected,
                .judgeError, .score, .sampleFailed, .noTimeLimit, .timeLimitLow, .extraTime, .sensitive, .noise:
                .submissions
            }
        }
    }
}

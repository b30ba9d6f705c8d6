public import Core

/// One test of a problem.
public struct TestCase: Sendable {
    /// The path below `data`, without an ending, as in `sample/1` or `secret/03-big`.
    public var name: String
    /// Whether it is public.
    public var isSample: Bool
    /// Whether the candidate may be told everything about how it went.
    public var fullFeedback: Bool
    /// What becomes of the other tests of its group when it is rejected.
    public var onReject: TestGroup.OnReject
    /// Standard input.
    public var input: any ByteSource
    /// The host's path of the input, where it is a file.
    public var inputPath: String?
    /// The judges' answer.
    public var answer: any ByteSource
    /// The host's path of the answer, where it is a file.
    public var answerPath: String?
    /// The submission's command line arguments.
    public var arguments: [String]
    /// The output validator's command line arguments, after the paths that it is always given.
    public var validatorArguments: [String]
    /// The input validators' command line arguments.
    public var inputValidatorArguments = InputValidatorArguments()
    /// The standard output validator set up by `validatorArguments`; nil where the package has its own validator.
    public var standardValidator: StandardValidator?
    /// The checker that takes the standard validator's place, where the problem names one of DMOJ's.
    public var namedChecker: NamedChecker?
    /// The place of the one among the problem's validators that checks it; nil where all of them do (DMOJ).
    public var validatorPlace: Int?
    /// What the test is worth, where it has points of its own (DMOJ).
    public var points = 1.0
    /// How input and answer are made, where no file has them.
    public var generation: CaseGeneration?
    /// Files to put into the working directory, over what is there.
    public var files: [BoxFile]

    /// A test with these parts.
    public init(
        name: String,
        isSample: Bool = false,
        fullFeedback: Bool? = nil,
        onReject: TestGroup.OnReject = .break,
        input: any ByteSource,
        answer: any ByteSource,
        arguments: [String] = [],
        validatorArguments: [String] = [],
        standardValidator: StandardValidator? = StandardValidator(),
        files: [BoxFile] = []
    ) {
        self.name = name
        self.isSample = isSample
        self.fullFeedback = fullFeedback ?? isSample
        self.onReject = onReject
        self.input = input
        self.answer = answer
        self.arguments = arguments
        self.validatorArguments = validatorArguments
        self.standardValidator = standardValidator
        self.files = files
        inputPath = (input as? PackageFile)?.path
        answerPath = (answer as? PackageFile)?.path
    }
}

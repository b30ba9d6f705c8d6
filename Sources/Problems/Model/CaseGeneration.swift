public import Core

/// How a program of the package makes a test: what it writes to standard output is the input, and what it writes to
/// standard error is the answer.
public struct CaseGeneration: Sendable {
    /// Which of the problem's generators.
    public var generator: Int
    /// Its arguments.
    public var arguments: [String]
    /// Its standard input.
    public var input: any ByteSource
    /// Whether the answer is what it writes to standard error; else the test has one of its own.
    public var makesAnswer: Bool
    /// CPU time for it.
    public var time: Duration
    /// Memory for it.
    public var memory: ByteCount

    /// A call with these parts.
    public init(
        generator: Int,
        arguments: [String],
        input: any ByteSource = MemoryBytes.empty,
        makesAnswer: Bool = true,
        time: Duration = .seconds(20),
        memory: ByteCount = .mebibytes(512)
    ) {
        self.generator = generator
        self.arguments = arguments
        self.input = input
        self.makesAnswer = makesAnswer
        self.time = time
        self.memory = memory
    }
}

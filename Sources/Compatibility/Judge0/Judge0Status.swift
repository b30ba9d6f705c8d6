internal import Queueing
public import Service

/// Judge0's fourteen statuses.
public enum Judge0Status: Int, Hashable, Sendable, CaseIterable {
    /// Not yet ended.
    case inQueue = 1
    case processing = 2
    /// Ended by itself with exit code 0.
    case accepted = 3
    case wrongAnswer = 4
    /// Everything else.
    case timeLimitExceeded = 5
    case compilationError = 6
    case segmentationFault = 7
    case fileSizeExceeded = 8
    case floatingPointError = 9
    case aborted = 10
    case nonZeroExitCode = 11
    case otherRuntimeError = 12
    case internalError = 13
    case execFormatError = 14

    /// What Judge0 calls it.
    public var description: String {
        switch self {
        case .inQueue: "In Queue"
        case .processing: "Processing"
        case .accepted: "Accepted"
        case .wrongAnswer: "Wrong Answer"
        case .timeLimitExceeded: "Time Limit Exceeded"
        case .compilationError: "Compilation Error"
        case .segmentationFault: "Runtime Error (SIGSEGV)"
        case .fileSizeExceeded: "Runtime Error (SIGXFSZ)"
        case .floatingPointError: "Runtime Error (SIGFPE)"
        case .aborted: "Runtime Error (SIGABRT)"
        case .nonZeroExitCode: "Runtime Error (NZEC)"
        case .otherRuntimeError: "Runtime Error (Other)"
        case .internalError: "Internal Error"
        case .execFormatError: "Exec Format Error"
        }
    }

    /// The status as Judge0 writes it.
    var json: JSONValue { .object([.init("id", .number(rawValue)), .init("description", .text(description))]) }

    /// All of them, as `GET /statuses` answers.
    public static var list: JSONValue { .list(allCases.map(\.json)) }

    /// Where a run stands.
    ///
    /// Judge0 knows no memory limit of its own, and no cancelled submission: the message says what it was.
    public init(_ run: RunRecord) {
        switch (run.state, run.result) {
        case (.queued, _): self = .inQueue
        case (.running, _): self = .processing
        case (.done, let result?): self = Judge0Status.of(result, expected: Judge0Expectation(notes: run.notes))
        case (.done, nil), (.dead, _), (.cancelled, _): self = .internalError
        }
    }

    private static func of(_ result: RunResult, expected: Judge0Expectation?) -> Judge0Status {
        switch result.ending {
        case .compileError: return .compilationError
        case .timeLimit, .wallLimit: return .timeLimitExceeded
        case .memoryLimit: return .otherRuntimeError
        case .outputLimit: return .fileSizeExceeded
        case .signaled:
            switch result.signal {
            case "SEGV": return .segmentationFault
            case "XFSZ": return .fileSizeExceeded
            case "FPE": return .floatingPointError
            case "ABRT": return .aborted
            default: return .otherRuntimeError
            }
        case .exited:
            guard result.exitCode == 0 else { return .nonZeroExitCode }
            guard let expected else { return .accepted }
            // What was not kept cannot be compared, and neither answer would be a true one.
            guard !result.isOutputCut else { return .internalError }
            return expected.isMet(by: result.output) ? .accepted : .wrongAnswer
        }
    }
}

public import Core

/// A submission could not be graded.
///
/// What a submission is worth is never an error; it is a report.
public enum GradingError: Error, Hashable, CustomStringConvertible {
    /// What was asked for cannot be done as it stands: one line that names the mend.
    case badInput(String)
    /// Our own machinery failed.
    case machinery(ExecutorFailure)
    /// Whoever asked for the grading took the request back.
    case cancelled

    /// The error in one line.
    public var description: String {
        switch self {
        case .badInput(let line): line
        case .machinery(let failure): failure.description
        case .cancelled: "the grading was cancelled"
        }
    }
}

extension GradingError {
    /// A file or a result that must be readable was not.
    init(reading subject: String, _ failure: ByteSourceFailure) {
        self = .machinery(ExecutorFailure(operation: "read", subject: subject, cause: failure.description))
    }
}

public import Core
public import Queueing

/// A job was not judged, for a reason that is not the submission's.
public enum JudgingFailure: Error, Hashable, Sendable {
    /// It cannot be judged as it stands, by no worker: one line that names the mend.
    case refused(String)
    /// This worker cannot judge it, another one may.
    case unsuited(String)
    /// Our own machinery failed.
    case machinery(ExecutorFailure)
    /// What is judged, or judged by, did not come out of the queue's database.
    case queue(QueueError)
    /// Whoever had it judged took that back.
    case cancelled
}

extension JudgingFailure: CustomStringConvertible {
    /// The failure in one line.
    public var description: String {
        switch self {
        case .refused(let line), .unsuited(let line): line
        case .machinery(let failure): failure.description
        case .queue(let error): error.description
        case .cancelled: "the grading was cancelled"
        }
    }
}

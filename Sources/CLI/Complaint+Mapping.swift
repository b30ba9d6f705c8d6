internal import Core
internal import Grading
internal import Languages
internal import Linux
internal import Problems
internal import Queueing
internal import Roots
internal import Working

extension Complaint {
    /// What the user is told about `error`, and the exit code that goes with it: the one place where that is decided.
    package init(_ error: any Error) {
        switch error {
        case let complaint as Complaint: self = complaint
        case let error as PackageError: self = .badInput(error.description)
        case let error as DetectionError: self = .badInput(error.description)
        case let error as EntryError: self = .badInput(error.description)
        // Nothing of ours has failed: this host does not offer the language, as it does not offer an unknown one.
        case let error as MissingToolchain: self = .badInput(error.description)
        case let error as RootError:
            switch error {
            case .badInput(let line): self = .badInput(line)
            case .failure(let line): self = .ownFailure(line)
            case .cancelled: self = .ownFailure(error.description)
            }
        case let error as ProfileError: self = .ownFailure("\(error); mend the language profile, or reinstall Assay")
        case let error as GradingError:
            switch error {
            case .badInput(let line): self = .badInput(line)
            case .machinery(let failure): self = Complaint(failure)
            case .cancelled: self = .ownFailure(error.description)
            }
        case let failure as ExecutorFailure:
            // Unless it names the mend itself.
            let mend = failure.cause.contains("; ") ? "" : "; assay doctor shows what this host can enforce"
            self = .ownFailure("\(failure)\(mend)")
        case let error as QueueError: self = Complaint(error.isUsersOwn ? .badInput : .ownFailure, error.description)
        case let error as JudgingFailure:
            switch error {
            case .refused(let line), .unsuited(let line): self = .badInput(line)
            case .machinery(let failure): self = Complaint(failure)
            case .queue(let error): self = Complaint(error)
            case .cancelled: self = .ownFailure(error.description)
            }
        case let failure as ByteSourceFailure: self = .ownFailure(failure.description)
        case let error as Errno: self = .ownFailure("a system call failed: \(error)")
        default: self = .ownFailure("\(error)")
        }
    }
}

extension QueueError {
    /// Whether what was asked for is wrong, and not the queue.
    fileprivate var isUsersOwn: Bool {
        switch self {
        case .idempotencyConflict, .unknownJob, .wrongState, .missingContent, .unreadable, .invalid: true
        default: false
        }
    }
}

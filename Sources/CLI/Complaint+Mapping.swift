internal import Core
internal import Grading
internal import Problems

extension Complaint {
    /// What the user is told about `error`, and the exit code that goes with it: the one place where that is decided.
    package init(_ error: any Error) {
        switch error {
        case let complaint as Complaint: self = complaint
        case let error as PackageError: self = .badInput(error.description)
        case let error as GradingError:
            switch error {
            case .badInput(let line): self = .badInput(line)
            case .machinery(let failure): self = Complaint(failure)
            case .cancelled: self = .ownFailure(error.description)
            }
        case let failure as ExecutorFailure:
            self = .ownFailure("\(failure); assay doctor shows what this host can enforce")
        case let failure as ByteSourceFailure: self = .ownFailure(failure.description)
        default: self = .ownFailure("\(error)")
        }
    }
}

import Linux

/// Why something about a root could not be done: one line with the mend.
public enum RootError: Error, Hashable, CustomStringConvertible {
    /// What was asked for does not exist, or does not go.
    case badInput(String)
    /// Something of ours, or of the host's, failed.
    case failure(String)
    /// It was called off.
    case cancelled

    /// The line.
    public var description: String {
        switch self {
        case .badInput(let line), .failure(let line): line
        case .cancelled: "called off"
        }
    }

    /// Does `body`; its errno becomes a failure that says what we were doing, on what.
    static func doing<Value: ~Copyable>(
        _ operation: String,
        _ subject: String,
        _ body: () throws(Errno) -> Value
    ) throws(RootError) -> Value {
        do {
            return try body()
        } catch {
            let mend =
                switch error {
                case .denied, .notPermitted: "; run it as root"
                case .noSpace: "; make room there, or set ASSAY_ROOTS to a place with more"
                default: ""
                }
            throw .failure("could not \(operation) \(subject): \(error)\(mend)")
        }
    }
}

/// What a command's exit code says.
public enum ExitCode: Int32, Sendable {
    /// Accepted; all is as it should be.
    case good = 0
    /// Judged, and not good.
    case notGood = 1
    /// Wrong usage or bad input.
    case badInput = 2
    /// The judge's own failure.
    case ownFailure = 3
    /// Ended by SIGHUP.
    case hungUp = 129
    /// Ended by SIGINT.
    case interrupted = 130
    /// Ended by SIGTERM.
    case terminated = 143
}

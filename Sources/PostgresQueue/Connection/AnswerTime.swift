internal import Queueing

/// How soon a server that is not stuck answers a statement.
enum AnswerTime {
    /// In no time: it concerns one job.
    case quick
    /// As `quick`; and whoever has waited for that long (but ten seconds at least) asks on another connection.
    case within(Duration)
    /// It may be about all jobs.
    case slow
    /// It may be about to change all jobs.
    case unlimited

    /// What that is in nanoseconds, where quick ones are answered within `answer`; nil: without end.
    func limit(_ answer: Duration) -> UInt64? {
        let limit: Duration
        switch self {
        case .quick: limit = answer
        case .within(let time): limit = min(answer, max(time, .seconds(10)))
        case .slow: limit = answer * 10
        case .unlimited: return nil
        }
        return UInt64(max(1, limit.inMilliseconds)) * 1_000_000
    }
}

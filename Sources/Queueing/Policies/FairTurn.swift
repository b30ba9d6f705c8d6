/// How tenants take turns.
///
/// Each waiting job has a turn, and among jobs of one priority the lowest turn goes first, the older job where turns are
/// the same. A tenant's jobs have ascending turns, so that no round serves two of them. A tenant that had nothing to do
/// joins the round under way: its job goes before everything that another tenant has beyond one job, however much that
/// is. One that has had its turn in this round waits for the next. A job that comes back after an attempt keeps its turn.
///
/// This is fair queueing by start tags, and it needs nothing but two numbers, which an index gives at once.
public enum FairTurn {
    /// The turn of a job that is ready to be given out from now on, and had none before.
    ///
    /// - Parameters:
    ///   - round: The highest turn of that priority that was ever given out; 0 where none was.
    ///   - last: The highest turn of that priority that a job of the tenant has: one that is ready, or one that was given
    ///     out, as far as it is still there. A job that was cancelled before it was ever given out does not count. nil:
    ///     there is none.
    /// - Returns: Its turn.
    public static func turn(round: Int, last: Int?) -> Int {
        guard let last else { return round }
        return max(round, last + 1)
    }
}

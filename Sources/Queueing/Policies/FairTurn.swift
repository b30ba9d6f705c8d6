/// How tenants take turns: each waiting job has a turn, and among jobs of one priority the lowest turn goes first, the
/// older job where turns are the same.
///
/// A tenant's waiting jobs have ascending turns, so that no round serves two of them. A tenant that has nothing waiting
/// joins the round under way: its job goes before everything that another tenant has beyond one job, however much that
/// is. A job that comes back after an attempt keeps its turn.
///
/// This is fair queueing by start tags, and it needs nothing but two numbers, which an index gives at once.
public enum FairTurn {
    /// The turn of a job that is ready to be given out from now on, and had none before.
    ///
    /// - Parameters:
    ///   - round: The highest turn of that priority that was ever given out; 0 where none was.
    ///   - lastWaiting: The highest turn of that priority among the tenant's jobs that are ready; nil: it has none.
    /// - Returns: Its turn.
    public static func turn(round: Int, lastWaiting: Int?) -> Int {
        guard let lastWaiting else { return round }
        return max(round, lastWaiting + 1)
    }
}

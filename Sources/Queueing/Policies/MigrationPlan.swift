/// Which steps bring a database from the version it has to the one that is wanted.
///
/// A schema is a list of steps; its version is the number of steps that were taken. A step that was released is never
/// changed: what it made may be in somebody's database. Each engine has a list of its own.
public enum MigrationPlan {
    /// The steps to take, in order; each is to be taken with its number in one transaction.
    ///
    /// - Parameters:
    ///   - database: What the database is called in errors.
    ///   - found: The version it has; 0: it is empty.
    ///   - known: How many steps there are.
    /// - Returns: Their numbers, counted from 0.
    /// - Throws: `schemaNewer` when the database is ahead of us.
    public static func steps(database: String, found: Int, known: Int) throws(QueueError) -> Range<Int> {
        guard found <= known else { throw .schemaNewer(database: database, found: found, known: known) }
        guard found >= 0 else { throw .damaged(database: database, detail: "its schema has version \(found)") }
        return found..<known
    }
}

internal import Queueing

/// Bringing a database to the schema that we know.
enum Migration {
    /// - Parameters:
    ///   - session: A session.
    ///   - schema: The schema that the tables are in.
    ///   - database: What the database is called in errors.
    ///   - steps: All steps that there are.
    /// - Throws: what the server reports; `schemaNewer`.
    static func run(
        _ session: Session,
        schema: String,
        database: String,
        steps: [String] = SchemaSteps.all
    ) throws(PostgresFailure) {
        // Who may not create anything can still use what is there.
        if try version(session, schema) != steps.count {
            try session.transaction { () throws(PostgresFailure) in
                // One at a time; the lock ends with the transaction, so that it holds behind a pooler, too.
                _ = try session("SELECT pg_advisory_xact_lock(hashtextextended($1, 6))", .text("assay \(schema)"))
                let found = try version(session, schema)
                if found == nil {
                    try session.script(
                        """
                        CREATE SCHEMA IF NOT EXISTS "\(schema)";
                        CREATE TABLE @meta (version int NOT NULL, event_base bigint NOT NULL);
                        INSERT INTO @meta VALUES (0, 0);
                        """
                    )
                }
                for step in try plan(database, found ?? 0, steps.count) {
                    try session.script(steps[step])
                    try session.script("UPDATE @meta SET version = \(step + 1)")
                }
            }
        }
        try EventNumber.moveBase(session)
    }

    private static func plan(_ database: String, _ found: Int, _ known: Int) throws(PostgresFailure) -> Range<Int> {
        do throws(QueueError) {
            return try MigrationPlan.steps(database: database, found: found, known: known)
        } catch {
            throw .ruled(error)
        }
    }

    /// The version that the schema has; nil: there is none.
    private static func version(_ session: Session, _ schema: String) throws(PostgresFailure) -> Int? {
        // Not by `to_regclass`: it goes by what this connection has noticed, which what another has just made is not.
        let found = try session(
            """
            SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = $1 AND c.relname = 'meta'
            """,
            .text(schema)
        )
        if found.isEmpty { return nil }
        return try session.run("SELECT version FROM @meta", []).first?.int(0)
    }
}

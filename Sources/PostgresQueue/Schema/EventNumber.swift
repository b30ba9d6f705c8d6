/// The numbers of events.
///
/// A sequence would not do: of two transactions the one with the higher number may be on disk first, and who reads on
/// from there would miss the other one. So a number is made of the transaction's own: all numbers below those of the
/// oldest transaction that is not at its end are final, which is as far as events of all jobs are read. Events of one job
/// are told by one transaction at a time, since each changes the job; they ascend, and are read to the end.
enum EventNumber {
    /// The first number of the transaction under way; there is room for a million.
    ///
    /// The base is not 0 in a database that was brought from another server, where transactions had higher numbers, nor after
    /// a crash: numbers of events that the server has forgotten are not given again.
    static let first = "@first_event()"

    /// Where numbers begin that may still have one missing before them.
    static let end =
        "((SELECT event_base FROM @meta) + (pg_snapshot_xmin(pg_current_snapshot())::text::bigint << 20))"

    /// Raises the base where there are numbers that transactions of this server have not reached yet.
    static func moveBase(_ session: Session) throws(PostgresFailure) {
        let ahead = """
            (SELECT max(number) FROM @events)
                >= event_base + (pg_snapshot_xmax(pg_current_snapshot())::text::bigint << 20)
            """
        guard try session.run("SELECT coalesce(\(ahead), false) FROM @meta", []).first?.flag(0) == true else { return }
        _ = try session.run("UPDATE @meta SET event_base = (SELECT max(number) FROM @events) + 1 WHERE \(ahead)", [])
    }
}

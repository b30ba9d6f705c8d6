public import Queueing

/// Where keys, buckets and the audit log are kept: the queue's own database, so that all servers share them.
///
/// Any thread may call anything; calls block for the time of a transaction. The time is the store's own: servers whose
/// clocks disagree hold one limit all the same.
public protocol AccessStore: Sendable {
    // MARK: Keys

    /// Keeps a new key.
    ///
    /// - Throws: `invalid` for a key with a flaw, or an id that another one has.
    func add(_ key: KeyRecord) throws(QueueError)

    /// The key of that id, whatever its state; nil: there is none.
    func key(_ id: String) throws(QueueError) -> KeyRecord?

    /// All keys, or those of a tenant, the oldest first.
    func keys(of tenant: String?) throws(QueueError) -> [KeyRecord]

    /// Takes a key back; once more has no effect.
    ///
    /// - Returns: Whether there is such a key.
    func revokeKey(_ id: String) throws(QueueError) -> Bool

    /// Says that keys were used at these moments; an earlier one than is known changes nothing.
    func noteUse(_ moments: [String: Timestamp]) throws(QueueError)

    // MARK: Rates

    /// Takes tokens out of a bucket that all servers share: up to `wanted`, and none if there are fewer than `needed`.
    ///
    /// - Returns: How many were taken, and the bucket after that.
    func takeTokens(
        of subject: String,
        needed: Int,
        wanted: Int,
        _ rule: RateRule
    ) throws(QueueError) -> TokenBucket.Taken

    // MARK: Audit

    /// Adds to the audit log, all entries or none; their numbers are given by the store.
    func audit(_ entries: [AuditEntry]) throws(QueueError)

    /// Entries of the audit log, the newest first, at most 1000 at a time.
    ///
    /// - Parameters:
    ///   - tenant: Of that tenant; nil: of all.
    ///   - before: Those with smaller numbers; nil: from the newest on.
    ///   - limit: How many at most.
    /// - Returns: The entries.
    /// - Throws: what a database throws that cannot be read.
    func auditEntries(of tenant: String?, before: Int?, limit: Int) throws(QueueError) -> [AuditEntry]

    /// Removes entries of the audit log that are older than `age`, and buckets that have been full for an hour.
    ///
    /// - Returns: How many entries; at most 1000 at a time.
    func forgetAccess(olderThan age: Duration) throws(QueueError) -> Int
}

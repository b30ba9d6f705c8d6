public import Access
public import Queueing

extension SQLiteQueue {
    /// Takes tokens out of a bucket that all servers share.
    public func takeTokens(
        of subject: String,
        needed: Int,
        wanted: Int,
        _ rule: RateRule
    ) throws(QueueError) -> TokenBucket.Taken {
        let now = now
        return try writeSilently { (connection) throws(QueueError) in
            let bucket = try connection.first("SELECT tokens, at FROM bucket WHERE subject = ?", .text(subject)) {
                row in
                TokenBucket(tokens: row.real(0), at: row.moment(1))
            }
            let taken = TokenBucket.take(from: bucket, needed: needed, wanted: wanted, rule, at: now)
            // Nothing is written for who is refused: a flood must cost little.
            if taken.count == 0 { return taken }
            let fullAt = taken.bucket.at + .milliseconds(taken.bucket.wait(for: rule.burst, rule))
            try connection.run(
                """
                INSERT INTO bucket (subject, tokens, at, full_at) VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET tokens = excluded.tokens, at = excluded.at, full_at = excluded.full_at
                """,
                .text(subject),
                .real(taken.bucket.tokens),
                .moment(taken.bucket.at),
                .moment(fullAt)
            )
            return taken
        }
    }
}

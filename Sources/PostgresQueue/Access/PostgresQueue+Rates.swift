public import Access
public import Queueing

extension PostgresQueue {
    /// Takes tokens out of a bucket that all servers share.
    public func takeTokens(
        of subject: String,
        needed: Int,
        wanted: Int,
        _ rule: RateRule
    ) throws(QueueError) -> TokenBucket.Taken {
        // A request waits for it, and can do without.
        try run("take tokens", patience: .zero) { (session, _) throws(PostgresFailure) in
            try session.transaction { () throws(PostgresFailure) in
                let now = self.now
                let rows = try session(
                    "SELECT tokens, at FROM @buckets WHERE subject = $1 FOR UPDATE",
                    .text(subject)
                )
                var bucket: TokenBucket?
                if let row = rows.first {
                    bucket = TokenBucket(
                        tokens: try row.optionalReal(0) ?? 0,
                        at: Timestamp(milliseconds: try row.int(1))
                    )
                }
                let taken = TokenBucket.take(from: bucket, needed: needed, wanted: wanted, rule, at: now)
                // Nothing is written for who is refused: a flood must cost little.
                if taken.count == 0 { return taken }
                let fullAt = taken.bucket.at + .milliseconds(taken.bucket.wait(for: rule.burst, rule))
                // A first use at the same moment elsewhere: this one is begun anew, and finds the other's.
                let isKept = try session(
                    """
                    INSERT INTO @buckets AS b (subject, tokens, at, full_at)
                    VALUES ($1, $2::double precision, $3::bigint, $4::bigint)
                    ON CONFLICT (subject) DO UPDATE SET tokens = excluded.tokens, at = excluded.at, full_at = excluded.full_at
                    WHERE $5::boolean RETURNING 1
                    """,
                    .text(subject),
                    .real(taken.bucket.tokens),
                    .int(taken.bucket.at.milliseconds),
                    .int(fullAt.milliseconds),
                    .flag(bucket != nil)
                )
                if isKept.isEmpty {
                    throw .reported(
                        ServerReport(code: "40001", message: "two servers began a bucket at once", constraint: "")
                    )
                }
                return taken
            }
        }
    }
}

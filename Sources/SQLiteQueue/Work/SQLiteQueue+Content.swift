public import Queueing

extension SQLiteQueue {
    /// What is known of content that is stored as a whole.
    public func records(of digests: [ContentDigest]) throws(QueueError) -> [ContentDigest: ContentRecord] {
        let now = now
        // Written down now and then only: to ask for content must not be a write each time.
        let stale = now - min(.seconds(300), settings.retention.unusedContentAge / 4)
        let (records, aged) = try read { (connection) throws(QueueError) in
            var records: [ContentDigest: ContentRecord] = [:]
            var aged: [Int] = []
            for digest in digests {
                try connection.each(
                    "SELECT id, size, chunks, used_at FROM content WHERE digest = ? AND whole = 1",
                    [.text(digest.rawValue)]
                ) { row in
                    records[digest] = ContentRecord(
                        digest: digest,
                        byteCount: row.integer(1),
                        chunkCount: row.integer(2)
                    )
                    if row.moment(3) <= stale { aged.append(row.integer(0)) }
                    return false
                }
            }
            return (records, aged)
        }
        if aged.isEmpty { return records }
        let isComplete = try write { (connection) throws(QueueError) in
            var count = 0
            for id in aged {
                count += try connection.run("UPDATE content SET used_at = ? WHERE id = ?", .moment(now), .integer(id))
            }
            return count == aged.count
        }
        // Some of it was removed between the two: what is told must be there.
        return isComplete ? records : try self.records(of: digests)
    }

    /// Stores one packed chunk.
    public func storeChunk(_ packed: [UInt8], number: Int, of digest: ContentDigest) throws(QueueError) {
        guard digest.isWellFormed, number >= 0 else { throw .invalid("'\(digest)' is no SHA-256 digest") }
        let now = now
        try write { (connection) throws(QueueError) in
            try connection.store(packed, number: number, of: digest, now: now)
        }
    }

    /// Says that all the chunks of a content are stored.
    public func finishContent(_ record: ContentRecord) throws(QueueError) {
        try write { (connection) throws(QueueError) in try connection.finish(record) }
    }

    /// Stores a content of one chunk as a whole.
    public func storeSmall(_ packed: [UInt8], as record: ContentRecord) throws(QueueError) {
        guard record.digest.isWellFormed else { throw .invalid("'\(record.digest)' is no SHA-256 digest") }
        let now = now
        try write { (connection) throws(QueueError) in
            try connection.store(packed, number: 0, of: record.digest, now: now)
            try connection.finish(record)
        }
    }

    /// A packed chunk; nil when it is not there.
    public func chunk(_ number: Int, of digest: ContentDigest) throws(QueueError) -> [UInt8]? {
        try read { (connection) throws(QueueError) in
            try connection.first(
                "SELECT bytes FROM chunk WHERE content = (SELECT id FROM content WHERE digest = ?) AND number = ?",
                .text(digest.rawValue),
                .integer(number)
            ) { row in row.blob(0) }
        }
    }

    /// Has a problem's name stand for stored content from now on.
    public func push(_ name: String, content: ContentDigest) throws(QueueError) {
        let now = now
        try write { (connection) throws(QueueError) in
            let count = try connection.run(
                """
                INSERT INTO package (name, content, pushed_at)
                SELECT ?, id, ? FROM content WHERE digest = ? AND whole = 1
                ON CONFLICT DO UPDATE SET content = excluded.content, pushed_at = excluded.pushed_at
                """,
                .text(name),
                .moment(now),
                .text(content.rawValue)
            )
            guard count == 1 else { throw .missingContent(content) }
        }
    }

    /// The packages that were pushed, by name.
    public func packages() throws(QueueError) -> [PushedPackage] {
        try read { (connection) throws(QueueError) in try connection.packages("1", []) }
    }

    /// The package that a problem's name stands for; nil: none.
    public func package(_ name: String) throws(QueueError) -> PushedPackage? {
        try read { (connection) throws(QueueError) in try connection.packages("name = ?", [.text(name)]).first }
    }
}

extension Connection {
    fileprivate func store(_ packed: [UInt8], number: Int, of digest: ContentDigest, now: Timestamp) throws(QueueError)
    {
        try run(
            """
            INSERT INTO content (digest, size, chunks, stored, whole, used_at) VALUES (?, 0, 0, 0, 0, ?)
            ON CONFLICT DO UPDATE SET used_at = excluded.used_at
            """,
            .text(digest.rawValue),
            .moment(now)
        )
        try run(
            """
            INSERT INTO chunk (content, number, bytes) SELECT id, ?, ? FROM content WHERE digest = ?
            ON CONFLICT DO UPDATE SET bytes = excluded.bytes
            """,
            .integer(number),
            .blob(packed),
            .text(digest.rawValue)
        )
    }

    fileprivate func finish(_ record: ContentRecord) throws(QueueError) {
        let count = try run(
            """
            UPDATE content SET whole = 1, size = ?, chunks = ?
            WHERE digest = ? AND ? = (SELECT count(*) FROM chunk WHERE chunk.content = content.id)
            """,
            .integer(record.byteCount),
            .integer(record.chunkCount),
            .text(record.digest.rawValue),
            .integer(record.chunkCount)
        )
        guard count == 1 else { throw .missingContent(record.digest) }
    }

    fileprivate func packages(_ condition: String, _ values: [Value]) throws(QueueError) -> [PushedPackage] {
        try all(
            """
            SELECT name, digest, pushed_at FROM package JOIN content ON content.id = package.content
            WHERE \(condition) ORDER BY name
            """,
            values: values
        ) { row in
            PushedPackage(
                name: row.text(0),
                content: ContentDigest(rawValue: row.text(1)),
                pushedAt: row.moment(2)
            )
        }
    }
}

public import Queueing

extension PostgresQueue {
    /// What is known of content that is stored as a whole; what is missing, or still being stored, is left out.
    public func records(of digests: [ContentDigest]) throws(QueueError) -> [ContentDigest: ContentRecord] {
        if digests.isEmpty { return [:] }
        return try run("look for content") { (session, _) throws(PostgresFailure) in
            try self.records(of: digests, session)
        }
    }

    func records(
        of digests: [ContentDigest],
        _ session: Session
    ) throws(PostgresFailure) -> [ContentDigest: ContentRecord] {
        let now = now
        let rows = try session(
            "SELECT digest, byte_count, chunk_count, used_at FROM @contents WHERE complete AND digest = ANY($1)",
            .texts(digests.map(\.rawValue))
        )
        // Content of a popular problem is asked for all the time; this is written down a few times in its age only.
        let stale = now - .milliseconds(settings.retention.unusedContentAge.inMilliseconds / 4)
        var found: [ContentDigest: ContentRecord] = [:]
        var old: [ContentDigest] = []
        for row in rows {
            let digest = ContentDigest(rawValue: try row.text(0))
            found[digest] = ContentRecord(digest: digest, byteCount: try row.int(1), chunkCount: try row.int(2))
            if Timestamp(milliseconds: try row.int(3)) <= stale { old.append(digest) }
        }
        if !old.isEmpty {
            // What somebody has removed at this very moment is not there.
            let kept = try session(
                """
                UPDATE @contents SET used_at = greatest(used_at, $2::bigint) WHERE digest IN (
                    SELECT digest FROM @contents WHERE digest = ANY($1) ORDER BY digest FOR UPDATE
                ) RETURNING digest
                """,
                .texts(old.map(\.rawValue)),
                .int(now.milliseconds)
            )
            var isKept: Set<String> = []
            for row in kept { isKept.insert(try row.text(0)) }
            for digest in old where !isKept.contains(digest.rawValue) { found[digest] = nil }
        }
        remember(found.keys)
        return found
    }

    /// Notes what is stored and was asked for just now.
    private func remember(_ digests: some Sequence<ContentDigest>) {
        let now = now
        let safe = now + .milliseconds(settings.retention.unusedContentAge.inMilliseconds / 4)
        if safe > now { knownContents.add(digests, until: safe) }
    }

    /// Makes sure that the content of new jobs is there, and stays until they are.
    func keepContents(of jobs: [NewJob], _ session: Session) throws(PostgresFailure) {
        var wanted: Set<ContentDigest> = []
        for job in jobs { wanted.formUnion(job.request.contents) }
        let unknown = knownContents.unknown(wanted, now: now)
        if unknown.isEmpty { return }
        let found = try records(of: unknown, session)
        if let missing = unknown.first(where: { found[$0] == nil }) { throw .ruled(.missingContent(missing)) }
    }

    /// Stores one packed chunk; the same chunk may be stored twice, by whomever.
    public func storeChunk(_ packed: [UInt8], number: Int, of digest: ContentDigest) throws(QueueError) {
        try run("store content") { (session, _) throws(PostgresFailure) in
            _ = try session(
                """
                WITH begun AS (
                    INSERT INTO @contents AS c (digest, byte_count, chunk_count, complete, used_at)
                    VALUES ($1, 0, 0, false, $4::bigint)
                    ON CONFLICT (digest) DO UPDATE SET used_at = greatest(c.used_at, $4::bigint)
                )
                INSERT INTO @chunks (digest, number, bytes) VALUES ($1, $2::int, $3::bytea)
                ON CONFLICT (digest, number) DO UPDATE SET bytes = excluded.bytes
                """,
                .text(digest.rawValue),
                .int(number),
                .bytes(packed),
                .int(self.now.milliseconds)
            )
        }
    }

    /// Says that all the chunks of a content are stored, from when on it is there.
    public func finishContent(_ record: ContentRecord) throws(QueueError) {
        try run("store content") { (session, _) throws(PostgresFailure) in
            let rows = try session(
                """
                UPDATE @contents SET complete = true, byte_count = $2::bigint, chunk_count = $3::int,
                    used_at = $4::bigint
                WHERE digest = $1 AND $3::int = (
                    SELECT count(*) FROM @chunks WHERE digest = $1 AND number >= 0 AND number < $3::int
                ) RETURNING 1
                """,
                .text(record.digest.rawValue),
                .int(record.byteCount),
                .int(record.chunkCount),
                .int(self.now.milliseconds)
            )
            guard !rows.isEmpty else { throw .ruled(.missingContent(record.digest)) }
            self.remember([record.digest])
        }
    }

    /// Stores a content of one chunk as a whole, in one step.
    public func storeSmall(_ packed: [UInt8], as record: ContentRecord) throws(QueueError) {
        try run("store content") { (session, _) throws(PostgresFailure) in
            _ = try session(
                """
                WITH whole AS (
                    INSERT INTO @contents AS c (digest, byte_count, chunk_count, complete, used_at)
                    VALUES ($1, $2::bigint, 1, true, $4::bigint)
                    ON CONFLICT (digest) DO UPDATE SET complete = true, byte_count = $2::bigint, chunk_count = 1,
                        used_at = greatest(c.used_at, $4::bigint)
                )
                INSERT INTO @chunks (digest, number, bytes) VALUES ($1, 0, $3::bytea)
                ON CONFLICT (digest, number) DO UPDATE SET bytes = excluded.bytes
                """,
                .text(record.digest.rawValue),
                .int(record.byteCount),
                .bytes(packed),
                .int(self.now.milliseconds)
            )
            self.remember([record.digest])
        }
    }

    /// A packed chunk, as it was stored; nil when it is not there.
    public func chunk(_ number: Int, of digest: ContentDigest) throws(QueueError) -> [UInt8]? {
        try run("read content") { (session, _) throws(PostgresFailure) in
            try session(
                "SELECT bytes FROM @chunks WHERE digest = $1 AND number = $2::int",
                .text(digest.rawValue),
                .int(number)
            ).first?.bytes(0)
        }
    }

    /// Has a problem's name stand for stored content from now on; the content is kept as long as it does.
    public func push(_ name: String, content: ContentDigest) throws(QueueError) {
        try run("push a package") { (session, _) throws(PostgresFailure) in
            guard try self.records(of: [content], session)[content] != nil else {
                throw .ruled(.missingContent(content))
            }
            _ = try session(
                """
                INSERT INTO @packages (name, content, pushed_at) VALUES ($1, $2, $3::bigint)
                ON CONFLICT (name) DO UPDATE SET content = $2, pushed_at = $3::bigint
                """,
                .text(name),
                .text(content.rawValue),
                .int(self.now.milliseconds)
            )
        }
    }

    /// The packages that were pushed, by name.
    public func packages() throws(QueueError) -> [PushedPackage] {
        try run("list packages") { (session, _) throws(PostgresFailure) in
            try Self.packages(try session.run("SELECT name, content, pushed_at FROM @packages", []))
                .sorted { $0.name < $1.name }
        }
    }

    /// The package that a problem's name stands for; nil: none.
    public func package(_ name: String) throws(QueueError) -> PushedPackage? {
        try run("look for a package") { (session, _) throws(PostgresFailure) in
            try Self.packages(
                try session("SELECT name, content, pushed_at FROM @packages WHERE name = $1", .text(name))
            ).first
        }
    }

    private static func packages(_ rows: [Row]) throws(PostgresFailure) -> [PushedPackage] {
        var result: [PushedPackage] = []
        for row in rows {
            result.append(
                PushedPackage(
                    name: try row.text(0),
                    content: ContentDigest(rawValue: try row.text(1)),
                    pushedAt: Timestamp(milliseconds: try row.int(2))
                )
            )
        }
        return result
    }
}

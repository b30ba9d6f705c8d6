public import Core
internal import Digest

/// Content by its SHA-256: source files, packages.
///
/// What is stored twice is kept once.
///
/// Engines keep chunks, and know nothing of what is in them; whole contents go through `put` and `get`, which are the
/// same for all engines, and verify what comes back.
public protocol ContentStore: AnyObject, Sendable {
    /// What is known of content that is stored as a whole; what is missing, or still being stored, is left out.
    ///
    /// What is found counts as asked for: it is not removed as unused for a while.
    func records(of digests: [ContentDigest]) throws(QueueError) -> [ContentDigest: ContentRecord]

    /// Stores one packed chunk; one that is there already is replaced.
    func storeChunk(_ packed: [UInt8], number: Int, of digest: ContentDigest) throws(QueueError)

    /// Says that all the chunks of a content are stored, from when on it is there.
    ///
    /// - Throws: `missingContent` when they are not.
    func finishContent(_ record: ContentRecord) throws(QueueError)

    /// Stores a content of one chunk as a whole, in one step; what is there already is replaced.
    func storeSmall(_ packed: [UInt8], as record: ContentRecord) throws(QueueError)

    /// A packed chunk, as it was stored; nil when it is not there.
    func chunk(_ number: Int, of digest: ContentDigest) throws(QueueError) -> [UInt8]?
}

extension ContentStore {
    /// Stores content, unless it is there already.
    ///
    /// - Parameters:
    ///   - source: The bytes.
    ///   - anew: Whether what is there already is replaced, as it has to be where it is damaged.
    /// - Returns: What the content is called.
    /// - Throws: `unreadable` when the bytes cannot be read, or change meanwhile; what the engine throws.
    @discardableResult
    public func put(_ source: some ByteSource, anew: Bool = false) throws(QueueError) -> ContentDigest {
        let count = ContentChunks.count(byteCount: source.byteCount)
        if count == 1 { return try putSmall(read(source, 0), anew: anew) }
        var digest = SHA256()
        for number in 0..<count { digest.update(try read(source, number)) }
        let name = ContentDigest(rawValue: digest.finish())
        if !anew, try records(of: [name])[name] != nil { return name }
        var again = SHA256()
        for number in 0..<count {
            let bytes = try read(source, number)
            again.update(bytes)
            try storeChunk(ChunkPacking.pack(bytes), number: number, of: name)
        }
        // Its name would promise other bytes than were stored.
        guard again.finish() == name.rawValue else { throw .unreadable("it changed while it was read") }
        try finishContent(ContentRecord(digest: name, byteCount: source.byteCount, chunkCount: count))
        return name
    }

    /// Stores bytes, unless they are there already.
    @discardableResult
    public func put(_ bytes: [UInt8], anew: Bool = false) throws(QueueError) -> ContentDigest {
        try put(MemoryBytes(bytes), anew: anew)
    }

    /// Gives the content to `take`, chunk by chunk, each at most 1 MiB.
    ///
    /// Whoever keeps what it took must wait with using it until this returns: only then the digest is known to be right.
    ///
    /// - Throws: `missingContent` when it is not there; `damagedContent` when it is not what it should be; what `take`
    ///   throws.
    public func get(
        _ digest: ContentDigest,
        _ take: (_ chunk: [UInt8]) throws(QueueError) -> Void
    ) throws(QueueError) {
        guard let record = try records(of: [digest])[digest] else { throw .missingContent(digest) }
        var sum = SHA256()
        for number in 0..<record.chunkCount {
            guard let packed = try chunk(number, of: digest) else {
                throw .damagedContent(digest, detail: "chunk \(number) of \(record.chunkCount) is missing")
            }
            let length = ContentChunks.length(of: number, byteCount: record.byteCount)
            guard let bytes = ChunkPacking.unpack(packed, length: length) else {
                throw .damagedContent(digest, detail: "chunk \(number) of \(record.chunkCount) cannot be unpacked")
            }
            sum.update(bytes)
            try take(bytes)
        }
        guard sum.finish() == digest.rawValue else {
            throw .damagedContent(digest, detail: "its bytes have another digest")
        }
    }

    /// The content as a whole.
    ///
    /// - Throws: as the other `get`; `contentTooLarge` when there are more than `limit` bytes.
    public func get(_ digest: ContentDigest, limit: ByteCount = .mebibytes(256)) throws(QueueError) -> [UInt8] {
        var bytes: [UInt8] = []
        try get(digest) { (chunk) throws(QueueError) in
            guard bytes.count + chunk.count <= limit.bytes else { throw .contentTooLarge(digest, limit: limit) }
            bytes += chunk
        }
        return bytes
    }

    private func putSmall(_ bytes: [UInt8], anew: Bool) throws(QueueError) -> ContentDigest {
        var digest = SHA256()
        digest.update(bytes)
        let name = ContentDigest(rawValue: digest.finish())
        if !anew, try records(of: [name])[name] != nil { return name }
        try storeSmall(ChunkPacking.pack(bytes), as: ContentRecord(digest: name, byteCount: bytes.count, chunkCount: 1))
        return name
    }

    /// The bytes of one chunk, all of them.
    private func read(_ source: some ByteSource, _ number: Int) throws(QueueError) -> [UInt8] {
        let length = ContentChunks.length(of: number, byteCount: source.byteCount)
        var bytes: [UInt8] = []
        do throws(ByteSourceFailure) {
            while bytes.count < length {
                let piece = try source.read(
                    from: number * ContentChunks.size + bytes.count,
                    upTo: length - bytes.count
                )
                if piece.isEmpty { break }
                bytes += piece
            }
        } catch {
            throw .unreadable(error.description)
        }
        guard bytes.count == length else { throw .unreadable("it became shorter while it was read") }
        return bytes
    }
}

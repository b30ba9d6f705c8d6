public import Core

/// A zip file, opened: its directory is checked as a whole before the first byte is unpacked.
///
/// Nothing is written here; whoever does writes files before links, and so never through one.
public struct ZipArchive: Sendable {
    private let source: any ByteSource
    /// Everything in it, in the order of the zip file's directory.
    public let entries: [ZipEntry]

    /// The zip file in `source`.
    ///
    /// - Throws: `ZipError` for what is none, and for what could reach outside or take more room than `limits` say.
    public init(_ source: any ByteSource, limits: ZipLimits = ZipLimits()) throws(ZipError) {
        self.source = source
        entries = try ZipDirectory(source, limits: limits).entries
    }

    /// Gives the bytes of `entry` to `body`, piece by piece.
    ///
    /// - Returns: What is wrong with the entry, and then what was given so far is worth nothing; nil when all is right.
    /// - Throws: what `body` throws.
    public func unpack<Failure>(
        _ entry: ZipEntry,
        _ body: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) -> ZipError? {
        var offset: Int
        switch dataOffset(of: entry) {
        case .success(let start): offset = start
        case .failure(let error): return error
        }
        let end = offset + entry.packedCount
        var sink = Sink(limit: entry.byteCount)
        var inflater = Inflater()
        if let failure = inflater.failure {
            return ZipError(failure, mend: "run assay where it was built, or free memory")
        }
        while offset < end {
            let packed: [UInt8]
            do throws(ByteSourceFailure) {
                packed = try source.read(from: offset, upTo: min(1 << 16, end - offset))
            } catch {
                return ZipError("the zip file cannot be read: \(error)", mend: "check its permissions")
            }
            guard !packed.isEmpty else { return wrong(entry, "it ends early") }
            offset += packed.count
            var failure: Failure?
            func take(_ piece: [UInt8]) -> Bool {
                guard sink.take(piece) else { return false }
                do throws(Failure) {
                    try body(piece)
                    return true
                } catch {
                    failure = error
                    return false
                }
            }
            let isGood = entry.method == .stored ? take(packed) : inflater.inflate(packed, take)
            if let failure { throw failure }
            guard isGood else { return wrong(entry, "its content is broken") }
        }
        if entry.method == .deflated, !inflater.isAtEnd { return wrong(entry, "its content ends early") }
        guard sink.count == entry.byteCount, sink.checksum.value == entry.checksum else {
            return wrong(entry, "its content does not match its checksum")
        }
        return nil
    }

    /// Where the link `entry` leads to.
    ///
    /// - Throws: `ZipError` when that is outside, or its bytes are broken.
    public func target(of entry: ZipEntry) throws(ZipError) -> String {
        var bytes: [UInt8] = []
        if let error = unpack(entry, { (piece: [UInt8]) throws(Never) in bytes += piece }) { throw error }
        guard let target = String(validating: bytes, as: UTF8.self), ZipPath.staysInside(target, from: entry.path)
        else {
            throw ZipError(
                entry: entry.path,
                "this symbolic link leads out of the zip file",
                mend: "pack what it leads to"
            )
        }
        return target
    }

    /// Counts what comes, and how often it was more than promised.
    private struct Sink {
        let limit: Int
        var count = 0
        var checksum = CRC32()

        mutating func take(_ piece: [UInt8]) -> Bool {
            count += piece.count
            guard count <= limit else { return false }
            checksum.update(piece)
            return true
        }
    }

    /// Behind the entry's own header, which must tell the same name as the directory does.
    private func dataOffset(of entry: ZipEntry) -> Result<Int, ZipError> {
        do throws(ByteSourceFailure) {
            let header = try source.read(from: entry.headerOffset, upTo: ZipRecord.localSize)
            guard header.count == ZipRecord.localSize, header.number32(at: 0) == 0x0403_4B50 else {
                return .failure(wrong(entry, "there is no such file where the directory says"))
            }
            let nameCount = header.number16(at: 26)
            let name = try source.read(from: entry.headerOffset + ZipRecord.localSize, upTo: nameCount)
            let path = try? ZipPath.checked(name, ZipLimits()).path
            guard path == entry.path else {
                return .failure(wrong(entry, "it has another name in its own header"))
            }
            let start = entry.headerOffset + ZipRecord.localSize + nameCount + header.number16(at: 28)
            guard start + entry.packedCount <= source.byteCount else {
                return .failure(wrong(entry, "its bytes are not all in the zip file"))
            }
            return .success(start)
        } catch {
            return .failure(ZipError("the zip file cannot be read: \(error)", mend: "check its permissions"))
        }
    }

    private func wrong(_ entry: ZipEntry, _ message: String) -> ZipError {
        ZipError(entry: entry.path, message, mend: "pack the package anew")
    }
}

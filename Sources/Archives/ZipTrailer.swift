internal import Core

/// The end of a zip file, which says where its directory is (APPNOTE.TXT, 4.3.14 to 4.3.16).
struct ZipTrailer {
    let entryCount: Int
    let directoryOffset: Int
    let directorySize: Int
    /// Where the directory must have ended.
    let end: Int

    private static let size = 22
    private static let longestComment = 0xFFFF

    init(_ source: any ByteSource) throws(ZipError) {
        let total = source.byteCount
        guard total >= ZipTrailer.size else { throw ZipTrailer.noZip }
        let tailStart = max(0, total - ZipTrailer.size - ZipTrailer.longestComment)
        let tail = try ZipError.reading { () throws(ByteSourceFailure) in
            try source.read(from: tailStart, upTo: total - tailStart)
        }
        guard tail.count == total - tailStart, let place = ZipTrailer.place(in: tail) else { throw ZipTrailer.noZip }
        guard tail.number16(at: place + 4) == 0, tail.number16(at: place + 6) == 0 else {
            throw ZipError("the zip file is one part of several", mend: "pack it into one file")
        }
        var count = tail.number16(at: place + 10)
        var size = tail.number32(at: place + 12)
        var offset = tail.number32(at: place + 16)
        var end = tailStart + place
        if count == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF {
            let large = try LargeTrailer(source, before: end)
            (count, size, offset, end) = (large.entryCount, large.directorySize, large.directoryOffset, large.place)
        }
        guard offset + size <= end else {
            throw ZipError("the directory of the zip file is not where it should be", mend: "pack it anew")
        }
        entryCount = count
        directoryOffset = offset
        directorySize = size
        self.end = end
    }

    private static let noZip = ZipError("this is no zip file, or not all of one", mend: "pack the package with zip -r")

    /// Where the trailer is: the last one with a comment that ends where the file does.
    private static func place(in tail: [UInt8]) -> Int? {
        var place = tail.count - size
        while place >= 0 {
            if tail[place] == 0x50, tail.number32(at: place) == 0x0605_4B50,
                tail.number16(at: place + 20) == tail.count - size - place
            {
                return place
            }
            place -= 1
        }
        return nil
    }
}

/// The same for what 16 and 32 bits cannot hold (zip64).
private struct LargeTrailer {
    let entryCount: Int
    let directoryOffset: Int
    let directorySize: Int
    let place: Int

    init(_ source: any ByteSource, before end: Int) throws(ZipError) {
        let broken = ZipError("the zip64 trailer is broken", mend: "pack it anew")
        guard end >= 76 else { throw broken }
        let locator = try ZipError.reading { () throws(ByteSourceFailure) in try source.read(from: end - 20, upTo: 20) }
        guard locator.count == 20, locator.number32(at: 0) == 0x0706_4B50, let place = locator.number64(at: 8),
            place + 56 <= end - 20
        else { throw broken }
        let record = try ZipError.reading { () throws(ByteSourceFailure) in try source.read(from: place, upTo: 56) }
        guard record.count == 56, record.number32(at: 0) == 0x0606_4B50, let count = record.number64(at: 32),
            let size = record.number64(at: 40), let offset = record.number64(at: 48)
        else { throw broken }
        entryCount = count
        directorySize = size
        directoryOffset = offset
        self.place = place
    }
}

extension ZipError {
    /// What `body` gives; a file that cannot be read is a mistake like any other.
    static func reading<Value>(_ body: () throws(ByteSourceFailure) -> Value) throws(ZipError) -> Value {
        do {
            return try body()
        } catch {
            throw ZipError("the zip file cannot be read: \(error)", mend: "check its permissions")
        }
    }
}

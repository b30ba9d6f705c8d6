import Core
import Digest
import Linux

/// The SHA-256 of an archive, by which it is verified where it arrives.
enum ArchiveDigest {
    /// The digest of the file `path`.
    ///
    /// - Throws: `RootError` when it cannot be read, or is called off: `stop` can be read or is closed.
    @available(*, noasync, message: "this blocks the thread")
    static func of(_ path: String, stop: CInt) throws(RootError) -> String {
        var pieces = try Pieces(path)
        var digest = SHA256()
        while let piece = try pieces.next(stop) { digest.update(piece) }
        return digest.finish()
    }

    /// The digest of the file `path` as it is written into the new file `copy`, which nobody else can write.
    ///
    /// - Throws: `RootError` when it cannot be read or written, or is called off: `stop` can be read or is closed.
    @available(*, noasync, message: "this blocks the thread")
    static func of(_ path: String, copiedTo copy: String, stop: CInt) throws(RootError) -> String {
        var pieces = try Pieces(path)
        var digest = SHA256()
        let target = try create(copy)
        while let piece = try pieces.next(stop) {
            digest.update(piece)
            do {
                try target.write(piece)
            } catch {
                throw .failure("could not write \(copy): \(error); make room there")
            }
        }
        return digest.finish()
    }

    private static func create(_ path: String) throws(RootError) -> Descriptor {
        do {
            return try HostWriting.makeFile(path, mode: 0o600)
        } catch {
            throw .failure("could not write \(path): \(error)")
        }
    }

    /// A file, a piece at a time.
    private struct Pieces {
        let path: String
        let file: HostFile
        var offset = 0

        init(_ path: String) throws(RootError) {
            self.path = path
            file = try RootError.doing("read", path) { () throws(Errno) in try HostFile(path: path) }
        }

        @available(*, noasync, message: "this blocks the thread")
        mutating func next(_ stop: CInt) throws(RootError) -> [UInt8]? {
            guard offset < file.byteCount else { return nil }
            if ArchiveDigest.isCalledOff(stop) { throw .cancelled }
            do {
                let piece = try file.read(from: offset, upTo: 4 << 20)
                offset += piece.count
                return piece.isEmpty ? nil : piece
            } catch {
                throw .failure("could not read \(path): \(error)")
            }
        }
    }

    @available(*, noasync, message: "this blocks the thread")
    fileprivate static func isCalledOff(_ stop: CInt) -> Bool {
        var poll = Poll()
        poll.add(stop)
        return (try? poll.wait(nanoseconds: 0)) == true
    }

    /// The file beside `archive` that holds its digest, as sha256sum(1) writes and checks it.
    static func file(beside archive: String) -> String { archive + ".sha256" }

    /// The line for that file.
    static func line(_ digest: String, archive: String) -> String {
        let name = archive.split(separator: "/").last.map(String.init) ?? archive
        return "\(digest)  \(name)\n"
    }

    /// The digest in a text: all of it, or the first word of a line of sha256sum's.
    static func parse(_ text: String) -> String? {
        let word = text.split(whereSeparator: \.isWhitespace).first.map { $0.lowercased() } ?? ""
        let isHexadecimal = word.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
        return word.utf8.count == 64 && isHexadecimal ? word : nil
    }
}

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
        let file = try RootError.doing("read", path) { () throws(Errno) in try HostFile(path: path) }
        var digest = SHA256()
        var offset = 0
        while offset < file.byteCount {
            if isCalledOff(stop) { throw .cancelled }
            let piece: [UInt8]
            do {
                piece = try file.read(from: offset, upTo: 4 << 20)
            } catch {
                throw .failure("could not read \(path): \(error)")
            }
            if piece.isEmpty { break }
            digest.update(piece)
            offset += piece.count
        }
        return digest.finish()
    }

    @available(*, noasync, message: "this blocks the thread")
    private static func isCalledOff(_ stop: CInt) -> Bool {
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

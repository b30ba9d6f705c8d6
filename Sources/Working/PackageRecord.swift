internal import Core
internal import Linux

/// What is written down of an unpacked package, when all of it is there.
struct PackageRecord {
    /// The hash of all that judging depends on.
    let hash: String
    /// Bytes of all its files.
    let byteCount: Int

    init(hash: String, byteCount: Int) {
        self.hash = hash
        self.byteCount = byteCount
    }

    /// The record in the directory `place`; nil where there is none, or not all of it.
    init?(at place: String) {
        guard let bytes = try? HostFile.read("\(place)/record", limit: .kibibytes(1)) else { return nil }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 3, let count = Int(lines[1]), lines[2].isEmpty else { return nil }
        hash = String(lines[0])
        byteCount = count
    }

    func write(to place: String) throws(Errno) {
        try HostFile.replace("\(place)/record", with: Array("\(hash)\n\(byteCount)\n".utf8))
    }
}

internal import Core

/// The directory of a zip file: every entry, checked against all that an attacker could make of one
/// (APPNOTE.TXT, 4.3.12).
struct ZipDirectory {
    private(set) var entries: [ZipEntry] = []

    /// Reads the directory.
    ///
    /// - Throws: `ZipError` for anything that could reach a file outside, or take more room than `limits` say.
    init(_ source: any ByteSource, limits: ZipLimits) throws(ZipError) {
        let trailer = try ZipTrailer(source)
        guard trailer.entryCount <= limits.entries else {
            throw ZipError(
                "the zip file has \(trailer.entryCount) entries, where at most \(limits.entries) are read",
                mend: "pack fewer files"
            )
        }
        guard trailer.directorySize <= limits.directoryBytes else {
            throw ZipError(
                "the directory of the zip file has \(trailer.directorySize) bytes, where at most "
                    + "\(limits.directoryBytes) are read",
                mend: "pack fewer files, or with shorter names"
            )
        }
        let bytes = try ZipError.reading { () throws(ByteSourceFailure) in
            try source.read(from: trailer.directoryOffset, upTo: trailer.directorySize)
        }
        var place = 0
        for _ in 0..<trailer.entryCount {
            let record = try ZipRecord(bytes, at: place)
            place += record.length
            if let entry = try record.entry(limits) { entries.append(entry) }
        }
        try checkRoom(of: source.byteCount, limits)
        try checkPlaces(before: trailer.directoryOffset)
        try checkNames()
    }

    private func checkRoom(of packed: Int, _ limits: ZipLimits) throws(ZipError) {
        let total = entries.reduce(0) { $0 + $1.byteCount }
        guard total <= limits.bytes else {
            throw ZipError(
                "the zip file unpacks to \(total) bytes, where at most \(limits.bytes) are unpacked",
                mend: "unpack it yourself and give the directory"
            )
        }
        guard total <= max(limits.freeBytes, packed * limits.ratio) else {
            throw ZipError(
                "the zip file unpacks to \(total) bytes, more than \(limits.ratio) times its own size",
                mend: "unpack it yourself and give the directory, if you trust it"
            )
        }
    }

    /// No two entries may share bytes: by that a small file could unpack to more than its compression can.
    private func checkPlaces(before end: Int) throws(ZipError) {
        var last: (end: Int, path: String) = (0, "")
        for entry in entries.sorted(by: { $0.headerOffset < $1.headerOffset }) {
            guard entry.headerOffset >= last.end else {
                throw ZipError(
                    entry: entry.path,
                    "it shares bytes with \(last.path)",
                    mend: "pack the package anew; no packer makes such a file"
                )
            }
            last = (entry.headerOffset + ZipRecord.localSize + entry.path.utf8.count + entry.packedCount, entry.path)
            guard last.end <= end else {
                throw ZipError(entry: entry.path, "its bytes are not all in the zip file", mend: "pack it anew")
            }
        }
    }

    /// Every path is there once, and none leads through a file or a link.
    private func checkNames() throws(ZipError) {
        var kinds: [String: ZipEntry.Kind] = [:]
        for entry in entries {
            guard kinds.updateValue(entry.kind, forKey: entry.path) == nil else {
                throw ZipError(entry: entry.path, "it is in the zip file twice", mend: "pack the package anew")
            }
        }
        for entry in entries {
            var parent = entry.path[...]
            while let slash = parent.lastIndex(of: "/") {
                parent = parent[..<slash]
                guard let kind = kinds[String(parent)], kind != .directory else { continue }
                throw ZipError(
                    entry: entry.path,
                    "it lies below \(parent), which is \(kind == .link ? "a symbolic link" : "a file")",
                    mend: "pack the package anew"
                )
            }
        }
    }
}

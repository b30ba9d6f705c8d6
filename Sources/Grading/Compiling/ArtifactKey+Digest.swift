internal import Core
internal import Digest
internal import Languages

/// Digests of what things are made from. Every field is preceded by its name or its length, so that no two lists of
/// fields read the same.
extension SHA256 {
    /// Adds the names, modes and bytes of `files`.
    mutating func update(files: [BoxFile]) throws(ByteSourceFailure) {
        update(field: "files \(files.count)")
        for file in files {
            update(field: file.path)
            update(field: "\(file.isExecutable) \(file.content.byteCount)")
            var offset = 0
            while offset < file.content.byteCount {
                let piece = try file.content.read(from: offset, upTo: 1 << 16)
                guard !piece.isEmpty else { throw ByteSourceFailure("\(file.path) became shorter while it was read") }
                update(piece)
                offset += piece.count
            }
        }
    }
}

extension ArtifactKey {
    /// The key of what `command` makes of `files` with the toolchain of that fingerprint.
    ///
    /// Without a command it is that of the files themselves; with a `nonce`, of nothing that was made before.
    init(
        files: [BoxFile],
        entry: String?,
        language: LanguageID,
        fingerprint: String,
        command: Command?,
        nonce: String? = nil
    ) throws(ByteSourceFailure) {
        var digest = SHA256()
        digest.update(field: "assay artifact 1")
        digest.update(field: language.rawValue)
        digest.update(field: fingerprint)
        digest.update(field: entry == nil ? "no entry" : "entry")
        digest.update(field: entry ?? "")
        try digest.update(files: files)
        if let command { digest.update(making: command) }
        if let nonce { digest.update(field: nonce) }
        self.init(rawValue: digest.finish())
    }
}

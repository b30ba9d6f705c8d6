internal import Core
internal import Glibc
internal import JailProtocol
internal import Linux

/// From what a jailer took out of a box to a bundle.
///
/// Its table is checked as if the program had written it.
enum CollectedBundle {
    /// What a jailer's answer brought along; nil where nothing was taken.
    static func bundle(_ result: BoxResult, _ file: consuming Descriptor?) throws(ExecutorFailure) -> Bundle? {
        guard let table = result.collected, let file else { return nil }
        return try bundle(table, file)
    }

    /// The files of `table`, ranges of `file`.
    static func bundle(_ table: [BoxPlan.File], _ file: consuming Descriptor) throws(ExecutorFailure) -> Bundle {
        let size: Int
        do throws(Errno) {
            size = Int(try file.status().st_size)
        } catch {
            throw ExecutorFailure(operation: "read what was taken out", subject: "memory file", cause: "\(error)")
        }
        let content = MemoryFileBytes(file, byteCount: size)
        var files: [BoxFile] = []
        for entry in table {
            guard BoxFile.isAcceptable(path: entry.path), entry.offset >= 0, entry.length >= 0,
                entry.offset <= size, entry.length <= size - entry.offset
            else {
                throw ExecutorFailure(operation: "read what was taken out", subject: entry.path, cause: "a bad table")
            }
            files.append(
                BoxFile(
                    path: entry.path,
                    content: ByteRange(content, from: entry.offset, byteCount: entry.length),
                    isExecutable: entry.isExecutable
                )
            )
        }
        return Bundle(files: files)
    }
}

/// Bytes one after the other: the files of a command in one memory file.
struct Concatenation: ByteSource {
    private let parts: [any ByteSource]
    let byteCount: Int

    init(_ parts: [any ByteSource]) {
        self.parts = parts
        byteCount = parts.reduce(0) { $0 + $1.byteCount }
    }

    func read(from offset: Int, upTo limit: Int) throws(ByteSourceFailure) -> [UInt8] {
        var start = offset
        for part in parts {
            if start < part.byteCount {
                let piece = try part.read(from: start, upTo: limit)
                // A part that holds less than it said would shift all that follow it.
                guard !piece.isEmpty else { throw ByteSourceFailure("a file is shorter than it was") }
                return piece
            }
            start -= part.byteCount
        }
        return []
    }
}

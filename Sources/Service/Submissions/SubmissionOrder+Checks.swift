internal import Core

extension SubmissionOrder {
    /// Refuses what no worker could do anything with, by whichever API it came.
    ///
    /// - Throws: `Fault` for the first that is wrong.
    func check() throws(Fault) {
        guard (1...Self.fileCount).contains(files.count) else {
            throw Fault(.invalidField, "there must be 1 to \(Self.fileCount) files", at: "\(path)/files")
        }
        for file in files {
            let name = file.name
            guard BoxFile.isAcceptable(path: name), !name.contains("/"), !name.hasPrefix("-") else {
                throw Fault(
                    .invalidField,
                    "this is no name that a source file can have",
                    at: "\(path)/files/\(BodyReader.escaped(name))"
                )
            }
            guard file.content.count <= Self.fileLimit else {
                throw Fault(
                    .invalidField,
                    "this has \(file.content.count) bytes; at most \(Self.fileLimit)",
                    at: "\(path)/files/\(BodyReader.escaped(name))"
                )
            }
        }
        if let entry, !Self.isWord(entry, limit: 255) {
            throw Fault(.invalidField, "an entry has 1 to 255 bytes, and no control characters", at: "\(path)/entry")
        }
        if let language, !Self.isWord(language, limit: 100) {
            throw Fault(.languageUnknown, "there is no such language", at: "\(path)/language")
        }
        if let problem, !Self.isWord(problem, limit: 100) {
            throw Fault(.problemUnknown, "no such problem was pushed", at: "\(path)/problem")
        }
        let isPlain =
            arguments.count <= 1000 && arguments.allSatisfy { !$0.utf8.contains(0) }
            && arguments.reduce(0) { $0 + $1.utf8.count } <= 1 << 16
        guard isPlain else {
            throw Fault(.invalidField, "arguments have no NUL, and 64 KiB at most", at: "\(path)/arguments")
        }
        guard input.count <= Self.fileLimit else {
            throw Fault(.invalidField, "this has \(input.count) bytes; at most \(Self.fileLimit)", at: "\(path)/stdin")
        }
    }

    private static func isWord(_ text: String, limit: Int) -> Bool {
        (1...limit).contains(text.utf8.count) && text.utf8.allSatisfy { $0 >= 32 && $0 != 127 }
    }
}

package import Core
internal import Linux

/// Reads the source files named on a command line, and refuses what can be no source.
package enum SourceFiles {
    /// How large one source file may be.
    static let largest = ByteCount.mebibytes(16)

    /// The files at `paths`, in that order.
    ///
    /// - Throws: `Complaint` for the first that is missing, no file, empty, too large, binary, or cannot keep its name.
    package static func read(_ paths: [String]) throws(Complaint) -> [Submission.SourceFile] {
        let files = try readAnswers(paths)
        for (file, path) in zip(files, paths) { try requireText(file, path) }
        return files
    }

    /// The files at `paths`, in that order, which are no programs but answers: they may be empty, or no text.
    ///
    /// - Throws: `Complaint` for the first that is missing, no file, too large, or cannot keep its name.
    package static func readAnswers(_ paths: [String]) throws(Complaint) -> [Submission.SourceFile] {
        var files: [Submission.SourceFile] = []
        for (index, path) in paths.enumerated() {
            let file = try read(path)
            if let other = files.firstIndex(where: { $0.name == file.name }) {
                throw .badInput(
                    "\(paths[other]) and \(paths[index]) are both called \(file.name); the files of a submission share "
                        + "one directory, so rename one"
                )
            }
            files.append(file)
        }
        return files
    }

    private static func read(_ path: String) throws(Complaint) -> Submission.SourceFile {
        guard path != "-" else {
            throw .badInput("-: a source is not read from standard input, its name tells the language; give a file")
        }
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        let content = try InputFile.read(path, largest: largest, as: "source file")
        guard BoxFile.isAcceptable(path: name), !name.hasPrefix("-"), !name.unicodeScalars.contains("\u{FFFD}") else {
            throw .badInput(
                "\(path): a source file's name must be UTF-8 without control characters and not begin with -; rename it"
            )
        }
        return Submission.SourceFile(name: name, content: content)
    }

    /// Makes sure that the file from `path` can be a source.
    ///
    /// - Throws: `Complaint` for one that is empty or binary.
    package static func requireText(_ file: Submission.SourceFile, _ path: String) throws(Complaint) {
        guard !file.content.isEmpty else {
            throw .badInput("\(path): the file is empty; give one with a program in it")
        }
        let start = file.content.prefix(2)
        if start.elementsEqual([0xFF, 0xFE]) || start.elementsEqual([0xFE, 0xFF]) {
            throw .badInput("\(path): this is text in UTF-16; save it as UTF-8")
        }
        if let place = file.content.firstIndex(of: 0) {
            throw .badInput("\(path): this is no source text, byte \(place + 1) is NUL; give the source, not a binary")
        }
    }
}

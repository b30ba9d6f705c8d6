internal import Linux

/// The reports that were asked for.
struct ReportRequests {
    /// A kind of report that is made of a journal.
    enum Kind: String {
        case csv, junit, html
    }

    /// The journal itself, where it is to stay.
    private(set) var journal: String?
    private var files: [(kind: Kind, path: String)] = []

    /// The reports in `text`: `KIND=FILE`, several with commas between.
    ///
    /// - Throws: `Complaint` for an unknown kind, or without a file.
    init(_ text: String?) throws(Complaint) {
        guard let text else { return }
        for word in text.split(separator: ",", omittingEmptySubsequences: false) {
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw .badInput("--report \(word): this is no KIND=FILE; write for example html=results.html")
            }
            if parts[0] == "jsonl" {
                journal = parts[1]
            } else if let kind = Kind(rawValue: parts[0]) {
                files.append((kind, parts[1]))
            } else {
                throw .badInput("--report \(word): there is no kind \(parts[0]); use jsonl, csv, junit or html")
            }
        }
    }

    /// Makes sure, before anything is judged, that every report can be written.
    ///
    /// - Throws: `Complaint` when one cannot.
    func check() throws(Complaint) { try ReportFile.check(files.map(\.path), besides: journal) }

    /// Writes every report but the journal, also where another one cannot be written.
    ///
    /// - Throws: `Complaint` when one cannot be written.
    func write(from journal: Journal) throws {
        try ReportFile.writeAll(files.map(\.path)) { file, place in
            switch files[place].kind {
            case .csv: try CSVReport.write(journal, to: file)
            case .junit: try JUnitReport.write(journal, to: file)
            case .html: try HTMLReport.write(journal, to: file)
            }
        }
    }
}

/// A report on its way to its file, which is there when it is whole.
final class ReportFile {
    private let path: String
    private let file: AppendedFile
    private var buffer: [UInt8] = []
    /// Where it is written; nil: in its place at once, as it is no regular file, such as `/dev/stdout`.
    private let draft: String?

    init(_ path: String) throws(Complaint) {
        self.path = path
        draft = HostFile.isWrittenInPlace(path) ? nil : path + ".new"
        do {
            if let draft { HostFile.remove(draft) }
            file = try AppendedFile(draft ?? path, isNew: draft != nil, isShared: true)
            if file.byteCount > 0 { try file.cut(to: 0) }
        } catch {
            throw .badInput("\(path): could not be written: \(error); choose another file")
        }
    }

    /// Makes sure that files can be written at these paths, and leaves them as they are.
    ///
    /// - Parameters:
    ///   - paths: The paths.
    ///   - other: A path that none of them may be.
    /// - Throws: `Complaint` when one cannot, or is there twice.
    static func check(_ paths: [String], besides other: String? = nil) throws(Complaint) {
        var seen = Set([other].compactMap(\.self).map(wholePath))
        for path in paths {
            guard HostDirectory.kind(of: path) != .directory else {
                throw .badInput("\(path): this is a directory; name a file in it")
            }
            if HostFile.isWrittenInPlace(path) { continue }
            guard seen.insert(wholePath(path)).inserted else {
                throw .badInput("\(path): two reports are to go there; choose another file for one")
            }
            try ReportFile(path).discard()
        }
    }

    /// Writes a file at each path, whether or not others can be written.
    ///
    /// - Throws: why the first could not that could not.
    static func writeAll(_ paths: [String], _ body: (ReportFile, Int) throws -> Void) throws {
        var failure: (any Error)?
        for (place, path) in paths.enumerated() {
            do {
                let file = try ReportFile(path)
                try body(file, place)
                try file.finish()
            } catch {
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
    }

    /// The path of a file that may not be there yet, without links in its directory.
    private static func wholePath(_ path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return (HostDirectory.resolve(".") ?? ".") + "/" + path }
        let directory = slash == path.startIndex ? "/" : String(path[..<slash])
        return (HostDirectory.resolve(directory) ?? directory) + "/" + path[path.index(after: slash)...]
    }

    private func discard() { if let draft { HostFile.remove(draft) } }

    func write(_ text: String) throws(Complaint) {
        buffer += Array(text.utf8)
        if buffer.count >= 1 << 16 { try flush() }
    }

    func finish() throws(Complaint) {
        try flush()
        guard let draft else { return }
        do {
            try HostFile.move(draft, to: path)
        } catch {
            throw .ownFailure("\(path): could not be written: \(error)")
        }
    }

    private func flush() throws(Complaint) {
        do {
            try file.append(buffer)
            buffer = []
        } catch {
            discard()
            throw .ownFailure("\(path): could not be written: \(error); make room")
        }
    }
}

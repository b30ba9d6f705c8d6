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

    /// Writes every report but the journal.
    ///
    /// - Throws: `Complaint` when one cannot be written.
    func write(from journal: Journal) throws {
        for (kind, path) in files {
            let file = try ReportFile(path)
            switch kind {
            case .csv: try CSVReport.write(journal, to: file)
            case .junit: try JUnitReport.write(journal, to: file)
            case .html: try HTMLReport.write(journal, to: file)
            }
            try file.finish()
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
            if let draft { HostFile.remove(draft) }
            throw .ownFailure("\(path): could not be written: \(error); make room")
        }
    }
}

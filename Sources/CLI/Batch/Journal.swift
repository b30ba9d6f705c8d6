internal import Batch
internal import Core
internal import FoundationEssentials
internal import Linux

/// The results of a batch, one JSON line each, in the order in which they came: what a batch that was cut short goes on
/// from.
final class Journal {
    private let path: String
    private let file: AppendedFile

    /// What is needed of a line to know that it need not be judged again.
    private struct Done: Decodable {
        struct Summary: Decodable {}
        var id: String?
        var summary: Summary?
    }

    /// Opens the journal `path`; nil: one that is gone in the end.
    ///
    /// `resumes` says whether what is there stays: otherwise a file that is not empty is refused.
    ///
    /// - Throws: `Complaint` when it cannot be written.
    init(_ path: String?, state: String, resumes: Bool) throws {
        let isTemporary = path == nil
        let path = path ?? "\(state)/grade-\(Processes.ownNumber).jsonl"
        self.path = path
        do {
            if isTemporary { try HostDirectory.make(state) }
            file = try AppendedFile(path, isNew: isTemporary)
            // Whatever becomes of us, it is gone then.
            if isTemporary { HostFile.remove(path) }
        } catch {
            throw Complaint.badInput("\(path): could not be written: \(error); choose another file")
        }
        if !resumes, file.byteCount > 0 {
            throw Complaint.badInput("\(path): there are results in this file; add --resume, or choose another file")
        }
    }

    /// The ids that need not be judged again; a line that was cut off is removed.
    ///
    /// - Throws: `Complaint` for a line that is no result.
    func done() throws -> Set<String> {
        var ids: Set<String> = []
        var reader = try lines()
        var kept = 0
        while let line = try reader.next() {
            // Without its end the line may not be whole.
            guard reader.nextOffset - kept == line.count + 1 else { break }
            guard let done = try? JSONDecoder().decode(Done.self, from: Data(line)) else {
                throw Complaint.badInput("\(path):\(reader.number): this is no result of a batch; choose another file")
            }
            // A summary belongs to the end of a batch, which this no longer is.
            guard done.summary == nil else { break }
            if let id = done.id { ids.insert(id) }
            kept = reader.nextOffset
        }
        do {
            try file.cut(to: kept)
        } catch {
            throw Complaint.badInput("\(path): could not be written: \(error); choose another file")
        }
        return ids
    }

    /// Appends a line, with its end.
    ///
    /// - Throws: `Complaint` when there is no room, or the like.
    func append(_ line: [UInt8]) throws(Complaint) {
        do {
            try file.append(line)
        } catch {
            throw .ownFailure("\(path): could not be written: \(error); make room, then go on with --resume")
        }
    }

    /// Its lines, from the first on.
    ///
    /// - Throws: `Complaint` when it cannot be read.
    func lines() throws(Complaint) -> LineReader {
        do {
            return LineReader(try HostFile(path: file.ownPath), longest: 256 << 20)
        } catch {
            throw .ownFailure("\(path): could not be read: \(error)")
        }
    }
}

internal import Batch
internal import Core
internal import FoundationEssentials
internal import Linux

/// The results of a batch, one JSON line each, in the order in which they came: what a batch that was cut short goes on
/// from.
final class Journal {
    private let path: String
    private var file: AppendedFile
    /// The file that it was before it was written anew: whoever has opened that must not get its lock.
    private var former: AppendedFile?
    /// Whether there are several results of one submission, as two batches at once left them.
    private var hasRepetitions = false

    /// What is needed of a line to know whether it need not be judged again.
    private struct Done: Decodable {
        struct Summary: Decodable {}
        struct Submission: Decodable {
            var language: String
            var sha256: String
        }
        struct Provenance: Decodable {
            var packageHash: String
        }
        var id: String?
        var summary: Summary?
        var expected: [Verdict]?
        var terms: String?
        var submission: Submission?
        var provenance: Provenance?

        var earlier: Resumption.Earlier? {
            guard let submission, let provenance else { return nil }
            return Resumption.Earlier(
                language: submission.language,
                sha256: submission.sha256,
                packageHash: provenance.packageHash,
                expected: Set(expected ?? []),
                terms: terms
            )
        }
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
        do throws(Errno) {
            if !isTemporary { try file.lock() }
        } catch .again {
            throw Complaint.badInput(
                "\(path): another assay grade is writing its results there; wait until it has ended, or choose another file"
            )
        } catch {
            throw Complaint.badInput("\(path): could not be locked: \(error); choose another file")
        }
        if !resumes, file.byteCount > 0 {
            throw Complaint.badInput("\(path): there are results in this file; add --resume, or choose another file")
        }
    }

    /// The results by their ids, nil for what was skipped; a line that was cut off is removed.
    ///
    /// - Throws: `Complaint` for a line that is no result.
    func results() throws -> [String: Resumption.Earlier?] {
        var results: [String: Resumption.Earlier?] = [:]
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
            if let id = done.id, results.updateValue(done.earlier, forKey: id) != nil { hasRepetitions = true }
            kept = reader.nextOffset
        }
        do {
            try file.cut(to: kept)
        } catch {
            throw Complaint.badInput("\(path): could not be written: \(error); choose another file")
        }
        return results
    }

    /// Leaves out the results whose ids are not among `ids`, and all but the last of each that is.
    ///
    /// The file is replaced as a whole: whenever this ends, in whatever way, there are the old results or the new ones.
    ///
    /// - Throws: `Complaint` when there is no room, or the like.
    func keep(_ ids: Set<String>) throws {
        var last: [String: Int] = [:]
        var isWhole = !hasRepetitions
        try forEachID { id, number in
            if ids.contains(id) { last[id] = number } else { isWhole = false }
        }
        guard !isWhole else { return }
        let place = HostDirectory.resolve(path) ?? path
        let fresh = place + ".new"
        HostFile.remove(fresh)
        do {
            let copy = try AppendedFile(fresh, isNew: true, isShared: true)
            try copy.lock()
            var reader = try lines()
            while let line = try reader.next() {
                guard let id = try JSONDecoder().decode(Done.self, from: Data(line)).id, last[id] == reader.number
                else { continue }
                try copy.append(line + [0x0A])
            }
            try HostFile.move(fresh, to: place)
            former = file
            file = copy
        } catch {
            HostFile.remove(fresh)
            throw Complaint.badInput("\(path): could not be written anew: \(error); make room, or choose another file")
        }
    }

    private func forEachID(_ body: (String, Int) -> Void) throws {
        var reader = try lines()
        while let line = try reader.next() {
            if let id = try JSONDecoder().decode(Done.self, from: Data(line)).id { body(id, reader.number) }
        }
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

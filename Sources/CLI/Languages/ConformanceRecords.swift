internal import Core
internal import Digest
internal import FoundationEssentials
package import Grading
package import Languages
internal import Linux

/// What rows of the conformance suite came to, in a file: what a run that was broken off goes on with.
///
/// A JSON line for each row that was tried, in the order in which they ended; of several for a row the last counts.
package final class ConformanceRecords {
    private let path: String
    private let file: AppendedFile
    private var known: [Place: Line] = [:]

    private struct Place: Hashable {
        let language: String
        let row: String
    }

    private struct Line: Codable {
        var language: String
        var row: String
        /// What was tried with: the tools, the profile and the program.
        var key: String
        var result: String
        var reason: String?
        var cpuTime: Double?
        var wallTime: Double?
        var peakMemory: Int?
    }

    /// Opens the file `path`, or makes it; a line that was cut off is removed.
    ///
    /// - Throws: `Complaint` when it cannot be read and written, or has something else in it.
    package init(_ path: String) throws(Complaint) {
        self.path = path
        let bytes: [UInt8]
        do throws(Errno) {
            file = try AppendedFile(path, isNew: false)
            bytes = try HostFile.read(file.ownPath, limit: .mebibytes(256))
        } catch {
            throw .badInput("\(path): could not be opened: \(error); give --results another file")
        }
        let whole = (bytes.lastIndex(of: 0x0A) ?? -1) + 1
        for (number, text) in bytes[..<whole].split(separator: 0x0A).enumerated() {
            guard let line = try? JSONDecoder().decode(Line.self, from: Data(text)) else {
                let message = "\(path):\(number + 1): this is no result of the conformance suite"
                throw .badInput(message + "; give --results another file")
            }
            known[Place(language: line.language, row: line.row)] = line
        }
        // What has no line at all may be anything; only the end of one is ours to remove.
        guard whole > 0 || bytes.isEmpty || bytes.first == UInt8(ascii: "{") else {
            throw .badInput("\(path): these are no results of the conformance suite; give --results another file")
        }
        do {
            try file.cut(to: whole)
        } catch {
            throw .ownFailure("\(path): could not be written: \(error)")
        }
    }

    /// What `row` of `language` came to when it was tried with what `key` stands for; nil where that is not known, or
    /// something was to be done about it: then it has to be tried again.
    package func result(of row: ConformanceRow, language: String, key: String) -> ConformanceResult? {
        guard let line = known[Place(language: language, row: row.rawValue)], line.key == key else { return nil }
        guard let result = Self.result(of: row, line), result.isFine else { return nil }
        return result
    }

    /// Keeps what a row of `language` came to.
    ///
    /// - Throws: `Complaint` when there is no room, or the like.
    package func keep(_ result: ConformanceResult, language: String, key: String) throws(Complaint) {
        let line = Line(
            language: language,
            row: result.row.rawValue,
            key: key,
            result: ConformanceSummary.Word(result.conclusion).rawValue,
            reason: result.reason,
            cpuTime: result.usage?.cpuTime.inSeconds,
            wallTime: result.usage?.wallTime.inSeconds,
            peakMemory: result.usage?.peakMemory.bytes
        )
        let bytes = try JSONLine.bytes(of: line)
        do {
            try file.append(bytes)
        } catch {
            throw .ownFailure("\(path): could not be written: \(error); make room, then go on with the same --results")
        }
        known[Place(language: language, row: line.row)] = line
    }

    private static func result(of row: ConformanceRow, _ line: Line) -> ConformanceResult? {
        let conclusion: ConformanceResult.Conclusion
        switch (ConformanceSummary.Word(rawValue: line.result), line.reason) {
        case (.passed, _): conclusion = .passed
        case (.known, let reason?): conclusion = .knownFailure(reason)
        case (.notApplicable, let reason?): conclusion = .notApplicable(reason)
        default: return nil
        }
        let usage = line.cpuTime.map { cpuTime in
            Usage(
                cpuTime: .seconds(cpuTime),
                wallTime: .seconds(line.wallTime ?? 0),
                peakMemory: ByteCount(line.peakMemory ?? 0)
            )
        }
        return ConformanceResult(row: row, conclusion: conclusion, usage: usage)
    }
}

extension ConformanceRecords {
    /// What stands for all that the result of `row` depends on: this version, the tools, the profile and the program.
    ///
    /// - Throws: `ProfileError` when its program cannot be read.
    package static func key(
        of row: ConformanceRow,
        _ toolchain: Toolchain,
        _ programs: ConformancePrograms
    ) throws(ProfileError) -> String {
        var digest = SHA256()
        digest.update(field: Version.number)
        digest.update(field: toolchain.fingerprint)
        switch try programs.entry(for: row, of: toolchain.profile) {
        case .missing(let path): digest.update(field: path)
        case .notApplicable(let reason): digest.update(field: reason)
        case .program(let files, let entry):
            digest.update(field: entry ?? "")
            for file in files {
                digest.update(field: file.path)
                digest.update(field: String(file.content.byteCount))
                // What cannot be read has been said when the programs were.
                digest.update((try? file.content.read(from: 0, upTo: file.content.byteCount)) ?? [])
            }
        }
        return digest.finish()
    }
}

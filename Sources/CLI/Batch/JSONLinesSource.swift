internal import Batch
internal import Core
internal import FoundationEssentials
internal import Linux
internal import Problems

/// Submissions in a file with one JSON object on each line.
struct JSONLinesSource: BatchSource {
    private let path: String
    private var lines: LineReader
    private let packages: BatchPackages
    private let find: (String) throws(PackageError) -> String
    private let fileName: (LanguageID) -> String?
    private var seen: Set<String> = []
    private(set) var count: Int?
    private(set) var hasLong = false

    private static let longestLine = 64 << 20

    /// The submissions in the file `path`, for `packages` by their names, or whatever `find` finds.
    ///
    /// `fileName` tells what a source in that language is called where the line does not.
    ///
    /// - Throws: `Complaint` when the file cannot be read.
    init(
        _ path: String,
        packages: BatchPackages,
        find: @escaping (String) throws(PackageError) -> String,
        fileName: @escaping (LanguageID) -> String?
    ) throws {
        self.path = path
        self.find = find
        self.fileName = fileName
        self.packages = packages
        lines = LineReader(try InputFile.open(path, as: "file of submissions"), longest: Self.longestLine)
        self.count = nil
        // All lines are looked at before the first is judged: a mistake in the last must not show up hours later.
        var trial = self
        var count = 0
        while let item = try trial.next() {
            count += 1
            hasLong = hasLong || item.isLong
        }
        self.count = count
    }

    mutating func next() throws -> BatchItem? {
        while let line = try nextLine() {
            if line.isBlank { continue }
            return try item(line)
        }
        return nil
    }

    private mutating func nextLine() throws(Complaint) -> [UInt8]? {
        do {
            return try lines.next()
        } catch {
            throw .badInput("\(path): \(error)")
        }
    }

    private mutating func item(_ bytes: [UInt8]) throws -> BatchItem {
        let line: JSONSubmission
        do {
            line = try JSONDecoder().decode(JSONSubmission.self, from: Data(bytes))
        } catch DecodingError.typeMismatch(_, let context) where !context.codingPath.isEmpty {
            let key = context.codingPath.first?.stringValue ?? ""
            throw complaint("\"\(key)\" must be \(JSONSubmission.wanted(of: key)); write one")
        } catch {
            throw complaint(
                "this is no JSON object of a submission; write {\"id\",\"problem\",\"language\",\"source\"}"
            )
        }
        guard let id = line.id, !id.isEmpty else { throw complaint("there is no \"id\"; add one") }
        guard id.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
            throw complaint("the id has control characters in it; reports name submissions by it, so leave them out")
        }
        guard seen.insert(id).inserted else { throw complaint("the id \(id) is there twice; change one") }
        if let slip = line.slip {
            throw complaint("nothing is called \"\(slip.written)\" here; did you mean \"\(slip.meant)\"?")
        }
        let package = try package(line.problem)
        let language = line.language.map { LanguageID($0) }
        return BatchItem(
            id: id,
            package: package,
            files: try files(line, language),
            entry: line.entry,
            language: language,
            expectation: try expectation(line)
        )
    }

    private func package(_ name: String?) throws -> String {
        guard let name else {
            if packages.paths.count == 1, let only = packages.paths.first { return only }
            throw complaint("there is no \"problem\"; name one")
        }
        let known = packages.paths(called: name)
        if known.count == 1, let only = known.first { return only }
        guard known.isEmpty else {
            let names = known.map { packages.name(of: $0) }.joined(separator: ", ")
            throw complaint("the problem \(name) may be any of \(names); write which")
        }
        do throws(PackageError) {
            return try find(name)
        } catch {
            throw complaint(error.description)
        }
    }

    private func files(_ line: JSONSubmission, _ language: LanguageID?) throws -> [Submission.SourceFile] {
        switch (line.files, line.source) {
        case (let files?, nil):
            guard !files.isEmpty else { throw complaint("\"files\" is empty; add a file") }
            return files.sorted { $0.key < $1.key }.map { .init(name: $0.key, content: Array($0.value.utf8)) }
        case (nil, let source?):
            guard let language, let name = fileName(language) else {
                throw complaint("a \"source\" needs a \"language\" that is known; add one, or give \"files\"")
            }
            return [.init(name: name, content: Array(source.utf8))]
        default: throw complaint("there must be either \"files\" or \"source\"; give one of them")
        }
    }

    private func expectation(_ line: JSONSubmission) throws -> BatchItem.Expectation {
        guard let words = line.expected, !words.isEmpty else { return .nothing }
        let verdicts = words.compactMap { Verdict(rawValue: $0) }
        guard verdicts.count == words.count else {
            throw complaint("\"expected\" has an unknown verdict; use AC, WA, TLE, MLE, OLE, RTE and CE")
        }
        return .verdicts(Set(verdicts))
    }

    private func complaint(_ text: String) -> Complaint { .badInput("\(path):\(lines.number): \(text)") }
}

extension [UInt8] {
    /// Whether there is nothing but whitespace.
    fileprivate var isBlank: Bool { allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }
}

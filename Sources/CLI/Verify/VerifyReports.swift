/// The reports that were asked for.
struct VerifyReports {
    private enum Kind: String {
        case junit, html, json
    }

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
            guard let kind = Kind(rawValue: parts[0]) else {
                throw .badInput("--report \(word): there is no kind \(parts[0]); use junit, html or json")
            }
            files.append((kind, parts[1]))
        }
    }

    /// Makes sure, before anything is looked at, that every report can be written.
    ///
    /// - Throws: `Complaint` when one cannot.
    func check() throws(Complaint) { try ReportFile.check(files.map(\.path)) }

    /// Writes every report, also where another one cannot be written.
    ///
    /// - Throws: `Complaint` when one cannot be written.
    func write(_ summary: VerifySummary) throws {
        try ReportFile.writeAll(files.map(\.path)) { file, place in
            switch files[place].kind {
            case .junit: try file.write(VerifyJUnit.text(summary))
            case .html: try file.write(VerifyPage.text(summary))
            case .json: try file.write(String(decoding: try JSONLine.bytes(of: summary), as: UTF8.self))
            }
        }
    }
}

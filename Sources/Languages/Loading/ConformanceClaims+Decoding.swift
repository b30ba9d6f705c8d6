import Core
import YAML

extension ConformanceClaims {
    /// Reads what a profile says; its programs are in `sets` where it names no others.
    init(_ reader: FieldReader, sets: [String]) throws(ProfileError) {
        var sets = sets
        if let value = reader.node["conformance"] {
            if let set = value.string { sets = [set] } else { sets = try reader.strings("conformance") }
            let isPlain = sets.allSatisfy { !$0.isEmpty && !$0.contains("/") && !$0.hasPrefix(".") }
            guard !sets.isEmpty, isPlain else {
                throw reader.mistake(
                    "conformance",
                    "the name of a directory in Sandboxes/conformance, or a list of such"
                )
            }
        }
        self.init(
            sets: sets,
            notApplicable: try Self.reasons("notApplicable", reader),
            knownFailures: try Self.reasons("knownFailures", reader)
        )
        for row in ConformanceRow.allCases where notApplicable[row] != nil && knownFailures[row] != nil {
            let message = "`\(row.rawValue)` is in `notApplicable` as well; keep one of them"
            throw ProfileError(file: reader.file, line: reader.node["knownFailures"]?.line, message: message)
        }
    }

    /// The rows under `key`, each with its reason; one that is nothing is taken back from what the profile extends.
    private static func reasons(_ key: String, _ reader: FieldReader) throws(ProfileError) -> [ConformanceRow: String] {
        var result: [ConformanceRow: String] = [:]
        for (name, value) in try reader.entries(key) {
            guard let row = ConformanceRow(rawValue: name) else {
                let rows = ConformanceRow.allCases.map(\.rawValue)
                let near = NearNames.of(name, among: rows).first.map { "did you mean `\($0)`?" }
                let mend = near ?? "the rows are \(rows.joined(separator: ", "))"
                throw ProfileError(
                    file: reader.file,
                    line: value.line,
                    message: "`\(key)`: there is no row `\(name)`; \(mend)"
                )
            }
            if value.isNull {
                guard reader.has("extends") else {
                    let message = "`\(key).\(name)` takes back what this profile extends, and it extends nothing"
                    throw ProfileError(file: reader.file, line: value.line, message: message + "; say why, in one line")
                }
                continue
            }
            guard let reason = value.string, !reason.isEmpty, !reason.contains("\n") else {
                let message = "`\(key).\(name)` must say why, in one line"
                throw ProfileError(file: reader.file, line: value.line, message: message)
            }
            result[row] = reason
        }
        return result
    }
}

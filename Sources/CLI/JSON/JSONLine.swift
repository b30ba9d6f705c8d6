internal import FoundationEssentials

/// JSON as `--json` prints it.
package enum JSONLine {
    /// One line, with its end: fields in the order of their names, nothing escaped without need.
    ///
    /// - Throws: `Complaint` for a value that JSON cannot hold, which none of ours should be.
    package static func bytes(of value: some Encodable) throws(Complaint) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(value)) + [0x0A]
        } catch {
            throw .ownFailure("could not write the result as JSON: \(error)")
        }
    }
}

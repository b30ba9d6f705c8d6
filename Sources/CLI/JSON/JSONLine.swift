internal import FoundationEssentials

/// JSON as `--json` prints it.
package enum JSONLine {
    /// One line, with its end: fields in the order of their names, nothing escaped without need.
    ///
    /// JSON itself only needs the controls below the space to be escaped. Others, by which a program or a file name could
    /// steer a terminal that the line is shown on, are escaped as well; whoever reads JSON gets the same text.
    ///
    /// - Throws: `Complaint` for a value that JSON cannot hold, which none of ours should be.
    package static func bytes(of value: some Encodable) throws(Complaint) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return escaped(Array(try encoder.encode(value))) + [0x0A]
        } catch {
            throw .ownFailure("could not write the result as JSON: \(error)")
        }
    }

    /// DEL, the controls from U+0080 on, and the marks that reorder text occur in strings alone, and so as `\u` escapes.
    private static func escaped(_ line: [UInt8]) -> [UInt8] {
        // Nearly every line is without any: in UTF-8 they all begin with one of these bytes.
        guard line.contains(where: { $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }) else { return line }
        var result: [UInt8] = []
        result.reserveCapacity(line.count)
        for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
            if scalar.value >= 0x7F, VisibleText.isUnsafe(scalar) {
                let digits = String(scalar.value, radix: 16)
                result += Array("\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
            } else {
                result += Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
        return result
    }
}

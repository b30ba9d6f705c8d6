/// The bytes of a file and its name, for checks before parsing and for errors afterwards.
struct SourceText {
    let bytes: [UInt8]
    let file: String

    /// Refuses what is not text: libyaml's own complaints about it have no place in them.
    func check() throws(YAMLError) {
        guard bytes.count <= YAML.maximumBytes else {
            throw YAMLError(
                file: file,
                line: 1,
                column: 1,
                message: "the file has \(bytes.count) bytes; at most \(YAML.maximumBytes) are read"
            )
        }
        if let offset = bytes.firstIndex(of: 0) {
            throw error(atByte: offset, "a NUL byte: this is not a text file")
        }
        guard String(validating: bytes, as: UTF8.self) == nil else { return }
        var start = 0
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if String(validating: line, as: UTF8.self) == nil { start = line.startIndex; break }
        }
        throw error(atByte: start, "this line is not UTF-8; save the file as UTF-8")
    }

    /// A mistake at a byte of the file.
    func error(atByte offset: Int, _ message: String) -> YAMLError {
        let before = bytes.prefix(offset)
        let newline = UInt8(ascii: "\n")
        let lineStart = before.lastIndex(of: newline).map { $0 + 1 } ?? 0
        return YAMLError(
            file: file,
            line: before.count { $0 == newline } + 1,
            column: String(decoding: before[lineStart...], as: UTF8.self).unicodeScalars.count + 1,
            message: message
        )
    }

    /// The character at a place, both counted from 0.
    func byte(line: Int, column: Int) -> UInt8? {
        var rest = bytes[...]
        for _ in 0..<line {
            guard let newline = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            rest = rest[(newline + 1)...]
        }
        return rest.dropFirst(column).first
    }
}

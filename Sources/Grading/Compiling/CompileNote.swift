internal import Core

/// What is kept beside an artifact about its making: a few `name value` lines, an empty line, the diagnostics.
struct CompileNote: Hashable, Sendable {
    /// What compiling used.
    var usage: Usage
    /// What the compiler said of a source that it accepted.
    var diagnostics: String
    /// Whether some of that was left out.
    var isTruncated: Bool

    private static let title = "assay compile note 1"

    init(usage: Usage, diagnostics: String = "", isTruncated: Bool = false) {
        self.usage = usage
        self.diagnostics = diagnostics
        self.isTruncated = isTruncated
    }

    /// The note that `bytes` are; nil when they are none of this version, and the artifact has to be made again.
    init?(_ bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        var rest = text[...]
        var lines: [Substring] = []
        while let end = rest.firstIndex(of: "\n") {
            let line = rest[..<end]
            rest = rest[rest.index(after: end)...]
            if line.isEmpty { break }
            lines.append(line)
        }
        guard lines.count == 5, lines[0] == CompileNote.title else { return nil }
        func number(_ name: String, in line: Substring) -> Int? {
            let words = line.split(separator: " ")
            return words.count == 2 && words[0] == name ? Int(words[1]) : nil
        }
        guard let cpuTime = number("cpu-microseconds", in: lines[1]),
            let wallTime = number("wall-microseconds", in: lines[2]),
            let memory = number("peak-bytes", in: lines[3]),
            let truncated = number("truncated", in: lines[4])
        else { return nil }
        usage = Usage(
            cpuTime: .microseconds(cpuTime),
            wallTime: .microseconds(wallTime),
            peakMemory: ByteCount(memory)
        )
        diagnostics = String(rest)
        isTruncated = truncated != 0
    }

    /// The note as it is kept.
    var bytes: [UInt8] {
        let head = [
            CompileNote.title,
            "cpu-microseconds \(usage.cpuTime.inMicroseconds)",
            "wall-microseconds \(usage.wallTime.inMicroseconds)",
            "peak-bytes \(usage.peakMemory.bytes)",
            "truncated \(isTruncated ? 1 : 0)",
        ]
        return Array((head.joined(separator: "\n") + "\n\n" + diagnostics).utf8)
    }
}

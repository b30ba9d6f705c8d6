internal import Core
internal import Digest
internal import Linux
internal import Problems

/// Looks into the inputs and answers of the tests: how their lines end, and which are the same.
struct TextCheck {
    let folder: PackageFolder
    let problem: Problem

    private static let warnedSize = 100 << 20
    private static let largestSize = 1000 << 20

    func findings() -> [Finding] {
        var findings: [Finding] = []
        var byCode: [Finding.Code: [String]] = [:]
        var inputs: [String: [String]] = [:]
        var seen: Set<String> = []
        for test in problem.tests {
            for path in [test.inputPath, test.answerPath].compactMap(\.self) {
                guard seen.insert(HostDirectory.resolve(path) ?? path).inserted else { continue }
                let shown = below(path)
                guard let text = TextShape(path) else { continue }
                findings += size(text.byteCount, shown)
                if text.hasCarriageReturns { byCode[.lineEnds, default: []].append(shown) }
                if text.lacksNewline { byCode[.finalNewline, default: []].append(shown) }
                if !text.isUTF8 { byCode[.encoding, default: []].append(shown) }
                // Where there is no input there is nothing to be different.
                if path == test.inputPath, text.byteCount > 0 {
                    let rest = test.arguments + test.files.map { "\($0.path) \($0.content.byteCount)" }
                    inputs[text.digest + rest.joined(separator: "\0"), default: []].append(shown)
                }
            }
        }
        let words: [(Finding.Code, String, String)] = [
            (.lineEnds, "lines end with CR LF", "write LF alone"),
            (.finalNewline, "the last line has no end", "end it with a line feed"),
            (.encoding, "this is not UTF-8", "convert it"),
        ]
        for (code, message, mend) in words {
            guard let paths = byCode[code], let first = paths.first else { continue }
            let more = paths.count > 1 ? " (and of \(paths.count - 1) more files)" : ""
            findings.append(Finding(.warning, code, first, message + more, mend: mend))
        }
        for same in inputs.values.filter({ $0.count > 1 }).sorted(by: { $0[0] < $1[0] }) {
            let others = same.dropFirst().map { $0.hasPrefix("data/") ? String($0.dropFirst(5)) : $0 }
            let message =
                "the same input is in \(others.prefix(4).joined(separator: ", "))" + (others.count > 4 ? " …" : "")
            findings.append(
                Finding(.warning, .sameInput, same[0], message, mend: "remove all but one, or make them links")
            )
        }
        return findings
    }

    private func size(_ bytes: Int, _ path: String) -> [Finding] {
        guard bytes > TextCheck.warnedSize else { return [] }
        let isError = bytes > TextCheck.largestSize
        let message = "the file has \(bytes >> 20) MiB"
        return [Finding(isError ? .error : .warning, .fileSize, path, message, mend: "make it smaller")]
    }

    private func below(_ path: String) -> String {
        path.hasPrefix(folder.root + "/") ? String(path.dropFirst(folder.root.count + 1)) : path
    }
}

/// What the bytes of a file look like, read piece by piece.
struct TextShape {
    private(set) var byteCount = 0
    private(set) var hasCarriageReturns = false
    private(set) var isUTF8 = true
    private(set) var digest = ""
    private var last: UInt8?

    /// Whether there is a last line that does not end.
    var lacksNewline: Bool { last.map { $0 != 0x0A } ?? false }

    /// The shape of the file at `path`; nil where it cannot be read.
    init?(_ path: String) {
        guard let file = try? HostFile(path: path) else { return nil }
        self.init(file)
    }

    /// The shape of what `source` holds; nil where it cannot be read.
    init?(_ source: any ByteSource) {
        var hash = SHA256()
        var rest: [UInt8] = []
        byteCount = source.byteCount
        var offset = 0
        while offset < byteCount {
            guard let piece = try? source.read(from: offset, upTo: 1 << 20), let end = piece.last else { return nil }
            offset += piece.count
            hash.update(piece)
            if !hasCarriageReturns {
                hasCarriageReturns = zip([last ?? 0] + piece, piece).contains { $0 == 0x0D && $1 == 0x0A }
            }
            last = end
            if isUTF8 {
                // A character may be cut at the end of a piece; it has at most three bytes there.
                let bytes = rest + piece
                let cut = offset < byteCount ? TextShape.cut(bytes) : bytes.count
                isUTF8 = String(validating: bytes[..<cut], as: UTF8.self) != nil
                rest = Array(bytes[cut...])
            }
        }
        digest = hash.finish()
    }

    /// Where the last whole character ends.
    private static func cut(_ bytes: [UInt8]) -> Int {
        for back in 1...3 where bytes.count >= back {
            let byte = bytes[bytes.count - back]
            if byte & 0xC0 == 0x80 { continue }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
            return length > back ? bytes.count - back : bytes.count
        }
        return bytes.count
    }
}

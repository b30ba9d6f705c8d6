internal import Core

/// Text that a program wrote, made fit for a report: valid UTF-8 of bounded size that cannot play with a terminal.
struct BoundedText: Hashable, Sendable {
    /// The most that a compiler's words may take in a report.
    static let diagnosticsLimit = ByteCount.kibibytes(64)
    /// The most that one message of a validator or a program may take in a report.
    static let messageLimit = ByteCount.kibibytes(4)

    /// The text, at most as many bytes of UTF-8 as asked for.
    private(set) var text = ""
    /// Whether something was left out.
    private(set) var isTruncated = false

    private let limit: Int

    /// The beginning of what `sources` hold one after the other, each on a line of its own.
    ///
    /// - Throws: `ByteSourceFailure` when a source cannot be read.
    init(_ sources: [any ByteSource], limit: ByteCount) throws(ByteSourceFailure) {
        self.limit = limit.bytes
        for source in sources where source.byteCount > 0 {
            if !text.isEmpty, !text.hasSuffix("\n") { append("\n") }
            // One byte more than fits tells a text that just fits from one that does not.
            append(String(decoding: try source.bytes(upTo: limit.bytes + 1), as: UTF8.self))
            if source.byteCount > limit.bytes { isTruncated = true }
        }
    }

    /// As much of `text` as fits.
    init(_ text: String, limit: ByteCount) {
        self.limit = limit.bytes
        append(text)
    }

    /// Adds a line of our own, at the cost of earlier text where there is no room.
    mutating func close(withLine line: String) {
        let line = text.isEmpty || text.hasSuffix("\n") ? line : "\n" + line
        while !text.isEmpty, text.utf8.count + line.utf8.count > limit {
            text.unicodeScalars.removeLast()
            isTruncated = true
        }
        append(line)
    }

    private mutating func append(_ addition: String) {
        var scalars = text.unicodeScalars
        var count = text.utf8.count
        for scalar in addition.unicodeScalars {
            let shown = BoundedText.isHarmless(scalar) ? scalar : "\u{FFFD}"
            count += UTF8.width(shown)
            guard count <= limit else {
                isTruncated = true
                break
            }
            scalars.append(shown)
        }
        text = String(scalars)
    }

    /// Whether a terminal only ever shows `scalar`.
    ///
    /// The C1 controls act on one as an escape sequence does.
    private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 9, 10: true
        case 0..<32, 127..<160: false
        default: true
        }
    }
}

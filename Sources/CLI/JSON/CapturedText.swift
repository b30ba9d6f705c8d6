package import Core
internal import FoundationEssentials

/// The beginning of what a program wrote, as JSON shows it.
package struct CapturedText: Hashable, Sendable {
    /// How much of each stream is shown unless somebody asks for more or less.
    package static let defaultLimit = ByteCount.kibibytes(64)

    /// The text; nil when the bytes are no UTF-8.
    package let text: String?
    /// The bytes in base64, when they are no UTF-8.
    package let base64: String?
    /// Whether there is more than is shown.
    package let isTruncated: Bool

    /// What was captured before.
    init(text: String?, base64: String?, isTruncated: Bool) {
        self.text = text
        self.base64 = base64
        self.isTruncated = isTruncated
    }

    /// The first `limit` bytes of `source`.
    ///
    /// - Throws: `ByteSourceFailure` when they cannot be read.
    package init(_ source: any ByteSource, limit: ByteCount) throws(ByteSourceFailure) {
        var bytes = try source.bytes(upTo: limit.bytes)
        isTruncated = source.byteCount > limit.bytes
        // The cut may go through a character, which is no reason to call the text no text.
        if isTruncated { bytes.removeLast(Self.incompleteTail(of: bytes)) }
        if let text = String(validating: bytes, as: UTF8.self) {
            self.text = text
            base64 = nil
        } else {
            text = nil
            base64 = Data(bytes).base64EncodedString()
        }
    }

    /// How many bytes at the end are the beginning of a character that is not complete.
    static func incompleteTail(of bytes: [UInt8]) -> Int {
        for back in 1...3 where back <= bytes.count {
            let byte = bytes[bytes.count - back]
            if byte & 0b1100_0000 == 0b1000_0000 { continue }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
            return length > back ? back : 0
        }
        return 0
    }
}

internal import FoundationEssentials

/// Bytes as text of sixty-four letters, as both APIs use them.
enum Base64 {
    /// The bytes in one line: what reads lines of sixty characters reads that, and the other way round it need not be so.
    static func encode(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

    /// The bytes that `text` stands for, whatever white space there is in it; nil when it is something else.
    static func decode(_ text: String) -> [UInt8]? {
        var kept = text.utf8.filter { $0 != 32 && $0 != 9 && $0 != 10 && $0 != 13 }
        // The ends of some encoders' texts are not filled up.
        while kept.count % 4 != 0 { kept.append(UInt8(ascii: "=")) }
        return Data(base64Encoded: Data(kept)).map { Array($0) }
    }
}

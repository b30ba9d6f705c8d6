internal import Service

/// Base64 as clients of these APIs send it: in lines, and not always filled up.
enum LooseBase64 {
    /// The bytes that `text` stands for; nil when it is something else.
    static func decode(_ text: String) -> [UInt8]? {
        var kept = text.utf8.filter { $0 != 32 && $0 != 9 && $0 != 10 && $0 != 13 }
        while kept.last == UInt8(ascii: "=") { kept.removeLast() }
        kept += Array(repeating: UInt8(ascii: "="), count: (4 - kept.count % 4) % 4)
        return Base64.decode(String(decoding: kept, as: UTF8.self))
    }
}

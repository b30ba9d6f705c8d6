internal import Glibc

/// Files of the kernel's, which tell their size only when read.
public enum KernelText {
    /// All of the file at `path`.
    public static func read(_ path: String) throws(Errno) -> [UInt8] {
        let file = try Descriptor.open(path)
        var result: [UInt8] = []
        while true {
            let piece = try file.read(at: result.count, upTo: 1 << 16)
            if piece.isEmpty { return result }
            result += piece
        }
    }

    /// The number behind `key` at the start of a line; nil when no line begins so, or no number is there that an `Int` holds.
    public static func number(after key: String, in text: [UInt8]) -> Int? {
        for line in text.split(separator: UInt8(ascii: "\n")) where line.starts(with: key.utf8) {
            let digits = line.dropFirst(key.utf8.count).prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
            guard !digits.isEmpty else { return nil }
            return Int(String(decoding: digits, as: UTF8.self))
        }
        return nil
    }
}

import Core

/// Source files as the tools of this system expect text to be: editors of Windows add what half of the tools take for a
/// part of the program.
enum PlainText {
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The file without a byte order mark, and with plain ends of lines where all its lines end as on Windows.
    static func file(_ file: BoxFile) -> BoxFile {
        // What cannot be read is told by whoever needs it.
        guard let content = (file.content as? MemoryBytes)?.content ?? (try? file.content.bytes()),
            let plain = plain(content)
        else { return file }
        var file = file
        file.content = MemoryBytes(plain)
        return file
    }

    /// The same text plainly; nil where it is that already.
    private static func plain(_ content: [UInt8]) -> [UInt8]? {
        let rest = content.starts(with: mark) ? content.dropFirst(mark.count) : content[...]
        guard endsLinesAsOnWindows(rest) else { return rest.count == content.count ? nil : Array(rest) }
        return rest.filter { $0 != UInt8(ascii: "\r") }
    }

    /// Whether there is a carriage return before every end of a line, and nowhere else.
    private static func endsLinesAsOnWindows(_ text: ArraySlice<UInt8>) -> Bool {
        var isAfterReturn = false
        var count = 0
        for byte in text {
            let isEnd = byte == UInt8(ascii: "\n")
            guard isEnd == isAfterReturn else { return false }
            isAfterReturn = byte == UInt8(ascii: "\r")
            count += isEnd ? 1 : 0
        }
        return count > 0 && !isAfterReturn
    }
}

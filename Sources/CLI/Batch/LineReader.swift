internal import Core

/// The lines of a file, one at a time.
struct LineReader {
    private let source: any ByteSource
    private let longest: Int
    private var buffer: [UInt8] = []
    /// How much of the buffer has been given.
    private var start = 0
    private var offset = 0
    /// The number of the line that was given last, from 1.
    private(set) var number = 0
    /// Where the line after it begins, in bytes.
    private(set) var nextOffset = 0

    /// The lines of `source`, none of them longer than `longest` bytes.
    init(_ source: any ByteSource, longest: Int) {
        self.source = source
        self.longest = longest
    }

    /// The next line, without its end; nil at the end of the file.
    ///
    /// - Throws: `ByteSourceFailure` when the file cannot be read or a line is too long.
    mutating func next() throws(ByteSourceFailure) -> [UInt8]? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                let line = Array(buffer[start..<end])
                start = end + 1
                return given(line, with: 1)
            }
            searched = buffer.count
            guard buffer.count - start <= longest else {
                throw ByteSourceFailure("line \(number + 1) is longer than \(longest) bytes; make it shorter")
            }
            if start > 0 {
                buffer.removeFirst(start)
                searched -= start
                start = 0
            }
            let piece = try source.read(from: offset, upTo: 1 << 16)
            offset += piece.count
            buffer += piece
            if piece.isEmpty {
                guard !buffer.isEmpty else { return nil }
                let line = buffer
                buffer = []
                return given(line, with: 0)
            }
        }
    }

    private mutating func given(_ line: [UInt8], with end: Int) -> [UInt8] {
        number += 1
        nextOffset += line.count + end
        return line
    }
}

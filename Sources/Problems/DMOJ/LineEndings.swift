internal import Core
internal import Synchronization

/// A text file as DMOJ gives it to programs: every line ends with a line feed, also the last one.
///
/// Most files are like that already; whether one is turns out when it is first used, since loading reads no test data.
final class LineEndings: ByteSource {
    private let file: PackageFile
    private let changed = Mutex<Result<[UInt8]?, ByteSourceFailure>?>(nil)

    /// What is changed is held in memory; larger files must be right.
    private static let largest = 256 << 20

    init(_ file: PackageFile) { self.file = file }

    var byteCount: Int {
        guard case .success(let bytes?) = result() else { return file.byteCount }
        return bytes.count
    }

    func read(from offset: Int, upTo limit: Int) throws(ByteSourceFailure) -> [UInt8] {
        guard let bytes = try result().get() else { return try file.read(from: offset, upTo: limit) }
        return MemoryBytes(bytes).read(from: offset, upTo: limit)
    }

    /// The changed bytes; nil where the file is as it should be.
    private func result() -> Result<[UInt8]?, ByteSourceFailure> {
        changed.withLock { known in
            if let known { return known }
            let result = Result { () throws(ByteSourceFailure) in try normalized() }
            known = result
            return result
        }
    }

    private func normalized() throws(ByteSourceFailure) -> [UInt8]? {
        let (return_, feed) = (UInt8(ascii: "\r"), UInt8(ascii: "\n"))
        var offset = 0
        var last: UInt8?
        var isRight = true
        while offset < file.byteCount, isRight {
            let piece = try file.read(from: offset, upTo: 1 << 18)
            guard !piece.isEmpty else { break }
            offset += piece.count
            last = piece.last
            isRight = !piece.contains(return_)
        }
        if isRight, last == nil || last == feed { return nil }
        guard file.byteCount <= LineEndings.largest else {
            throw ByteSourceFailure(
                "\(file.path): its lines do not end with a line feed each; mend that, or write binary_data: true"
            )
        }
        let bytes = try file.bytes()
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 1)
        for (index, byte) in bytes.enumerated() {
            if byte != return_ {
                result.append(byte)
            } else if index + 1 == bytes.count || bytes[index + 1] != feed {
                result.append(feed)
            }
        }
        if result.last != feed { result.append(feed) }
        return result
    }
}

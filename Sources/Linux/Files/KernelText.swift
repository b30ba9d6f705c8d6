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
}

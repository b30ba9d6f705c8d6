internal import Core
internal import Linux

/// The memory files into which a jailer moves what a box writes.
///
/// Small outputs are copied out of them; a large one takes its file along, and the next run gets a fresh one.
struct OutputFiles: ~Copyable {
    enum Stream {
        case output, error
    }

    private var output: Descriptor?
    private var error: Descriptor?

    /// Outputs up to this size are copied.
    private static let small = 128 << 10

    /// Two empty files, which stay ours.
    mutating func prepare() throws(ExecutorFailure) -> (output: CInt, error: CInt) {
        (try Self.empty(&output, "assay-stdout"), try Self.empty(&error, "assay-stderr"))
    }

    /// What was written, at most `limit` of it.
    mutating func take(_ stream: Stream, length: Int, limit: ByteCount) throws(ExecutorFailure) -> any ByteSource {
        switch stream {
        case .output: try Self.take(&output, length: min(length, limit.bytes))
        case .error: try Self.take(&error, length: min(length, limit.bytes))
        }
    }

    private static func empty(_ file: inout Descriptor?, _ name: String) throws(ExecutorFailure) -> CInt {
        do throws(Errno) {
            let current = if let kept = file.take() { kept } else { try MemoryFile.make(name) }
            try current.rewindEmpty()
            let number = current.number
            file = consume current
            return number
        } catch {
            throw ExecutorFailure(operation: "empty an output file", subject: name, cause: "\(error)")
        }
    }

    private static func take(_ file: inout Descriptor?, length: Int) throws(ExecutorFailure) -> any ByteSource {
        if length == 0 { return MemoryBytes.empty }
        guard let current = file.take() else { return MemoryBytes.empty }
        guard length <= small else { return MemoryFileBytes(current, byteCount: length) }
        do throws(Errno) {
            let bytes = try current.read(at: 0, upTo: length)
            file = consume current
            return MemoryBytes(bytes)
        } catch {
            throw ExecutorFailure(operation: "read an output", subject: "memory file", cause: "\(error)")
        }
    }
}

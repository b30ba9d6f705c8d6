internal import CZlib

/// zlib's decompressor of raw deflate: the one place that touches C memory.
struct Inflater: ~Copyable {
    // zlib keeps a pointer to its stream, so the stream must stay where it is: an allocation of our own.
    private let stream: UnsafeMutablePointer<z_stream>
    private var isFinished = false
    /// Why nothing can be unpacked: no memory, or another zlib than the one this was built with; nil when all is well.
    let failure: String?

    init() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let version = ZLIB_VERSION
        let size = CInt(MemoryLayout<z_stream>.size)
        switch inflateInit2_(stream, -15, version, size) {
        case Z_OK: failure = nil
        case Z_VERSION_ERROR: failure = "the host's zlib is another than the \(version) that this was built with"
        default: failure = "there is no memory for unpacking"
        }
    }

    deinit {
        _ = inflateEnd(stream)
        stream.deallocate()
    }

    /// Whether the end of the compressed data was seen.
    var isAtEnd: Bool { isFinished }

    /// Gives what `packed` unpacks to, in pieces of at most 64 KiB; false when it is no deflate data, or when `body` says
    /// that it is enough.
    mutating func inflate(_ packed: [UInt8], _ body: ([UInt8]) -> Bool) -> Bool {
        if failure != nil { return false }
        if packed.isEmpty { return true }
        let stream = stream
        var finished = isFinished
        let isGood = packed.withUnsafeBufferPointer { buffer in
            if finished { return false }
            stream.pointee.next_in = UnsafeMutablePointer(mutating: buffer.baseAddress)
            stream.pointee.avail_in = UInt32(buffer.count)
            while true {
                var status: CInt = Z_OK
                let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { output, count in
                    stream.pointee.next_out = output.baseAddress
                    stream.pointee.avail_out = UInt32(output.count)
                    status = CZlib::inflate(stream, Z_NO_FLUSH)
                    count = output.count - Int(stream.pointee.avail_out)
                }
                if !piece.isEmpty, !body(piece) { return false }
                switch status {
                case Z_STREAM_END:
                    finished = true
                    // Bytes behind the end would be hidden from everybody else who reads the file.
                    return stream.pointee.avail_in == 0
                case Z_OK where stream.pointee.avail_in > 0 || stream.pointee.avail_out == 0: continue
                case Z_OK, Z_BUF_ERROR: return true
                default: return false
                }
            }
        }
        isFinished = finished
        return isGood
    }
}

/// The checksum of zip files.
struct CRC32 {
    private(set) var value: UInt32 = 0

    mutating func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { buffer in
            value = UInt32(truncatingIfNeeded: crc32(UInt(value), buffer.baseAddress, UInt32(buffer.count)))
        }
    }
}

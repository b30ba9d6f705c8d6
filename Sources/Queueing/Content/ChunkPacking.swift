internal import CZlib

/// How a chunk is packed: one byte that says how, then the bytes.
///
/// What does not get smaller is stored as it is.
enum ChunkPacking {
    private static let plain: UInt8 = 0
    private static let deflated: UInt8 = 1

    static func pack(_ bytes: [UInt8]) -> [UInt8] {
        var length = compressBound(UInt(bytes.count))
        var status = Z_OK
        let packed = unsafe [UInt8](unsafeUninitializedCapacity: Int(length) + 1) { output, count in
            unsafe output[0] = deflated
            // Level 1: packages are mostly text and zips, and the queue must not become the slow part.
            unsafe status = bytes.withUnsafeBufferPointer { input in
                unsafe compress2(
                    output.baseAddress.map { unsafe $0 + 1 },
                    &length,
                    input.baseAddress,
                    UInt(input.count),
                    1
                )
            }
            count = status == Z_OK ? Int(length) + 1 : 0
        }
        return packed.isEmpty || packed.count > bytes.count ? [plain] + bytes : packed
    }

    /// The chunk that was packed as `packed`; nil when it is damaged, or has not `length` bytes.
    static func unpack(_ packed: [UInt8], length: Int) -> [UInt8]? {
        switch packed.first {
        case plain:
            return packed.count == length + 1 ? Array(packed.dropFirst()) : nil
        case deflated:
            var status = Z_OK
            let bytes = unsafe [UInt8](unsafeUninitializedCapacity: max(1, length)) { output, count in
                var produced = UInt(max(1, length))
                unsafe status = packed.withUnsafeBufferPointer { input in
                    unsafe uncompress(
                        output.baseAddress,
                        &produced,
                        input.baseAddress.map { unsafe $0 + 1 },
                        UInt(input.count - 1)
                    )
                }
                count = status == Z_OK ? Int(produced) : 0
            }
            return status == Z_OK && bytes.count == length ? bytes : nil
        default:
            return nil
        }
    }
}

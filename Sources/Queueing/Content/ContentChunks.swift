/// The chunks in which content is stored.
public enum ContentChunks {
    /// The bytes of every chunk but the last one, before it is packed.
    public static let size = 1 << 20

    /// How many chunks content of that many bytes has; the empty content has one, which is empty.
    public static func count(byteCount: Int) -> Int { max(1, (byteCount + size - 1) / size) }

    /// The bytes of the chunk of that number, counted from 0, in content of that many bytes.
    public static func length(of number: Int, byteCount: Int) -> Int {
        max(0, min(size, byteCount - number * size))
    }
}

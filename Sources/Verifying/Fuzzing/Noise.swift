/// Bytes that look random and are the same every time.
struct Noise {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// The next number (splitmix64).
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// So many bytes within `range`.
    mutating func bytes(_ count: Int, in range: ClosedRange<UInt8> = 0...255) -> [UInt8] {
        let width = UInt64(range.upperBound - range.lowerBound) + 1
        return (0..<count).map { _ in range.lowerBound + UInt8(next() % width) }
    }
}

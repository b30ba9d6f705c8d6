/// Numbers in bytes, the lowest byte first.
extension Array where Element == UInt8 {
    /// The two-byte number at `offset`, which must be in the array.
    func number16(at offset: Int) -> Int { Int(self[offset]) | Int(self[offset + 1]) << 8 }

    /// The four-byte number at `offset`, which must be in the array.
    func number32(at offset: Int) -> Int { number16(at: offset) | number16(at: offset + 2) << 16 }

    /// The eight-byte number at `offset`, which must be in the array; nil above what files can have.
    func number64(at offset: Int) -> Int? {
        let high = number32(at: offset + 4)
        return high < 1 << 20 ? number32(at: offset) | high << 32 : nil
    }
}

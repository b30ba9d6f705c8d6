internal import Glibc

/// Numbers out of the kernel's small text files, read again and again without any allocation.
public enum KernelNumber {
    /// The number behind `key` at the start of a line of the open file; nil when there is no such line.
    ///
    /// - Parameters:
    ///   - key: With the space or colon behind it; empty for a file that is just a number.
    ///   - file: Read from its start, in one `pread`(2).
    ///   - limit: How much of it is looked at, in bytes.
    /// - Returns: the number.
    /// - Throws: the errno of `pread`(2).
    public static func read(_ key: StaticString = "", from file: CInt, upTo limit: Int = 512) throws(Errno) -> Int? {
        var failure: Errno?
        let result = withUnsafeTemporaryAllocation(byteCount: limit, alignment: 8) { buffer -> Int? in
            let count = pread(file, buffer.baseAddress, limit, 0)
            guard count >= 0 else {
                failure = .last
                return nil
            }
            return number(after: key, in: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
        if let failure { throw failure }
        return result
    }

    /// The same of a figure that must be there: without it a limit would never be reached.
    ///
    /// - Throws: EBADMSG when it is not.
    public static func require(
        _ key: StaticString = "",
        from file: CInt,
        upTo limit: Int = 512
    ) throws(Errno) -> Int {
        guard let number = try read(key, from: file, upTo: limit) else { throw Errno(EBADMSG) }
        return number
    }

    /// The number behind `key` at the start of a line of `text`; nil where there is none that an `Int` holds.
    package static func number(after key: StaticString, in text: UnsafeRawBufferPointer) -> Int? {
        let length = key.utf8CodeUnitCount
        var start = 0
        while start < text.count {
            var end = start
            while end < text.count, text[end] != UInt8(ascii: "\n") { end += 1 }
            if end - start > length, isAt(start, key, text) {
                return value(of: UnsafeRawBufferPointer(rebasing: text[(start + length)..<end]))
            }
            start = end + 1
        }
        return nil
    }

    private static func isAt(_ start: Int, _ key: StaticString, _ text: UnsafeRawBufferPointer) -> Bool {
        key.withUTF8Buffer { letters in
            letters.indices.allSatisfy { text[start + $0] == letters[$0] }
        }
    }

    private static func value(of digits: UnsafeRawBufferPointer) -> Int? {
        var value: Int?
        for byte in digits.drop(while: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { break }
            let (tenfold, isTooLarge) = (value ?? 0).multipliedReportingOverflow(by: 10)
            let (sum, isTooLargeNow) = tenfold.addingReportingOverflow(Int(byte - UInt8(ascii: "0")))
            if isTooLarge || isTooLargeNow { return nil }
            value = sum
        }
        return value
    }
}

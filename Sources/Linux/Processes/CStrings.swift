internal import Glibc

/// NUL-terminated copies of texts, in one block, with the NULL-terminated list of pointers that `execve`(2) wants.
public final class CStrings {
    private let block: UnsafeMutablePointer<CChar>
    private let pointers: UnsafeMutablePointer<UnsafePointer<CChar>?>

    /// Copies `texts`.
    ///
    /// A text ends at its first NUL.
    public init(_ texts: [String]) {
        block = .allocate(capacity: texts.reduce(1) { $0 + $1.utf8.count + 1 })
        pointers = .allocate(capacity: texts.count + 1)
        var next = block
        for (index, text) in texts.enumerated() {
            pointers[index] = UnsafePointer(next)
            for byte in text.utf8 {
                next.pointee = CChar(bitPattern: byte)
                next += 1
            }
            next.pointee = 0
            next += 1
        }
        pointers[texts.count] = nil
    }

    deinit {
        block.deallocate()
        pointers.deallocate()
    }

    /// The list, as long as this object lives.
    public var list: UnsafePointer<UnsafePointer<CChar>?> { UnsafePointer(pointers) }

    /// The copy of the text at `index`, as long as this object lives.
    public func pointer(_ index: Int) -> UnsafePointer<CChar>? { pointers[index] }

    /// Calls `body` with the list.
    public func withPointers<Result>(_ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result) -> Result {
        withExtendedLifetime(self) { body(list) }
    }
}

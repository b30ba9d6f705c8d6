extension [UInt8] {
    /// The lines, each ended by a carriage return or a line feed alone.
    func dmojLines(withEmpty: Bool = false) -> [ArraySlice<UInt8>] {
        split(omittingEmptySubsequences: !withEmpty) { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    }
}

extension ArraySlice<UInt8> {
    /// What whitespace separates.
    var tokens: [ArraySlice<UInt8>] { split(whereSeparator: \.isSpace) }

    var withoutSpaceAtEnd: ArraySlice<UInt8> {
        var slice = self
        while let last = slice.last, last.isSpace { slice.removeLast() }
        return slice
    }

    var withoutSpaceAtEnds: ArraySlice<UInt8> { withoutSpaceAtEnd.drop(while: \.isSpace) }

    /// The number that Python reads in it, also one that is infinite or none; nil where it reads none.
    var pythonFloat: Double? {
        // Swift reads hexadecimal numbers as well.
        guard !contains(where: { $0.folded == UInt8(ascii: "x") }) else { return nil }
        return Double(String(decoding: self, as: UTF8.self))
    }
}

extension [ArraySlice<UInt8>] {
    /// Whether it comes before `other`, as Python sorts lists.
    func precedes(_ other: [ArraySlice<UInt8>]) -> Bool {
        lexicographicallyPrecedes(other) { $0.lexicographicallyPrecedes($1) }
    }
}

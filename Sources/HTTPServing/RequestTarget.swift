/// What a request is about: its path and its query, taken apart and decoded.
///
/// A path is cut at its slashes before it is decoded, so that an encoded slash never makes two parts of one. What cannot
/// be decoded to text without control characters is no target.
public struct RequestTarget: Hashable, Sendable {
    /// The parts of the path between its slashes: none for `/`, and an empty one behind a slash at its end.
    public var parts: [String]
    /// The parameters in their order.
    public var query: [Parameter]

    /// One parameter of a query.
    public struct Parameter: Hashable, Sendable {
        /// Its name.
        public var name: String
        /// Its value; empty where it has none.
        public var value: String
    }

    /// The path in one piece, with its parts decoded, for messages.
    public var path: String { "/" + parts.joined(separator: "/") }

    /// The last value of the parameter of that name.
    public subscript(_ name: String) -> String? { query.last { $0.name == name }?.value }

    /// The target as it stands in a request's first line; nil when it is none.
    ///
    /// That may be a path, a whole `http` URL (RFC 9112, section 3.2.2), or `*`, which has the one part `*`.
    public init?(_ text: [UInt8]) {
        var rest = text[...]
        if text == [UInt8(ascii: "*")] {
            parts = ["*"]
            query = []
            return
        }
        if rest.first != UInt8(ascii: "/") {
            guard let origin = Self.afterAuthority(rest) else { return nil }
            rest = origin
        }
        guard !rest.contains(UInt8(ascii: "#")) else { return nil }
        let mark = rest.firstIndex(of: UInt8(ascii: "?")) ?? rest.endIndex
        var parts: [String] = []
        for part in rest[..<mark].dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard let decoded = Self.decode(part, plusIsSpace: false) else { return nil }
            parts.append(decoded)
        }
        self.parts = parts == [""] ? [] : parts
        query = []
        for pair in rest[mark...].dropFirst().split(separator: UInt8(ascii: "&")) {
            let equal = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            guard let name = Self.decode(pair[..<equal], plusIsSpace: true),
                let value = Self.decode(pair[equal...].dropFirst(), plusIsSpace: true)
            else { return nil }
            query.append(Parameter(name: name, value: value))
        }
    }

    private static func afterAuthority(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let lowered = text.prefix(8).map { (65...90).contains($0) ? $0 + 32 : $0 }
        let scheme = ["http://", "https://"].first { lowered.starts(with: $0.utf8) }
        guard let scheme else { return nil }
        let rest = text.dropFirst(scheme.utf8.count)
        let end = rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? rest.endIndex
        guard end != rest.startIndex else { return nil }
        return rest[end...].first == UInt8(ascii: "/") ? rest[end...] : [UInt8(ascii: "/")] + rest[end...]
    }

    /// The text that `bytes` encode; nil for wrong escapes, what is no UTF-8, and control characters.
    static func decode(_ bytes: ArraySlice<UInt8>, plusIsSpace: Bool) -> String? {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var place = bytes.startIndex
        while place < bytes.endIndex {
            var byte = bytes[place]
            place += 1
            // Outside of escapes a target is printable ASCII.
            guard byte > 32, byte < 127 else { return nil }
            if byte == UInt8(ascii: "%") {
                guard place + 1 < bytes.endIndex, let high = digit(bytes[place]), let low = digit(bytes[place + 1])
                else {
                    return nil
                }
                byte = high << 4 | low
                place += 2
                guard byte >= 32, byte != 127 else { return nil }
            } else if byte == UInt8(ascii: "+"), plusIsSpace {
                byte = 32
            }
            decoded.append(byte)
        }
        return String(validating: decoded, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}

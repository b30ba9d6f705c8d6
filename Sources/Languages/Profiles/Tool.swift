/// A program of a toolchain, and where it may be found.
public struct Tool: Hashable, Sendable {
    /// What templates call it, as in `{gcc}`.
    public var name: String
    /// Where to look, in order: absolute paths, paths below the home directory (`~/…`), both with `*`, and bare names.
    public var candidates: [String]
    /// How many directories above the program its installation begins, for one that is found outside `/usr`:
    /// 2 for `/opt/swift/usr/bin/swiftc`, whose installation is `/opt/swift/usr`; 0 for a program that needs no other file.
    public var depth: Int
}

/// How a toolchain is asked for its version.
public struct VersionQuery: Sendable {
    /// The program and its arguments.
    public var command: [Template]
    /// The text after which the version stands; nil when it is the first number.
    public var marker: String?
}

extension VersionQuery {
    /// The version in what the program printed; nil when there is none.
    func version(in output: String) -> String? {
        var rest = Array(output.utf8)[...]
        if let marker {
            let marker = Array(marker.utf8)
            guard let place = rest.indices.first(where: { rest[$0...].starts(with: marker) }) else { return nil }
            rest = rest[(place + marker.count)...]
        }
        let isDigit: (UInt8) -> Bool = { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        rest = rest.drop { !isDigit($0) }.prefix { isDigit($0) || $0 == UInt8(ascii: ".") }
        while rest.last == UInt8(ascii: ".") { rest = rest.dropLast() }
        return rest.isEmpty ? nil : String(decoding: rest, as: UTF8.self)
    }
}

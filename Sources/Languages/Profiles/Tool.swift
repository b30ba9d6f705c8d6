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

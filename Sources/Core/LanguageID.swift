/// The canonical id of a language profile: a Kattis code such as `cpp`, or one with a version, such as `cpp20`.
public struct LanguageID: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The id as written on command lines and in reports.
    public let rawValue: String

    /// The id written `rawValue`.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The id written `value`.
    public init(_ value: String) { rawValue = value }

    /// The id written as a literal.
    public init(stringLiteral value: String) { rawValue = value }

    /// The id as written.
    public var description: String { rawValue }
}

extension LanguageID {
    /// What is handed in where answers are asked for, and no program: nothing compiles or runs it.
    public static let answers: LanguageID = "answers"
}

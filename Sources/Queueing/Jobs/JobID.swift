/// What a job is called: sixteen random hexadecimal digits, so that nobody guesses another's.
public struct JobID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The id as it is written.
    public let rawValue: String

    /// The id written `rawValue`, which need not exist.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// An id that nobody has.
    public static func random() -> JobID { JobID(rawValue: Hexadecimal.random(digits: 16)) }

    /// The id as it is written.
    public var description: String { rawValue }
}

/// What proves that a job is leased to whoever shows it; never given to anybody else, and never twice.
public struct LeaseToken: RawRepresentable, Hashable, Sendable {
    /// The token as it is stored.
    public let rawValue: String

    /// The token written `rawValue`.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A token that nobody can guess.
    public static func random() -> LeaseToken { LeaseToken(rawValue: Hexadecimal.random(digits: 32)) }
}

/// What one start of a worker is called; a worker that is started anew is another one.
public struct WorkerID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The id as it is written.
    public let rawValue: String

    /// The id written `rawValue`.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// An id that nobody has.
    public static func random() -> WorkerID { WorkerID(rawValue: Hexadecimal.random(digits: 16)) }

    /// The id as it is written.
    public var description: String { rawValue }
}

/// Random numbers in hexadecimal.
enum Hexadecimal {
    static func random(digits count: Int) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var result: [UInt8] = []
        while result.count < count {
            // The system's generator: fit for tokens that must not be guessed.
            var bits = UInt64.random(in: .min ... .max)
            for _ in 0..<min(16, count - result.count) {
                result.append(digits[Int(bits & 15)])
                bits >>= 4
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

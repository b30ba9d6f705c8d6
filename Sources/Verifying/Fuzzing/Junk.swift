/// What is no input of any problem, and no output either.
struct Junk: Sendable {
    /// What it is, as in `random bytes`.
    let name: String
    let bytes: [UInt8]

    /// What no validator should accept.
    static let all: [Junk] = {
        var noise = Noise(seed: 0x6173_7361_79)
        return [
            Junk(name: "an empty file", bytes: []),
            Junk(name: "1024 random bytes", bytes: noise.bytes(1024)),
            Junk(name: "all printable characters", bytes: Array(32...126)),
            Junk(name: "200 random printable characters", bytes: noise.bytes(200, in: 32...126)),
        ]
    }()

    /// Small outputs that a validator must survive, whatever it thinks of them.
    static let tiny: [Junk] = {
        let texts = [
            "-1", "0", "1", "2147483647", "2147483648", "-2147483649", "9223372036854775808", "1.0", "-1.0", "1e999",
            "a", "NaN", "inf", "-inf", "(", ")", "{", "}", "[", "]", "<", ">", "1/0", "1 / 0", "\u{1F600}", "\n", " ",
            "''", "\"", "%s%n", "0x10",
        ]
        let odd: [(String, [UInt8])] = [("a NUL byte", [0]), ("the byte 0x80", [0x80])]
        return texts.map { Junk(name: "\"\($0 == "\n" ? "\\n" : $0)\"", bytes: Array($0.utf8)) }
            + odd.map { Junk(name: $0.0, bytes: $0.1) }
    }()
}

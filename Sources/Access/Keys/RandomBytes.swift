/// Bytes that nobody can guess.
public enum RandomBytes {
    /// So many bytes of the system's generator, which is `getrandom`(2).
    public static func take(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// So many lower-case letters and digits that are not mistaken for each other when read aloud.
    public static func name(_ count: Int) -> String {
        let letters = Array("abcdefghjkmnpqrstuvwxyz23456789".utf8)
        return String(decoding: (0..<count).map { _ in letters[Int.random(in: 0..<letters.count)] }, as: UTF8.self)
    }
}

internal import Linux
internal import Queueing

/// What a worker says of itself while it works: a line for each thing that happens.
///
/// Ids, verdicts, times and our own failures are told; never source code, what programs wrote, or how databases are
/// logged in to.
public struct WorkerLog: Sendable {
    /// How lines are written.
    public enum Format: String, Sendable, CaseIterable {
        /// `2025-08-09T10:11:12Z info finished job=… verdict=AC`.
        case text
        /// An object with `time`, `level`, `event`, and the rest.
        case json
    }

    /// How much it matters.
    public enum Level: String, Sendable {
        case info, warning, error
    }

    /// What a line says beside its event.
    public enum Field: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
        case text(String)
        case number(Int)
        /// Three decimals.
        case seconds(Duration)

        /// A text written as a literal.
        public init(stringLiteral text: String) { self = .text(text) }
        /// A number written as a literal.
        public init(integerLiteral number: Int) { self = .number(number) }
    }

    /// How its lines are written.
    public let format: Format
    private let write: @Sendable (String) -> Void

    /// A log in that format; `write` gets whole lines with their ends.
    public init(_ format: Format, write: @escaping @Sendable (String) -> Void) {
        self.format = format
        self.write = write
    }

    /// Says that `event` has happened.
    public func say(_ event: String, _ fields: KeyValuePairs<String, Field> = [:], level: Level = .info) {
        switch format {
        case .text:
            let rest = fields.map { " \($0.key)=\(Self.plain($0.value))" }.joined()
            write("\(Clock.utc) \(level.rawValue) \(event)\(rest)\n")
        case .json:
            let rest = fields.map { ",\(Self.quoted($0.key)):\(Self.json($0.value))" }.joined()
            write(
                "{\"time\":\"\(Clock.utc)\",\"level\":\"\(level.rawValue)\",\"event\":\(Self.quoted(event))\(rest)}\n"
            )
        }
    }

    private static func plain(_ field: Field) -> String {
        guard case .text(let text) = field else { return json(field) }
        // Words that tell themselves need no quotes.
        let isWord = !text.isEmpty && text.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != 34 && $0 != 61 }
        return isWord ? text : quoted(text)
    }

    private static func json(_ field: Field) -> String {
        switch field {
        case .text(let text): return quoted(text)
        case .number(let number): return String(number)
        case .seconds(let duration):
            let milliseconds = max(0, duration.inMilliseconds)
            let rest = String(milliseconds % 1000)
            return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
        }
    }

    /// Every control character is escaped, so that one line stays one, and no terminal is steered.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 34: result += "\\\""
            case 92: result += "\\\\"
            case 0..<32, 127..<160, 0x202A...0x202E, 0x2066...0x2069:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

import CLI
import Core
import FoundationEssentials
import Testing

@Suite struct JSONTests {
    /// Any JSON, to look at its fields.
    enum Value: Decodable, Equatable {
        case null, bool(Bool), number(Double), text(String)
        case list([Value])
        case object([String: Value])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .null
            } else if let value = try? container.decode(Bool.self) {
                self = .bool(value)
            } else if let value = try? container.decode(Double.self) {
                self = .number(value)
            } else if let value = try? container.decode(String.self) {
                self = .text(value)
            } else if let value = try? container.decode([Value].self) {
                self = .list(value)
            } else {
                self = .object(try container.decode([String: Value].self))
            }
        }

        subscript(key: String) -> Value? {
            guard case .object(let fields) = self else { return nil }
            return fields[key]
        }

        var keys: Set<String> {
            guard case .object(let fields) = self else { return [] }
            return Set(fields.keys)
        }
    }

    private func decode(_ value: some Encodable) throws -> Value {
        let line = try JSONLine.bytes(of: value)
        #expect(line.last == 10)
        #expect(line.dropLast().allSatisfy { $0 != 10 })
        return try JSONDecoder().decode(Value.self, from: Data(line))
    }

    @Test func `what would steer a terminal is escaped, and read as it was written`() throws {
        let text = "\u{1B}[2J\u{7F}\u{9B}2J\u{202E}grüß \u{2069}é—\0"
        let line = String(decoding: try JSONLine.bytes(of: [text]), as: UTF8.self)
        #expect(line.unicodeScalars.dropLast().allSatisfy { VisibleText.line(String($0)) == String($0) }, "\(line)")
        #expect(line.contains("grüß") && line.contains("é—"))
        #expect(try JSONDecoder().decode([String].self, from: Data(line.utf8)) == [text])
    }

    @Test func `has every field of a report, null where there is no value`() throws {
        let json = try decode(Reports.wrong)
        #expect(
            json.keys.isSuperset(of: [
                "schema", "submission", "verdict", "reason", "score", "maxScore", "compile", "tests", "cpuTime",
                "peakMemory", "timing",
            ])
        )
        #expect(json["schema"] == .number(1))
        #expect(json["score"] == .null)
        #expect(json["reason"] == .text("differs"))
        #expect(json["cpuTime"] == .number(1.1))
        #expect(json["submission"]?.keys == ["id", "problem", "language", "files", "sha256"])
        #expect(
            json["compile"]?.keys
                == ["ok", "cached", "cpuTime", "wallTime", "peakMemory", "diagnostics", "truncated"]
        )
        #expect(json["timing"]?.keys == ["queued", "compile", "run", "total"])
        guard case .list(let tests)? = json["tests"] else { throw Missing() }
        for test in tests {
            #expect(
                test.keys.isSuperset(of: [
                    "name", "verdict", "reason", "cpuTime", "wallTime", "peakMemory", "exitCode", "signal", "score",
                    "message",
                ])
            )
        }
        #expect(tests[2]["verdict"] == .text("SK"))
        #expect(tests[2]["cpuTime"] == .null)
    }

    @Test func `has the reason of an accepted report as null`() throws {
        #expect(try decode(Reports.accepted)["reason"] == .null)
    }

    @Test func `sorts fields and escapes nothing without need`() throws {
        let line = String(decoding: try JSONLine.bytes(of: ["b": "x/ü", "a": "\n"]), as: UTF8.self)
        #expect(line == #"{"a":"\n","b":"x/ü"}"# + "\n")
    }

    struct Missing: Error {}
}

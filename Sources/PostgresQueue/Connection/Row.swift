/// A row of an answer, whose columns are read by their places.
struct Row {
    /// As the server sent them, in text; nil: NULL.
    let columns: [[UInt8]?]

    func isNull(_ place: Int) -> Bool { columns[place] == nil }

    func text(_ place: Int) throws(PostgresFailure) -> String {
        guard let text = try optionalText(place) else { throw unexpected(place, "a text") }
        return text
    }

    func optionalText(_ place: Int) throws(PostgresFailure) -> String? {
        columns[place].map { String(decoding: $0, as: UTF8.self) }
    }

    func int(_ place: Int) throws(PostgresFailure) -> Int {
        guard let number = try optionalInt(place) else { throw unexpected(place, "a number") }
        return number
    }

    func optionalInt(_ place: Int) throws(PostgresFailure) -> Int? {
        guard let bytes = columns[place] else { return nil }
        guard let number = Int(String(decoding: bytes, as: UTF8.self)) else { throw unexpected(place, "a number") }
        return number
    }

    func optionalReal(_ place: Int) throws(PostgresFailure) -> Double? {
        guard let bytes = columns[place] else { return nil }
        guard let number = Double(String(decoding: bytes, as: UTF8.self)) else { throw unexpected(place, "a number") }
        return number
    }

    func flag(_ place: Int) throws(PostgresFailure) -> Bool {
        guard let byte = columns[place]?.first else { throw unexpected(place, "true or false") }
        return byte == UInt8(ascii: "t")
    }

    /// The bytes of a `bytea`, which the server writes in hexadecimal.
    func bytes(_ place: Int) throws(PostgresFailure) -> [UInt8] {
        guard let text = columns[place], text.starts(with: #"\x"#.utf8), text.count % 2 == 0 else {
            throw unexpected(place, "bytes")
        }
        var result: [UInt8] = []
        result.reserveCapacity(text.count / 2 - 1)
        for place in stride(from: 2, to: text.count, by: 2) {
            result.append(Self.digit(text[place]) << 4 | Self.digit(text[place + 1]))
        }
        return result
    }

    private static func digit(_ character: UInt8) -> UInt8 {
        character > 57 ? (character | 32) - 87 : character - 48
    }

    private func unexpected(_ place: Int, _ wanted: String) -> PostgresFailure {
        let found = columns[place].map { String(decoding: $0.prefix(40), as: UTF8.self) } ?? "NULL"
        return .reported(
            ServerReport(
                code: "XX000",
                message: "column \(place) of an answer is '\(found)', not \(wanted)",
                constraint: ""
            )
        )
    }
}

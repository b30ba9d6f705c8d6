internal import CSQLite
internal import Queueing

/// What is bound to a statement.
enum Value {
    case integer(Int)
    case real(Double)
    case text(String)
    case blob([UInt8])
    case null

    static func optional(_ text: String?) -> Value { text.map(Value.text) ?? .null }
    static func optional(_ number: Int?) -> Value { number.map(Value.integer) ?? .null }
    static func optional(_ number: Double?) -> Value { number.map(Value.real) ?? .null }
    static func moment(_ time: Timestamp) -> Value { .integer(time.milliseconds) }
    static func moment(_ time: Timestamp?) -> Value { optional(time?.milliseconds) }
    static func flag(_ flag: Bool) -> Value { .integer(flag ? 1 : 0) }

    fileprivate func bind(to statement: OpaquePointer, _ place: CInt) -> CInt {
        switch self {
        case .integer(let number): return sqlite3_bind_int64(statement, place, Int64(number))
        case .real(let number): return sqlite3_bind_double(statement, place, number)
        case .text(var text):
            return text.withUTF8 { bytes in
                // No bytes have no address, which would be NULL.
                guard let start = bytes.baseAddress else { return assay_bind_text(statement, place, "", 0) }
                return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                    assay_bind_text(statement, place, $0, CInt(bytes.count))
                }
            }
        case .blob(let bytes):
            if bytes.isEmpty { return sqlite3_bind_zeroblob(statement, place, 0) }
            return bytes.withUnsafeBytes { assay_bind_blob(statement, place, $0.baseAddress, CInt($0.count)) }
        case .null: return sqlite3_bind_null(statement, place)
        }
    }
}

/// The row that a statement stands at; of use only until the statement goes on.
struct Row {
    fileprivate let statement: OpaquePointer

    func integer(_ column: CInt) -> Int { Int(sqlite3_column_int64(statement, column)) }
    func real(_ column: CInt) -> Double { sqlite3_column_double(statement, column) }
    func isNull(_ column: CInt) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }
    func flag(_ column: CInt) -> Bool { integer(column) != 0 }
    func moment(_ column: CInt) -> Timestamp { Timestamp(milliseconds: integer(column)) }

    func text(_ column: CInt) -> String {
        guard let start = sqlite3_column_text(statement, column) else { return "" }
        let count = Int(sqlite3_column_bytes(statement, column))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func blob(_ column: CInt) -> [UInt8] {
        guard let start = sqlite3_column_blob(statement, column) else { return [] }
        return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
    }

    func optionalInteger(_ column: CInt) -> Int? { isNull(column) ? nil : integer(column) }
    func optionalReal(_ column: CInt) -> Double? { isNull(column) ? nil : real(column) }
    func optionalText(_ column: CInt) -> String? { isNull(column) ? nil : text(column) }
    func optionalMoment(_ column: CInt) -> Timestamp? { isNull(column) ? nil : moment(column) }
}

extension Connection {
    /// Carries out a statement that gives no rows, and gives how many rows it has changed.
    @discardableResult
    func run(_ sql: String, _ values: Value...) throws(QueueError) -> Int {
        try each(sql, values) { _ in true }
        return Int(sqlite3_changes64(handle))
    }

    /// The first row of what a statement gives; nil where there is none.
    func first<Result>(
        _ sql: String,
        _ values: Value...,
        take: (Row) throws(QueueError) -> Result
    ) throws(QueueError) -> Result? {
        var result: Result?
        try each(sql, values) { (row) throws(QueueError) in
            result = try take(row)
            return false
        }
        return result
    }

    /// All rows of what a statement gives.
    func all<Result>(
        _ sql: String,
        _ values: Value...,
        take: (Row) throws(QueueError) -> Result
    ) throws(QueueError) -> [Result] {
        try all(sql, values: values, take: take)
    }

    /// All rows of what a statement gives.
    func all<Result>(
        _ sql: String,
        values: [Value],
        take: (Row) throws(QueueError) -> Result
    ) throws(QueueError) -> [Result] {
        var results: [Result] = []
        try each(sql, values) { (row) throws(QueueError) in
            results.append(try take(row))
            return true
        }
        return results
    }

    /// Gives each row to `take`, until that says that it is enough.
    func each(
        _ sql: String,
        _ values: [Value],
        take: (Row) throws(QueueError) -> Bool
    ) throws(QueueError) {
        let statement = try prepared(sql)
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        for (index, value) in values.enumerated() {
            try check(value.bind(to: statement, CInt(index + 1)), doing: Self.operation(sql))
        }
        while true {
            let code = sqlite3_step(statement)
            switch code {
            case SQLITE_ROW: if try !take(Row(statement: statement)) { return }
            case SQLITE_DONE: return
            default: throw failure(code, doing: Self.operation(sql))
            }
        }
    }
}

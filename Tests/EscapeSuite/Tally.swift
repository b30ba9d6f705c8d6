/// What came of the rows, by class.
struct Tally: Sendable {
    /// What came of one row.
    struct Failure: Sendable {
        let row: String
        let lines: [String]
    }

    private(set) var rows: [RowClass: Int] = [:]
    private(set) var passed: [RowClass: Int] = [:]
    private(set) var hostChanges: [RowClass: Int] = [:]
    private(set) var failures: [Failure] = []

    /// Whether all rows met what they should, and the host is as it was.
    var isGood: Bool { failures.isEmpty }

    /// Adds what came of a row: what it met otherwise than expected, and what it changed on the host.
    mutating func add(_ row: Row, deviations: [String], changes: [String]) {
        rows[row.kind, default: 0] += 1
        if deviations.isEmpty, changes.isEmpty { passed[row.kind, default: 0] += 1 }
        hostChanges[row.kind, default: 0] += changes.count
        if !deviations.isEmpty || !changes.isEmpty {
            failures.append(Failure(row: row.name, lines: deviations + changes.map { "host changed: " + $0 }))
        }
    }

    /// Adds up with another round.
    mutating func add(_ other: Tally) {
        rows.merge(other.rows, uniquingKeysWith: +)
        passed.merge(other.passed, uniquingKeysWith: +)
        hostChanges.merge(other.hostChanges, uniquingKeysWith: +)
        failures += other.failures
    }

    /// The table by class, with a sum.
    var table: [String] {
        func line(_ title: String, _ numbers: [String]) -> String {
            let padded = numbers.map { String(repeating: " ", count: max(0, 14 - $0.count)) + $0 }
            return title + String(repeating: " ", count: max(1, 32 - title.count)) + padded.joined()
        }
        var lines = [line("class", ["rows", "passed", "host changes"])]
        for kind in RowClass.allCases where rows[kind] != nil {
            let numbers = [rows[kind], passed[kind], hostChanges[kind]].map { "\($0 ?? 0)" }
            lines.append(line(kind.title, numbers))
        }
        let sums = [rows, passed, hostChanges].map { "\($0.values.reduce(0, +))" }
        return lines + [line("all", sums)]
    }
}

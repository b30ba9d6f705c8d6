/// Faults and what they came to, by role and call.
struct FaultTable {
    private(set) var rows: [(fault: Fault, verdict: FaultVerdict)] = []

    mutating func add(_ fault: Fault, _ verdict: FaultVerdict) { rows.append((fault, verdict)) }

    /// How many faults came to what.
    struct Counts {
        var survived = 0, refused = 0, unreached = 0, broken = 0

        mutating func add(_ verdict: FaultVerdict) {
            switch verdict {
            case .survived: survived += 1
            case .refused: refused += 1
            case .unreached: unreached += 1
            case .broken: broken += 1
            }
        }
    }

    /// All of them.
    var counts: Counts {
        var counts = Counts()
        for row in rows { counts.add(row.verdict) }
        return counts
    }

    /// The table as text: a line for each call of each role, with an example of what was said.
    var text: String {
        var order: [String] = []
        var counts: [String: Counts] = [:]
        var examples: [String: String] = [:]
        for row in rows.sorted(by: { $0.fault.point < $1.fault.point }) {
            // The second box is made as the first.
            let role = String(row.fault.point.role.prefix { !$0.isNumber })
            let key = Self.padded(role, 10) + Self.padded(row.fault.point.name, 18)
            if counts[key] == nil { order.append(key) }
            counts[key, default: Counts()].add(row.verdict)
            if case .refused(let text) = row.verdict, examples[key] == nil { examples[key] = text }
        }
        let head = Self.padded("who", 10) + Self.padded("call", 18) + "right  error  not met  broken  as in"
        let lines = order.map { key in
            let count = counts[key] ?? Counts()
            let figures = [(count.survived, 5), (count.refused, 7), (count.unreached, 9), (count.broken, 8)]
            return key + figures.map { Self.right("\($0)", $1) }.joined() + "  " + (examples[key] ?? "")
        }
        return ([head] + lines).joined(separator: "\n")
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}

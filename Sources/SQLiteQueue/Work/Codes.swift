internal import Queueing

extension JobState {
    /// The state as the database has it; the schema's partial indexes are written for these numbers.
    var code: Int {
        switch self {
        case .queued: 0
        case .running: 1
        case .done: 2
        case .dead: 3
        case .cancelled: 4
        }
    }

    init(code: Int) throws(QueueError) {
        guard let state = JobState.allCases.first(where: { $0.code == code }) else {
            throw .machinery(operation: "read a job", detail: "there is no state \(code)")
        }
        self = state
    }
}

extension JobID {
    /// The id as the database has it; nil when it is none.
    var code: Int? {
        guard rawValue.utf8.count == 16, let bits = UInt(rawValue, radix: 16) else { return nil }
        // One way of writing only, or the same job would have several ids.
        return JobID(code: Int(bitPattern: bits)) == self ? Int(bitPattern: bits) : nil
    }

    init(code: Int) {
        let digits = String(UInt(bitPattern: code), radix: 16)
        self.init(rawValue: String(repeating: "0", count: 16 - digits.count) + digits)
    }
}

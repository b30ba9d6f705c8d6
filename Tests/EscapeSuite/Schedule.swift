/// Numbers that look random and are the same for the same seed, so that an order can be had again.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// The next one, by the generator splitmix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// In which order rows are carried out: two at a time, or one that takes both slots.
struct Schedule: Sendable {
    /// What is carried out at the same time.
    let steps: [[Row]]

    /// The rows in the order that belongs to the seed.
    init(_ rows: [Row], seed: UInt64) {
        var numbers = SeededNumbers(seed: seed)
        var steps: [[Row]] = []
        var waiting: Row?
        for row in rows.shuffled(using: &numbers) {
            if row.slots > 1 {
                steps.append([row])
            } else if let first = waiting {
                steps.append([first, row])
                waiting = nil
            } else {
                waiting = row
            }
        }
        if let waiting { steps.append([waiting]) }
        self.steps = steps
    }
}

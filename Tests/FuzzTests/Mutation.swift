/// Inputs made of others: by bits, by bytes, by numbers, by words, and by crossing two.
struct Mutation {
    private let words: [[UInt8]]
    private let longest: Int
    private var random: FuzzRandom

    init(words: [[UInt8]], longest: Int, seed: UInt64) {
        self.words = words
        self.longest = longest
        random = FuzzRandom(seed: seed)
    }

    /// An input out of one of `corpus`.
    mutating func next(from corpus: [[UInt8]]) -> [UInt8] {
        var input = corpus.randomElement(using: &random) ?? []
        for _ in 0...Int.random(in: 0..<6, using: &random) { change(&input, corpus) }
        return input.count > longest ? Array(input.prefix(longest)) : input
    }

    private mutating func place(in input: [UInt8]) -> Int { Int.random(in: 0...input.count, using: &random) }

    private mutating func range(in input: [UInt8]) -> Range<Int> {
        let start = place(in: input)
        return start..<min(input.count, start + Int.random(in: 0...16, using: &random))
    }

    private mutating func change(_ input: inout [UInt8], _ corpus: [[UInt8]]) {
        switch Int.random(in: 0..<10, using: &random) {
        case 0 where !input.isEmpty:
            input[Int.random(in: 0..<input.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1 where !input.isEmpty:
            input[Int.random(in: 0..<input.count, using: &random)] = .random(in: 0...255, using: &random)
        case 2:
            input.insert(.random(in: 0...255, using: &random), at: place(in: input))
        case 3:
            input.removeSubrange(range(in: input))
        case 4:
            let part = Array(input[range(in: input)])
            input.insert(contentsOf: part, at: place(in: input))
        case 5:
            // A number of eight bytes, as messages have them.
            let number = number()
            let bytes = (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
            let start = place(in: input) / 8 * 8
            input.replaceSubrange(start..<min(input.count, start + 8), with: bytes)
        case 6:
            let digits = Array("\(number())".utf8)
            input.insert(contentsOf: digits, at: place(in: input))
        case 7:
            let other = corpus.randomElement(using: &random) ?? []
            input = Array(input.prefix(place(in: input)) + other.suffix(place(in: other)))
        default:
            guard let word = words.randomElement(using: &random) else { return }
            if Bool.random(using: &random) {
                input.insert(contentsOf: word, at: place(in: input))
            } else {
                let start = place(in: input)
                input.replaceSubrange(start..<min(input.count, start + word.count), with: word)
            }
        }
    }

    private mutating func number() -> Int {
        let edges = [0, 1, -1, 8, 16, 127, 255, 256, 65_535, 1 << 31, 1 << 32, Int.max, Int.min, Int.max - 7]
        let edge = edges.randomElement(using: &random) ?? 0
        return Bool.random(using: &random) ? edge : Int.random(in: -70...70, using: &random)
    }
}

/// Random numbers that come again with their seed (SplitMix64).
struct FuzzRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
        return value ^ (value >> 31)
    }
}

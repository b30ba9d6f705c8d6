internal import Core
internal import Languages

/// What a row's program is given, and what has to come of it.
struct ConformanceTask: Sendable {
    /// What has to come of a program.
    enum Expectation: Sendable {
        /// It ends well and has written this.
        case output([UInt8])
        /// It ends with this exit code.
        case exit(code: Int)
        /// It fails in whatever way, and says something on standard error.
        case failure
        /// A signal ends it.
        case signal
        /// Its CPU time runs out.
        case timeLimit
        /// Its memory runs out.
        case memoryLimit
        /// The compile step refuses it, naming this line.
        case refusal(line: Int)
    }

    /// What it reads.
    var input: [UInt8] = []
    /// The limits, before the language's allowances.
    ///
    /// On a busy machine a program waits long for a processor: only what sleeps reaches the limit on the clock.
    var limits = Limits(wallTime: .seconds(90), output: .mebibytes(16))
    /// What has to come of it.
    var expectation: Expectation
    /// Whether the compile step has to say something though it accepts the program.
    var isWarned = false

    /// What is asked of the program of `row`.
    init(_ row: ConformanceRow) {
        switch row {
        case .hello, .files: expectation = .text("Hello, World!\n")
        case .sum: (input, expectation) = (Inputs.million.lines, .output(Inputs.million.sum))
        case .utf8:
            input = Array(Inputs.foreign.utf8)
            expectation = .text(Inputs.foreign + "žluťoučký kůň, καλημέρα, 日本語, 🙂\n")
        case .output: expectation = .output(Inputs.flood)
        case .input: (input, expectation) = (Inputs.lines, .text("\(Inputs.lineCount)\nline \(Inputs.lineCount)\n"))
        case .exit: expectation = .exit(code: 3)
        case .uncaught: expectation = .failure
        case .crash: expectation = .signal
        case .loop:
            limits.cpuTime = .seconds(1)
            expectation = .timeLimit
        case .memory:
            limits.memory = .mebibytes(256)
            limits.stack = limits.memory
            expectation = .memoryLimit
        case .deep: expectation = .text("100000\n")
        case .broken: expectation = .refusal(line: 3)
        case .threads: expectation = .text("6000\n")
        case .bigint:
            expectation = .text("30414093201713378043612608166064768844377641568960512000000000000\n")
        case .map: (input, expectation) = (Inputs.words.lines, .output(Inputs.words.answer))
        case .sort: (input, expectation) = (Inputs.unsorted.lines, .output(Inputs.unsorted.sorted))
        case .network: expectation = .text("no network\n")
        case .warnings:
            expectation = .text("Hello, World!\n")
            isWarned = true
        }
    }
}

extension ConformanceTask.Expectation {
    fileprivate static func text(_ text: String) -> Self { .output(Array(text.utf8)) }
}

/// What programs read, made once.
private enum Inputs {
    static let foreign = "Grüße, Ωμέγα\n世界 🌍 мир\n"
    static let lineCount = 12_345
    static let lines = (1...lineCount).flatMap { Array("line \($0)\n".utf8) }
    static let flood = Array(repeating: [UInt8](repeating: UInt8(ascii: "x"), count: 99) + [10], count: 100_000)
        .flatMap(\.self)

    static let million = {
        let values = Numbers.make(1_000_000)
        return (lines: Numbers.listed(values), sum: Array("\(values.reduce(0, +))\n".utf8))
    }()

    static let unsorted = {
        let values = Numbers.make(100_000)
        return (lines: Numbers.listed(values), sorted: Numbers.lines(values.sorted()))
    }()

    static let words = {
        var lines: [UInt8] = []
        var seen: Set<String> = []
        var judges = 0
        for (place, number) in Numbers.make(20_000).enumerated() {
            let isJudge = place % 137 == 5
            let word = isJudge ? "judge" : spelled(number.magnitude % 6000)
            judges += isJudge ? 1 : 0
            seen.insert(word)
            lines += Array(word.utf8) + [10]
        }
        return (lines: lines, answer: Array("\(seen.count)\n\(judges)\n".utf8))
    }()

    /// A word of letters for a number, with a `w` before it, so that it is never `judge`.
    private static func spelled(_ number: UInt) -> String {
        "w"
            + String(number, radix: 26).utf8.map { byte in
                let digit = byte <= UInt8(ascii: "9") ? byte - UInt8(ascii: "0") : byte - UInt8(ascii: "a") + 10
                return String(Unicode.Scalar(UInt8(ascii: "a") + digit))
            }.joined()
    }
}

/// Numbers that look random and are the same every time.
private enum Numbers {
    static func make(_ count: Int) -> [Int] {
        var state: UInt64 = 2_463_534_242
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % 1_999_999_999 - 999_999_999
        }
    }

    /// Their number, then they themselves, a line each.
    static func listed(_ values: [Int]) -> [UInt8] { lines([values.count]) + lines(values) }

    static func lines(_ values: [Int]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(values.count * 11)
        for value in values {
            result += String(value).utf8
            result.append(10)
        }
        return result
    }
}

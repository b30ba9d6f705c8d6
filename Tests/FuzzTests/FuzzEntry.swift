/// A parser of bytes that others have made, and what must hold of it for every input.
struct FuzzEntry: Sendable {
    /// What it is called on the command line; its corpus is the directory of that name.
    let name: String
    /// Words that inputs are made of.
    let words: [[UInt8]]
    /// Gives it an input.
    ///
    /// What must not be ends the process: a trap of Swift's, or a `precondition`.
    let run: @Sendable ([UInt8]) -> Void

    /// An entry whose inputs are made of texts.
    init(_ name: String, words: [String] = [], run: @escaping @Sendable ([UInt8]) -> Void) {
        self.init(name, words: words.map { Array($0.utf8) }, run: run)
    }

    /// An entry whose inputs are made of these words.
    init(_ name: String, words: [[UInt8]], run: @escaping @Sendable ([UInt8]) -> Void) {
        self.name = name
        self.words = words
        self.run = run
    }

    /// All of them.
    static let all: [FuzzEntry] = wire + kernel + words + checking + showing + packages
}

/// An input cut into parts at zero bytes: for what reads several things.
struct FuzzParts {
    private var rest: ArraySlice<UInt8>

    init(_ input: [UInt8]) { rest = input[...] }

    /// The next part, up to a zero or the end.
    mutating func next() -> [UInt8] {
        let part = rest.prefix { $0 != 0 }
        rest = rest.dropFirst(part.count + 1)
        return Array(part)
    }

    /// A byte of choices.
    mutating func choice() -> UInt8 { rest.popFirst() ?? 0 }

    /// All that is left.
    mutating func remainder() -> [UInt8] {
        defer { rest = [] }
        return Array(rest)
    }
}

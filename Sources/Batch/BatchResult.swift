public import Core

/// What became of one submission of a batch: one line of its journal.
public struct BatchResult: Sendable {
    /// What became of it.
    public enum Outcome: Sendable {
        /// It was judged; `surprises` says in what it is not as expected, nil where nothing is.
        case judged(Report, surprises: [String]?)
        /// It was not judged, for want of a toolchain.
        case skipped(String)
        /// It cannot be judged as it is: it, or the package, is bad input.
        case refused(String)
    }

    /// What it is called.
    public var id: String
    /// The name of the problem's package.
    public var problem: String
    /// The verdicts that are as expected; empty where none is stated.
    public var expected: Set<Verdict>
    /// What became of it.
    public var outcome: Outcome
    /// A name for what it was judged by besides its files and its package; nil where nobody asks.
    public var terms: String?

    /// A result with these parts.
    public init(id: String, problem: String, expected: Set<Verdict>, outcome: Outcome) {
        self.id = id
        self.problem = problem
        self.expected = expected
        self.outcome = outcome
    }
}

extension BatchResult: Encodable {
    private enum Key: String, CodingKey {
        case id, problem, expected, asExpected, surprises, skipped, refused, schema, terms
    }

    /// Writes the report's fields, where there is one, and beside them what is expected.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(id, forKey: .id)
        try container.encode(problem, forKey: .problem)
        let words = Verdict.allCases.filter(expected.contains)
        try container.encode(words, forKey: .expected)
        try container.encodeIfPresent(terms, forKey: .terms)
        switch outcome {
        case .judged(let report, let surprises):
            try report.encode(to: encoder)
            try container.encode(surprises.map(\.isEmpty), forKey: .asExpected)
            if let surprises, !surprises.isEmpty { try container.encode(surprises, forKey: .surprises) }
        case .skipped(let why):
            try container.encode(1, forKey: .schema)
            try container.encode(why, forKey: .skipped)
        case .refused(let why):
            try container.encode(1, forKey: .schema)
            try container.encode(why, forKey: .skipped)
            try container.encode(true, forKey: .refused)
        }
    }
}

/// What a job needs of a worker, or what a worker has to offer, as in `language:python3` or `class:large`.
public struct LabelSet: Hashable, Sendable, ExpressibleByArrayLiteral {
    /// The labels, each once, in ascending order.
    public let labels: [String]

    /// The given labels.
    public init(_ labels: some Sequence<String>) { self.labels = Set(labels).sorted() }

    /// The labels written as a literal.
    public init(arrayLiteral labels: String...) { self.init(labels) }

    /// The set as one text, by which it is stored and compared: the labels with spaces in between.
    public var text: String { labels.joined(separator: " ") }

    /// The set that is stored as `text`.
    public init(text: String) { self.init(text.split(separator: " ").map(String.init)) }

    /// Whether a worker that offers `offered` can take what needs these labels: it has every one of them.
    public func fits(_ offered: LabelSet) -> Bool {
        var rest = offered.labels[...]
        for label in labels {
            rest = rest.drop { $0 < label }
            guard rest.first == label else { return false }
        }
        return true
    }

    /// What is wrong with the labels, in one line; nil: nothing.
    public var flaw: String? {
        // A worker offers one for every language, and there are hundreds.
        if labels.count > 2000 { return "\(labels.count) labels; at most 2000" }
        for label in labels {
            let isPlain = label.utf8.allSatisfy { $0 > 32 && $0 < 127 }
            if label.isEmpty || label.utf8.count > 100 || !isPlain {
                return "label '\(label)': 1 to 100 printable ASCII characters, no space"
            }
        }
        return nil
    }
}

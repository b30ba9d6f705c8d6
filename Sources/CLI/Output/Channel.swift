package import Linux

/// Where text for people goes, and what can be done there.
package struct Channel: Sendable {
    /// Whether a terminal is there that understands control codes, as far as one may be told by its name.
    package let isTerminal: Bool
    /// Whether what is written comes to a terminal, whatever that says of itself: it may obey any code all the same.
    package let isSeenOnTerminal: Bool
    /// Whether colours are wanted and possible.
    package let hasColour: Bool
    /// How many columns there are.
    package let columns: Int
    private let sink: @Sendable ([UInt8]) throws(Complaint) -> Void

    /// A channel that hands what is written to `sink`.
    package init(
        isTerminal: Bool = false,
        isSeenOnTerminal: Bool? = nil,
        hasColour: Bool = false,
        columns: Int = 80,
        sink: @escaping @Sendable ([UInt8]) throws(Complaint) -> Void
    ) {
        self.isTerminal = isTerminal
        self.isSeenOnTerminal = isSeenOnTerminal ?? isTerminal
        self.hasColour = hasColour
        self.columns = columns
        self.sink = sink
    }

    /// The channel of one of the process's own streams.
    package init(_ stream: StandardStream, environment: [String: String]) {
        let isTerminal = stream.isTerminal && environment["TERM", default: "dumb"] != "dumb"
        self.init(
            isTerminal: isTerminal,
            isSeenOnTerminal: stream.isTerminal,
            hasColour: isTerminal && environment["NO_COLOR", default: ""].isEmpty,
            columns: max(20, min(environment["COLUMNS"].flatMap { Int($0) } ?? stream.columns ?? 80, 500))
        ) { bytes throws(Complaint) in
            do throws(Errno) {
                try stream.write(bytes)
            } catch  where error == .brokenPipe {
                // Nobody reads any more, as in `assay languages | head -1`; what was asked for is done all the same.
            } catch {
                let name = stream == .output ? "standard output" : "standard error"
                throw .ownFailure("could not write to \(name): \(error); make room, or send it elsewhere")
            }
        }
    }

    /// How wide a table may be: whoever reads it in a file or by a program has room for whole lines.
    package var tableWidth: Int { isSeenOnTerminal ? max(columns, 80) : .max }

    /// Writes bytes as they are.
    package func write(_ bytes: [UInt8]) throws(Complaint) {
        if !bytes.isEmpty { try sink(bytes) }
    }

    /// Writes text as it is.
    package func write(_ text: String) throws(Complaint) { try write(Array(text.utf8)) }

    /// Writes lines, each with its end, in one go.
    package func write(lines: [String]) throws(Complaint) {
        try write(lines.map { $0 + "\n" }.joined())
    }

    /// How text can be marked here.
    package var style: TextStyle { TextStyle(hasColour: hasColour) }
}

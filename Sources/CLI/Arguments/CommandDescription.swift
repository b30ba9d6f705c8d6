/// What a command is called, takes and does: enough to read its arguments and to write its help.
package struct CommandDescription: Sendable {
    /// One option.
    package struct Option: Sendable {
        /// The name without the dashes, as in `time`.
        package let name: String
        /// What the value is called in the help, as in `S`; nil for a switch.
        package let value: String?
        /// What it does, in a few words.
        package let help: String

        /// An option with a value.
        package init(_ name: String, _ value: String, _ help: String) {
            self.name = name
            self.value = value
            self.help = help
        }

        /// A switch.
        package init(_ name: String, _ help: String) {
            self.name = name
            value = nil
            self.help = help
        }

        /// How it is written in the help, as in `--time S`.
        var usage: String { "--" + name + (value.map { " " + $0 } ?? "") }
    }

    /// What stands behind `--`.
    package enum AfterDashes: Sendable {
        /// More operands.
        case operands
        /// The arguments of the program that is run.
        case programArguments
    }

    /// The name, as in `submit`.
    package let name: String
    /// What it does, in one line.
    package let summary: String
    /// What its operands are, as in `PROBLEM FILE…`.
    package let operands: String
    /// How many operands it takes.
    package let operandCount: ClosedRange<Int>
    /// Its options, without `--help`, which every command has.
    package let options: [Option]
    /// What stands behind `--`.
    package let afterDashes: AfterDashes
    /// Paragraphs that say the rest.
    package let notes: [String]
    /// Command lines that work, each with a few words.
    package let examples: [(line: String, meaning: String)]

    /// A command with these parts.
    package init(
        name: String,
        summary: String,
        operands: String = "",
        operandCount: ClosedRange<Int> = 0...0,
        options: [Option] = [],
        afterDashes: AfterDashes = .operands,
        notes: [String] = [],
        examples: [(line: String, meaning: String)] = []
    ) {
        self.name = name
        self.summary = summary
        self.operands = operands
        self.operandCount = operandCount
        self.options = options
        self.afterDashes = afterDashes
        self.notes = notes
        self.examples = examples
    }
}

import CLI
import Testing

@Suite struct HelpTests {
    @Test(arguments: [40, 80, 100])
    func `keeps help within the columns but for what has no spaces`(width: Int) {
        for command in Subcommand.all {
            let help = command.description.help(width: width)
            let examples = Set(command.description.examples.map { "  " + $0.line })
            for line in help where !examples.contains(line) && line.contains("  ") {
                #expect(TextWidth.columns(of: line) <= width, "\(line)")
            }
        }
    }

    @Test func `tells of every command its options and at least one example`() {
        for command in Subcommand.all {
            let help = command.description.help(width: 80).joined(separator: "\n")
            #expect(help.hasPrefix("assay \(command.description.name): "))
            #expect(!command.description.examples.isEmpty)
            for option in command.description.options { #expect(help.contains("  --\(option.name)")) }
        }
    }

    @Test func `keeps an option and its value on one line`() {
        let lines = WrappedText.lines("usage: assay x [--time S] [--wall S]", width: 20, indent: 4, first: 0)
        #expect(lines == ["usage: assay x", "    [--time S]", "    [--wall S]"])
    }
}

/// A command's arguments, taken apart but not yet understood.
package struct ParsedArguments: Hashable, Sendable {
    /// The values of the options that were given, by name; a switch has an empty one.
    package var options: [String: String] = [:]
    /// What is no option, in order.
    package var operands: [String] = []
    /// What stood behind `--` for the program that is run.
    package var programArguments: [String] = []
    /// Whether help was asked for; then nothing else has been checked.
    package var wantsHelp = false

    /// Whether the switch `name` was given.
    package func has(_ name: String) -> Bool { options[name] != nil }
}

extension ParsedArguments {
    /// Takes apart what follows the command's name.
    ///
    /// Options may stand before, between and behind operands, as `--option value` or `--option=value`; `--` ends them.
    ///
    /// - Throws: `Complaint` for what the command does not know or cannot have.
    package init(_ arguments: some Collection<String>, of command: CommandDescription) throws(Complaint) {
        let options = arguments.prefix { $0 != "--" }
        if options.contains(where: { $0 == "--help" || $0 == "-h" }) {
            wantsHelp = true
            return
        }
        var rest = options[...]
        while let argument = rest.popFirst() {
            guard argument.hasPrefix("-"), argument != "-" else {
                operands.append(argument)
                continue
            }
            try takeOption(argument, from: &rest, of: command)
        }
        let behind = arguments.dropFirst(options.count + 1)
        switch command.afterDashes {
        case .operands: operands += behind
        case .programArguments: programArguments = Array(behind)
        }
        try checkOperandCount(of: command)
    }

    private mutating func takeOption<Rest: Collection<String>>(
        _ argument: String,
        from rest: inout Rest,
        of command: CommandDescription
    ) throws(Complaint) where Rest.SubSequence == Rest {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let written = String(parts[0])
        guard let option = command.options.first(where: { "--" + $0.name == written }) else {
            throw unknown(written, of: command)
        }
        guard self.options[option.name] == nil else {
            throw .badInput("\(written) is given twice; keep one of them")
        }
        guard let placeholder = option.value else {
            guard parts.count == 1 else {
                throw .badInput("\(written) is a switch and takes no value; leave out =\(parts[1])")
            }
            self.options[option.name] = ""
            return
        }
        if parts.count == 2 {
            self.options[option.name] = String(parts[1])
        } else if let value = rest.first, !value.hasPrefix("--") {
            rest = rest.dropFirst()
            self.options[option.name] = value
        } else {
            throw .badInput("\(written) needs a value; write \(written) \(placeholder) or \(written)=\(placeholder)")
        }
    }

    private func unknown(_ written: String, of command: CommandDescription) -> Complaint {
        let known = command.options.map { "--" + $0.name } + ["--help"]
        // A single dash before a whole word is meant as two.
        let meant = written.hasPrefix("--") ? written : "-" + written
        let near = NearNames.of(meant, among: known)
        let mend =
            near.isEmpty
            ? "see assay \(command.name) --help" : "did you mean \(near.joined(separator: " or "))?"
        return .badInput("\(command.name) has no option \(written); \(mend)")
    }

    private func checkOperandCount(of command: CommandDescription) throws(Complaint) {
        let operands = command.operands.isEmpty ? "no operands" : command.operands
        let usage = command.operands.isEmpty ? command.name : "\(command.name) \(command.operands)"
        let mend = "usage: assay \(usage) [options], see assay \(command.name) --help"
        if self.operands.count < command.operandCount.lowerBound {
            let given = self.operands.isEmpty ? "" : ", not just \(self.operands.joined(separator: " "))"
            throw .badInput("\(command.name) needs \(operands)\(given); \(mend)")
        }
        if self.operands.count > command.operandCount.upperBound {
            let extra = self.operands[command.operandCount.upperBound]
            throw .badInput("\(command.name) takes \(operands), so \(extra) is too much; \(mend)")
        }
    }
}

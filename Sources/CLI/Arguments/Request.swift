/// What a whole command line asks for.
package enum Request {
    /// The version.
    case version
    /// What commands there are.
    case overview
    /// Help on one command.
    case help(Subcommand)
    /// A command with its arguments.
    case command(Subcommand, ParsedArguments)

    /// Understands the arguments behind the program's name.
    ///
    /// - Throws: `Complaint` for what is not known or not built.
    package init(_ arguments: [String]) throws(Complaint) {
        guard let first = arguments.first else {
            throw .badInput("a command is missing; usage: assay COMMAND …, and assay --help lists the commands")
        }
        switch first {
        case "--version", "-V", "version":
            self = .version
        case "--help", "-h":
            self = .overview
        case "help":
            if arguments.count == 3, let group = Self.group(named: arguments[1]) {
                self = .help(try group.action(named: arguments[2]))
                return
            }
            guard arguments.count <= 2 else {
                throw .badInput("help takes one command, not also \(arguments[2]); usage: assay help COMMAND")
            }
            self = arguments.count == 1 ? .overview : .help(try Self.command(named: arguments[1]))
        default:
            var command = try Self.command(named: first)
            var rest = arguments.dropFirst()
            // The actions of a group are commands of their own, each with its options.
            if let group = Self.group(named: first), !["--help", "-h"].contains(rest.first) {
                command = try group.action(named: rest.popFirst())
            }
            let parsed = try ParsedArguments(rest, of: command.description)
            self = parsed.wantsHelp ? .help(command) : .command(command, parsed)
        }
    }

    private static func group(named name: String) -> GroupedCommands? {
        GroupedCommands.all.first { $0.name == name }
    }

    private static func command(named name: String) throws(Complaint) -> Subcommand {
        if let command = Subcommand.all.first(where: { $0.description.name == name }) { return command }
        let known = Subcommand.all.map(\.description.name)
        if name.hasPrefix("-") {
            throw .badInput("there is no option \(name) before the command; usage: assay COMMAND …, see assay --help")
        }
        let near = NearNames.of(name, among: known)
        let mend = near.isEmpty ? "assay --help lists them" : "did you mean \(near.joined(separator: " or "))?"
        throw .badInput("there is no command \(name); \(mend)")
    }
}

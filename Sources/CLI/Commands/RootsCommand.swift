internal import Languages
internal import Linux
internal import Roots

/// `assay roots`.
enum RootsCommand {
    /// What is to be done, as written.
    private enum Verb: String, CaseIterable {
        case build, export, `import`, remove

        /// How many operands follow it, and how they are written.
        var operands: (count: Int, usage: String) {
            switch self {
            case .build: (1, "build NAME")
            case .export: (2, "export NAME[@VERSION] FILE")
            case .import: (1, "import FILE")
            case .remove: (1, "remove NAME[@VERSION]")
            }
        }

        /// The options that mean something to it, besides `json`.
        var options: [String] {
            switch self {
            case .build: ["mirror", "security", "group", "packages"]
            case .export: []
            case .import: ["digest"]
            case .remove: ["old"]
            }
        }
    }

    /// Shows the roots, or does what the first operand says.
    @Sendable static func run(_ invocation: Invocation) async throws -> ExitCode {
        let arguments = invocation.arguments
        let verb = try arguments.operands.first.map { word throws(Complaint) in try Self.verb(word) }
        for option in arguments.options.keys.sorted() where option != "json" {
            guard verb?.options.contains(option) == true else {
                let owner = Verb.allCases.first { $0.options.contains(option) }?.rawValue ?? ""
                throw Complaint.badInput("--\(option) goes with assay roots \(owner); leave it out")
            }
        }
        let work = RootsWork(
            invocation: invocation,
            store: RootStore(directory: try invocation.installation.roots()),
            blueprints: try invocation.installation.sandboxes() + "/roots"
        )
        guard let verb else { return try work.show() }
        let operands = Array(arguments.operands.dropFirst())
        guard operands.count == verb.operands.count, !operands.contains("") else {
            throw Complaint.badInput("write assay roots \(verb.operands.usage)")
        }
        switch verb {
        case .build: return try await work.build(operands[0])
        case .export: return try await work.export(operands[0], to: operands[1])
        case .import: return try await work.importArchive(operands[0])
        case .remove: return try await work.remove(operands[0])
        }
    }

    private static func verb(_ word: String) throws(Complaint) -> Verb {
        if let verb = Verb(rawValue: word) { return verb }
        let words = Verb.allCases.map(\.rawValue)
        let near = NearNames.of(word, among: words).first.map { "; did you mean \($0)?" }
        throw .badInput("assay roots cannot \(word)\(near ?? "; it can " + words.joined(separator: ", "))")
    }
}

extension Subcommand {
    static let roots = Subcommand(description: RootsCommand.description, action: .withBoxes(RootsCommand.run))
}

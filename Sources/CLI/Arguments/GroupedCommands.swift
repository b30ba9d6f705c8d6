/// Commands of two words: what the first one means, and the actions behind it.
package struct GroupedCommands: Sendable {
    /// The first word, as in `queue`.
    let name: String
    /// The actions; their names begin with `name`.
    let actions: [Subcommand]

    /// All groups that there are.
    package static let all: [GroupedCommands] = [
        GroupedCommands(name: "queue", actions: QueueCommands.actions),
        GroupedCommands(name: "keys", actions: KeysCommands.actions),
        GroupedCommands(name: "webhooks", actions: WebhooksCommands.actions),
    ]

    /// The words behind the first one.
    var names: [String] { actions.map { String($0.description.name.dropFirst(name.count + 1)) } }

    /// The action that is called `word`.
    ///
    /// - Throws: `Complaint` when there is none.
    func action(named word: String?) throws(Complaint) -> Subcommand {
        let known = names
        guard let word, !word.hasPrefix("-") else {
            throw .badInput(
                "\(name) needs to be told what to do: \(known.joined(separator: ", ")); see assay \(name) --help"
            )
        }
        if let place = known.firstIndex(of: word) { return actions[place] }
        let near = NearNames.of(word, among: known)
        let mend =
            near.isEmpty ? "it has \(known.joined(separator: ", "))" : "did you mean \(near.joined(separator: " or "))?"
        throw .badInput("\(name) has no action \(word); \(mend)")
    }

    /// What the first word is without an action: its help names them.
    static func overview(
        _ name: String,
        summary: String,
        actions: [Subcommand],
        examples: [(line: String, meaning: String)]
    ) -> Subcommand {
        Subcommand(
            description: CommandDescription(
                name: name,
                summary: summary,
                operands: "ACTION …",
                operandCount: 1...Int.max,
                notes: actions.map { "assay \($0.description.name): \($0.description.summary)" }
                    + ["assay \(name) ACTION --help says more about each."],
                examples: examples
            ),
            // Only for its help: what is called is one of the actions.
            action: .atOnce { _ in .badInput }
        )
    }
}

/// `assay queue`: everything that operates a queue from outside, one action each.
enum QueueCommands {
    /// The actions; their names begin with `queue`.
    static let actions: [Subcommand] = [
        .queueEnqueue, .queueList, .queueShow, .queueStats, .queueCancel, .queueRetry, .queuePurge, .queuePush,
        .queueRejudge, .queueExcuse,
    ]

    /// The words behind `queue`.
    static let names = actions.map { String($0.description.name.dropFirst("queue ".count)) }

    /// The action that is called `name`.
    ///
    /// - Throws: `Complaint` when there is none.
    static func action(named name: String?) throws(Complaint) -> Subcommand {
        guard let name, !name.hasPrefix("-") else {
            throw .badInput(
                "queue needs to be told what to do: \(names.joined(separator: ", ")); see assay queue --help"
            )
        }
        if let place = names.firstIndex(of: name) { return actions[place] }
        let near = NearNames.of(name, among: names)
        let mend =
            near.isEmpty ? "it has \(names.joined(separator: ", "))" : "did you mean \(near.joined(separator: " or "))?"
        throw .badInput("queue has no action \(name); \(mend)")
    }
}

extension Subcommand {
    /// What `assay queue` is, without an action.
    static let queue = Subcommand(
        description: CommandDescription(
            name: "queue",
            summary: "operate the queue of jobs that workers judge",
            operands: "ACTION …",
            operandCount: 1...Int.max,
            notes: QueueCommands.actions.map { "assay \($0.description.name): \($0.description.summary)" }
                + ["assay queue ACTION --help says more about each."],
            examples: [
                ("assay queue enqueue hello hello.py", "prints the job's id"),
                ("assay queue stats --watch", "how the queue is doing, once a second"),
            ]
        ),
        // Only for its help: what is called is one of the actions.
        action: .atOnce { invocation in
            _ = try QueueCommands.action(named: invocation.arguments.operands.first)
            return .badInput
        }
    )
}

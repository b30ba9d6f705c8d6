/// `assay queue`: everything that operates a queue from outside, one action each.
enum QueueCommands {
    /// The actions; their names begin with `queue`.
    static let actions: [Subcommand] = [
        .queueEnqueue, .queueList, .queueShow, .queueStats, .queueCancel, .queueRetry, .queuePurge, .queuePush,
        .queueRejudge, .queueExcuse,
    ]
}

extension Subcommand {
    /// What `assay queue` is, without an action.
    static let queue = GroupedCommands.overview(
        "queue",
        summary: "operate the queue of jobs that workers judge",
        actions: QueueCommands.actions,
        examples: [
            ("assay queue enqueue hello hello.py", "prints the job's id"),
            ("assay queue stats --watch", "how the queue is doing, once a second"),
        ]
    )
}

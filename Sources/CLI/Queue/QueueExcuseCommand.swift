internal import Queueing

/// `assay queue excuse`.
enum QueueExcuseCommand {
    @Sendable static func run(_ invocation: Invocation) throws -> ExitCode {
        let queue = try invocation.knownQueue()
        let workers = try queue.workers()
        for operand in invocation.arguments.operands {
            // The last one of that name, or the one of that id.
            guard let worker = workers.last(where: { $0.id.rawValue == operand || $0.name == operand }) else {
                throw Complaint.badInput("there is no worker \(operand) in this queue; assay queue stats shows them")
            }
            try queue.report(worker.id, .gone, detail: "it was ended from outside")
            try queue.excuse(worker.id)
            try invocation.console.output.write("\(worker.id) excused\n")
        }
        return .good
    }
}

extension Subcommand {
    static let queueExcuse = Subcommand(
        description: CommandDescription(
            name: "queue excuse",
            summary: "say that something outside of its jobs has ended a worker",
            operands: "WORKER…",
            operandCount: 1...1000,
            options: [QueueDatabase.option],
            notes: [
                "A job that has taken its worker with it three times is given up. What a worker lost because its machine "
                    + "was switched off, or somebody killed it, is nothing of that kind.",
                "WORKER is the id, or the name of the one that was started last. Do not excuse one that still runs: its "
                    + "jobs would go to others.",
            ],
            examples: [("assay queue excuse judge1-1", "after kill -9")]
        ),
        action: .atOnce(QueueExcuseCommand.run)
    )
}

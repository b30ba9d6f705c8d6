internal import Queueing

/// `assay queue enqueue`.
enum QueueEnqueueCommand {
    private struct Answer: Encodable {
        var id: String
        var isNew: Bool

        private enum CodingKeys: String, CodingKey {
            case id
            case isNew = "new"
        }
    }

    @Sendable static func run(_ invocation: Invocation) throws -> ExitCode {
        let queue = try invocation.queue()
        let enqueued = try queue.enqueue(try JobOrder(invocation, in: queue).job)
        if invocation.arguments.has("json") {
            let answer = Answer(id: enqueued.id.rawValue, isNew: enqueued.isNew)
            try invocation.console.output.write(JSONLine.bytes(of: answer))
        } else {
            try invocation.console.output.write("\(enqueued.id)\n")
        }
        return .good
    }
}

extension Subcommand {
    static let queueEnqueue = Subcommand(
        description: CommandDescription(
            name: "queue enqueue",
            summary: "enqueue a submission, and print the job's id",
            operands: "PROBLEM FILE…",
            operandCount: 2...1001,
            options: [
                QueueDatabase.option,
                .init("language", "L", "the language, where the names of the files do not tell it"),
                .init("entry", "F", "the file (or class) to start, where the language has no other rule"),
            ] + JobOrder.waitingOptions + [
                .init("samples", "run the samples only"),
                .init("all-tests", "go on after a test that was not accepted"),
                .init("time", "S", "CPU time for a test in seconds, in place of the problem's"),
                .init("memory", "MIB", "memory for a test in MiB, in place of the problem's"),
                .init("json", "one line of JSON on standard output"),
            ],
            notes: [
                "PROBLEM is the name of a package that was pushed, or a package here, which is pushed then. The job is "
                    + "bound to the package as it is now.",
                "When the id is printed, the job is on disk.",
            ],
            examples: [
                ("assay queue enqueue hello hello.py", "as soon as a worker has time"),
                ("assay queue enqueue hello hello.py --key exam-7-alice --tenant exam-7", "never twice, and in turn"),
            ]
        ),
        action: .atOnce(QueueEnqueueCommand.run)
    )
}

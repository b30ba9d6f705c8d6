internal import Problems
internal import Queueing

/// `assay queue push`.
enum QueuePushCommand {
    private struct Answer: Encodable {
        var name: String
        var package: String
    }

    @Sendable static func run(_ invocation: Invocation) throws -> ExitCode {
        let queue = try invocation.queue()
        for package in try invocation.packages(invocation.arguments.operands) {
            let pushed = try invocation.push(package, to: queue).named
            if invocation.arguments.has("json") {
                let answer = Answer(name: pushed.name, package: pushed.package.rawValue)
                try invocation.console.output.write(JSONLine.bytes(of: answer))
            } else {
                try invocation.console.output.write("\(pushed.name) \(pushed.package)\n")
            }
        }
        return .good
    }
}

extension Subcommand {
    static let queuePush = Subcommand(
        description: CommandDescription(
            name: "queue push",
            summary: "upload problem packages, so that jobs can name them",
            operands: "PACKAGE…",
            operandCount: 1...1000,
            options: [QueueDatabase.option, .init("json", "a line of JSON for each on standard output")],
            notes: [
                "A name stands for what was pushed last under it; jobs stay bound to what it stood for when they came.",
                "Not uploaded: hidden files, and a package's own submissions.",
            ],
            examples: [("assay queue push Problems", "every package in a directory")]
        ),
        action: .atOnce(QueuePushCommand.run)
    )
}

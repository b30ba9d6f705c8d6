internal import Core
internal import Problems

/// An output validator of a package, compiled: it runs in a box like everything that a package brings.
struct Validator: Sendable {
    let boxes: Boxes
    /// What it is called in messages.
    let name: String
    let program: Program
    let limits: Limits

    /// Where the box has the case, and takes the validator's messages.
    private enum Place {
        static let input = "in"
        static let answer = "ans"
        static let directory = "/data"
        static let feedback = "/data/feedback"
    }

    /// Asks the validator about `output` on `test`.
    ///
    /// - Throws: `.machinery` when the executor failed or feedback cannot be read, `.badInput` when it cannot be started.
    func check(_ output: any ByteSource, on test: TestCase) async throws(GradingError) -> Check {
        let command = try command(output, on: test)
        let run = program.seen(try await boxes.run(command), of: command, limits: limits)
        let verdict = ValidatorVerdict(run)
        do {
            return try verdict.check(by: name, of: run.outcome, isOutputEmpty: output.byteCount == 0)
        } catch {
            throw GradingError(reading: "the feedback of \(name)", error)
        }
    }

    private func command(_ output: any ByteSource, on test: TestCase) throws(GradingError) -> Command {
        let arguments = [
            "\(Place.directory)/\(Place.input)", "\(Place.directory)/\(Place.answer)", "\(Place.feedback)/",
        ]
        var command = try program.command(arguments: arguments + test.validatorArguments, limits: limits)
        command.input = output
        command.files += [
            BoxFile(path: Place.input, content: test.input), BoxFile(path: Place.answer, content: test.answer),
        ]
        command.directories.append(Place.feedback)
        command.collection = Command.Collection(
            directory: Place.feedback,
            maximumFiles: 64,
            maximumSize: limits.output
        )
        return command
    }
}

/// What the way in which a validator ended says, before its messages are read.
enum ValidatorVerdict: Hashable, Sendable {
    case accepted
    case rejected
    /// It broke the protocol, as the text says.
    case failed(String)

    /// The protocol: 42 accepts, 43 rejects, and anything else is the validator's own failure.
    init(_ run: Judgement.Run) {
        let limits = run.limits
        self =
            switch run.outcome.stop {
            case .cpuTime, .wallTime: .failed("was stopped: it needs more than \(limits.cpuTime.text)")
            case .memory: .failed("was stopped: it needs more than \(limits.memory) of memory")
            case .output: .failed("was stopped: it wrote more than \(limits.output)")
            case .forbiddenCall(let call): .failed("was stopped at the forbidden system call \(call)")
            case .cancelled: .failed("was cancelled")
            case nil where run.isOutOfMemory: .failed("ran out of memory: it needs more than \(limits.memory)")
            case nil where run.outcome.usage.cpuTime > limits.cpuTime:
                .failed("needs more than \(limits.cpuTime.text)")
            case nil:
                switch run.outcome.termination {
                case .exited(code: 42): .accepted
                case .exited(code: 43): .rejected
                case .exited(let code): .failed("ended with the exit code \(code) where only 42 and 43 are answers")
                case .signaled(let name): .failed("was ended by the signal \(name)")
                }
            }
    }

    /// The check that this and the feedback in `outcome` come to.
    ///
    /// - Throws: `ByteSourceFailure` when a message cannot be read.
    func check(by name: String, of outcome: Outcome, isOutputEmpty: Bool) throws(ByteSourceFailure) -> Check {
        var check: Check
        switch self {
        case .accepted: check = Check(conclusion: .accepted)
        case .rejected: check = Check(conclusion: .wrong(isOutputEmpty: isOutputEmpty))
        case .failed(let why):
            let said = try BoundedText([outcome.standardError], limit: BoundedText.messageLimit).text
            let line = "the output validator \(name) \(why)"
            return Check(conclusion: .failed, judgeMessage: said.isEmpty ? line : "\(line)\n\(said)")
        }
        guard let files = outcome.collected?.files else {
            let line = "the output validator \(name) left feedback that cannot be read: too much, or not regular files"
            return Check(conclusion: .failed, judgeMessage: line)
        }
        func message(_ path: String) throws(ByteSourceFailure) -> String {
            guard let file = files.first(where: { $0.path == path }) else { return "" }
            return try BoundedText([file.content], limit: BoundedText.messageLimit).text
        }
        check.judgeMessage = try message("judgemessage.txt")
        check.teamMessage = try message("teammessage.txt")
        return check
    }
}

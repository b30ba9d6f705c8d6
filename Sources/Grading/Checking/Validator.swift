internal import Core
internal import Problems

/// An output validator of a package, compiled: it runs in a box like everything that a package brings.
struct Validator: Sendable {
    let boxes: Boxes
    /// What it is called in messages.
    let name: String
    let program: PreparedProgram
    let limits: Limits
    /// The submission's files, and what was compiled of them: the format 2025-09 puts them into the validator's working
    /// directory.
    var surroundings: [BoxFile]?

    /// Where the box has the case, and takes the validator's messages.
    private enum Place {
        static let input = "in"
        static let answer = "ans"
        static let directory = "/data"
        static let feedback = "feedback"
        static let submission = "submission"
    }

    /// Asks the validator about `output` on `test`, with what it left in the pass before.
    ///
    /// - Throws: `.machinery` when the executor failed or feedback cannot be read, `.badInput` when it cannot be started.
    func check(_ output: any ByteSource, on test: TestCase, after left: [BoxFile]) async throws(GradingError) -> Check {
        var command = try command(on: test, after: left)
        command.input = output
        let outcome = try await boxes.run(command)
        return try check(outcome, of: command, isOutputEmpty: output.byteCount == 0)
    }

    /// The command that asks it about `test`; what it is to read is not there yet.
    ///
    /// - Throws: `.badInput` when it cannot be started.
    func command(on test: TestCase, after left: [BoxFile]) throws(GradingError) -> Command {
        let arguments = [
            "\(Place.directory)/\(Place.input)", "\(Place.directory)/\(Place.answer)",
            "\(Place.directory)/\(Place.feedback)/",
        ]
        var command = try program.command(arguments: arguments + test.validatorArguments, limits: limits)
        command.files += [
            BoxFile(path: Place.input, content: test.input), BoxFile(path: Place.answer, content: test.answer),
        ]
        addFeedback(left, to: &command)
        surround(&command)
        return command
    }

    /// The command that asks it about the submission's sources.
    ///
    /// - Throws: `.badInput` when it cannot be started.
    func staticCommand(language: String, entry: String, arguments: [String]) throws(GradingError) -> Command {
        let feedback = "\(Place.directory)/\(Place.feedback)/"
        var command = try program.command(arguments: [language, entry, feedback] + arguments, limits: limits)
        addFeedback([], to: &command)
        surround(&command)
        return command
    }

    private func addFeedback(_ left: [BoxFile], to command: inout Command) {
        command.files += left.map { file in
            BoxFile(path: "\(Place.feedback)/\(file.path)", content: file.content, isExecutable: file.isExecutable)
        }
        command.directories.append("\(Place.directory)/\(Place.feedback)")
        command.collection = Command.Collection(
            directory: "\(Place.directory)/\(Place.feedback)",
            maximumFiles: Feedback.mostFiles,
            maximumSize: limits.output
        )
    }

    private func surround(_ command: inout Command) {
        guard let surroundings else { return }
        command.files += surroundings.map { file in
            BoxFile(path: "\(Place.submission)/\(file.path)", content: file.content, isExecutable: file.isExecutable)
        }
        // It is not where its own files are any more.
        command.arguments = command.arguments.map { program.has(file: $0) ? "/box/\($0)" : $0 }
        command.directory = "\(Place.directory)/\(Place.submission)"
        command.directories.append(command.directory)
    }

    /// What an outcome of `command` comes to.
    ///
    /// - Throws: `.machinery` when feedback cannot be read.
    func check(_ outcome: Outcome, of command: Command, isOutputEmpty: Bool) throws(GradingError) -> Check {
        let run = program.seen(outcome, of: command, limits: limits)
        do {
            return try ValidatorVerdict(run).check(
                by: name,
                of: outcome,
                limits: limits,
                isOutputEmpty: isOutputEmpty
            )
        } catch {
            throw GradingError(reading: "the feedback of \(name)", error)
        }
    }
}

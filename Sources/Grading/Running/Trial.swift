internal import Core

/// One run of a program outside of any test.
struct Trial: Sendable {
    let boxes: Boxes
    let program: Program
    /// What somebody asked for; the command adds what the language is granted.
    let limits: Limits

    /// Runs the program once.
    ///
    /// - Throws: `.badInput` when it cannot be told what to start, `.machinery` when the executor failed.
    func run(arguments: [String] = [], input: any ByteSource) async throws(GradingError) -> Judgement.Run {
        var command = try program.command(arguments: arguments, limits: limits)
        command.input = input
        return program.seen(try await boxes.run(command), of: command, limits: limits)
    }
}

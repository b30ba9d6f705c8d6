internal import Core

/// Where grading runs commands: the executor, behind the gate that lets a run be alone.
struct Boxes: Sendable {
    let executor: any Executor
    let gate: RunGate

    init(_ executor: any Executor) {
        self.executor = executor
        gate = RunGate()
    }

    /// Runs `command`, side by side with other runs of this grader or `alone`.
    ///
    /// - Throws: `.badInput` for a command that no box runs, `.machinery` when the executor failed, `.cancelled` when the
    ///   run was taken back.
    func run(_ command: Command, alone: Bool = false) async throws(GradingError) -> Outcome {
        try Self.check(command)
        return try await gate.pass(alone: alone) { () async throws(GradingError) -> Outcome in
            let outcome: Outcome
            do throws(ExecutorFailure) {
                outcome = try await executor.run(command)
            } catch {
                // A box that was cancelled may also fail in the middle of its making.
                throw Task.isCancelled ? .cancelled : .machinery(error)
            }
            guard outcome.stop != .cancelled else { throw .cancelled }
            return outcome
        }
    }

    /// Runs two commands that speak with each other, side by side with other runs of this grader or `alone`.
    ///
    /// - Throws: `.badInput` for a command that no box runs, `.machinery` when the executor failed, `.cancelled` when it was
    ///   taken back.
    func converse(_ conversation: Conversation, alone: Bool) async throws(GradingError) -> Conversation.Outcome {
        try Self.check(conversation.judge)
        try Self.check(conversation.team)
        return try await gate.pass(alone: alone) { () async throws(GradingError) -> Conversation.Outcome in
            let outcome: Conversation.Outcome
            do throws(ExecutorFailure) {
                outcome = try await executor.converse(conversation)
            } catch {
                throw Task.isCancelled ? .cancelled : .machinery(error)
            }
            // The judge is only ever taken back by us; the other also when the judge has ended. And a judge may end by
            // itself of what taking back the other brought about.
            let isTeamTakenBack = outcome.team.stop == .cancelled && Task.isCancelled
            guard outcome.judge.stop != .cancelled, !isTeamTakenBack else { throw .cancelled }
            return outcome
        }
    }

    /// A failing executor is an operator's business, and puts a worker out of service; what was asked for is not.
    private static func check(_ command: Command) throws(GradingError) {
        guard let flaw = command.flaw else { return }
        throw .badInput("no box runs this command (\(command.arguments.first?.prefix(200) ?? "")): \(flaw)")
    }

    /// What was kept with the artifact `key`.
    ///
    /// - Throws: `.machinery` when the executor failed.
    func note(ofArtifact key: ArtifactKey) async throws(GradingError) -> [UInt8]? {
        do {
            return try await executor.note(ofArtifact: key)
        } catch {
            throw .machinery(error)
        }
    }

    /// Keeps `files` with `note` as the artifact `key`.
    ///
    /// - Throws: `.machinery` when the executor failed.
    func keep(_ files: Bundle, as key: ArtifactKey, note: [UInt8]) async throws(GradingError) {
        do {
            try await executor.keep(files, as: key, note: note)
        } catch {
            throw .machinery(error)
        }
    }
}

internal import Core

/// What the way in which a validator ended says, before its messages are read.
enum ValidatorVerdict: Hashable, Sendable {
    case accepted
    case rejected
    /// It broke the protocol, as the text says.
    case failed(String)

    /// The exit codes by which a validator accepts and rejects.
    static let (acceptance, rejection) = (42, 43)

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
                case .exited(code: ValidatorVerdict.acceptance): .accepted
                case .exited(code: ValidatorVerdict.rejection): .rejected
                case .exited(let code): .failed("ended with the exit code \(code) where only 42 and 43 are answers")
                case .signaled(let name): .failed("was ended by the signal \(name)")
                }
            }
    }

    /// The check that this and the feedback in `outcome` come to.
    ///
    /// - Throws: `ByteSourceFailure` when a message cannot be read.
    func check(
        by name: String,
        of outcome: Outcome,
        limits: Limits,
        isOutputEmpty: Bool
    ) throws(ByteSourceFailure) -> Check {
        var check: Check
        switch self {
        case .accepted: check = Check(conclusion: .accepted)
        case .rejected: check = Check(conclusion: .wrong(isOutputEmpty: isOutputEmpty))
        case .failed(let why):
            let said = try BoundedText([outcome.standardError], limit: BoundedText.messageLimit).text
            let line = "the validator \(name) \(why)"
            var failed = Check.failed(said.isEmpty ? line : "\(line)\n\(said)")
            failed.isStopped = outcome.stop == .cpuTime || outcome.stop == .wallTime
            return failed
        }
        guard let files = outcome.collected?.files else {
            return .failed(
                "the validator \(name) left feedback that cannot be read: more than \(Feedback.mostFiles) files or "
                    + "\(limits.output), or other than regular files"
            )
        }
        let feedback = Feedback(files)
        check.judgeMessage = try feedback.message("judgemessage.txt")
        check.teamMessage = try feedback.message("teammessage.txt")
        check.nextPass = feedback.file(Feedback.nextPass)?.content
        check.feedback = [feedback.remaining]
        do throws(ScoreError) {
            check.score = try GivenScore(
                score: try feedback.score(GivenScore.scoreFile),
                multiplier: try feedback.score(GivenScore.multiplierFile)
            )
        } catch {
            return .failed("\(error) (\(name))")
        }
        return check
    }
}

extension Feedback {
    fileprivate func score(_ path: String) throws(ScoreError) -> [UInt8]? {
        do throws(ByteSourceFailure) {
            return try bytes(path)
        } catch {
            throw ScoreError(error.description)
        }
    }
}

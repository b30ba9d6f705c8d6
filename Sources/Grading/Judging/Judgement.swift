internal import Core

/// What one test is worth, and why.
struct Judgement: Hashable, Sendable {
    let verdict: Verdict
    let reason: Reason?

    init(_ verdict: Verdict, _ reason: Reason? = nil) {
        self.verdict = verdict
        self.reason = reason
    }

    /// What was seen of the run of one test.
    struct Run {
        /// What became of the program.
        var outcome: Outcome
        /// The limits of the problem; the sandbox stops a program a little later than at `cpuTime`.
        var limits: Limits
        /// Whether the program ended in the way that its language declares for running out of memory.
        var isOutOfMemory: Bool
    }

    /// Decides what a test is worth: the one place where that is done.
    ///
    /// In this order: a judge's own failure; the limit that the sandbox knows it enforced, or that was seen to be
    /// exceeded; a forbidden call; the program's own failure; the checker. A checker is only asked about a program that
    /// got that far, so that its failure can outrank nothing else.
    ///
    /// - Returns: nil when it is the checker's turn and there is no `check` yet.
    static func decide(_ run: Run, check: Check?) -> Judgement? {
        let outcome = run.outcome
        if outcome.stop == .cancelled || check?.conclusion == .failed { return Judgement(.judgeError) }
        if let stop = outcome.stop { return judge(stop) }
        if run.isOutOfMemory { return Judgement(.memoryLimit) }
        if outcome.usage.cpuTime > run.limits.cpuTime { return Judgement(.timeLimit, .cpu) }
        if outcome.standardOutput.byteCount > run.limits.output.bytes { return Judgement(.outputLimit) }
        switch outcome.termination {
        case .signaled(let name): return Judgement(.runtimeError, .signal(name))
        case .exited(let code) where code != 0: return Judgement(.runtimeError, .exit(code))
        case .exited: break
        }
        switch check?.conclusion {
        case nil: return nil
        case .accepted: return Judgement(.accepted)
        case .wrong(let isOutputEmpty): return Judgement(.wrongAnswer, isOutputEmpty ? .noOutput : .differs)
        case .failed: return Judgement(.judgeError)
        }
    }

    /// Decides what a test is worth in which the validator spoke with the program.
    ///
    /// What the program does after the validator has rejected is of no account, however it ends: it may just have lost its
    /// partner. Before, its own failure outranks what the validator made of that, and that the validator then found no
    /// end, so that `judgeStop` ended it.
    static func decide(_ run: Run, check: Check, judgeEndedFirst: Bool, judgeStop: Stop? = nil) -> Judgement {
        if !judgeEndedFirst, judgeStop == .cpuTime || judgeStop == .wallTime,
            let own = decide(run, check: nil), own.verdict != .judgeError
        {
            return own
        }
        return switch check.conclusion {
        case .failed: Judgement(.judgeError)
        case .wrong where judgeEndedFirst: Judgement(.wrongAnswer, .differs)
        case .wrong, .accepted: decide(run, check: check) ?? Judgement(.judgeError)
        }
    }

    private static func judge(_ stop: Stop) -> Judgement {
        switch stop {
        case .memory: Judgement(.memoryLimit)
        case .cpuTime: Judgement(.timeLimit, .cpu)
        case .wallTime: Judgement(.timeLimit, .wall)
        case .output: Judgement(.outputLimit)
        case .forbiddenCall(let name): Judgement(.runtimeError, .systemCall(name))
        case .cancelled: Judgement(.judgeError)
        }
    }
}

extension Judgement.Run {
    /// Whether the program ended by itself so near its CPU limit that the machine's noise may have decided.
    var isNearLimit: Bool {
        let limit = limits.cpuTime
        let used = outcome.usage.cpuTime
        return outcome.stop == nil && !isOutOfMemory && used >= limit * 95 / 100 && used <= limit * 105 / 100
    }
}

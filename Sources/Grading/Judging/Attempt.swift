internal import Core

/// One run of a submission on a test, and what came of it.
struct Attempt: Sendable {
    var run: Judgement.Run
    /// What the checker said, where it was asked.
    var check: Check?
    /// What it comes to; a judge error until that is decided.
    var judgement = Judgement(.judgeError)
    /// How often it was run.
    var runs = 1

    /// A test that could not be run at all, by the problem's fault.
    static func broken(_ why: String, _ limits: Limits) -> Attempt {
        let nothing = Outcome(termination: .exited(code: 0))
        return Attempt(
            run: Judgement.Run(outcome: nothing, limits: limits, isOutOfMemory: false),
            check: .failed(why),
            judgement: Judgement(.judgeError)
        )
    }
}

/// The passes of one test: the last one's judgement, and the largest figures of all.
struct Passes: Sendable {
    private(set) var count = 0
    private(set) var runs = 1
    private(set) var usage = Usage()
    private(set) var check: Check?
    private(set) var judgement = Judgement(.judgeError)
    private(set) var termination = Termination.exited(code: 0)
    private(set) var standardError: any ByteSource = MemoryBytes.empty
    /// The files in which scores were given, in any pass.
    private(set) var scoreFiles: Set<String> = []

    /// Adds the next pass.
    mutating func add(_ attempt: Attempt) {
        count += 1
        runs = max(runs, attempt.runs)
        let latest = attempt.run.outcome.usage
        usage.cpuTime = max(usage.cpuTime, latest.cpuTime)
        usage.wallTime = max(usage.wallTime, latest.wallTime)
        usage.peakMemory = max(usage.peakMemory, latest.peakMemory)
        usage.peakResidentSet = [usage.peakResidentSet, latest.peakResidentSet].compactMap(\.self).max()
        usage.peakProcesses = [usage.peakProcesses, latest.peakProcesses].compactMap(\.self).max()
        check = attempt.check
        if let given = check?.score { scoreFiles.insert(given.file) }
        judgement = attempt.judgement
        termination = attempt.run.outcome.termination
        standardError = attempt.run.outcome.standardError
    }
}

extension Report.Test {
    /// Adds what a run used, and how it ended where that says something.
    mutating func add(_ usage: Usage, _ termination: Termination?) {
        cpuTime = usage.cpuTime.inSeconds
        wallTime = usage.wallTime.inSeconds
        peakMemory = usage.peakMemory.bytes
        peakResidentSet = usage.peakResidentSet?.bytes
        peakProcesses = usage.peakProcesses
        switch termination {
        case .exited(let code): exitCode = code
        case .signaled(let name): signal = name
        case nil: break
        }
    }

    /// Gives the test its score; one that breaks the rules is a judge error.
    mutating func apply(_ rule: ScoreRule, given: GivenScore?) {
        guard verdict != .judgeError else { return }
        do throws(ScoreError) {
            score = try rule.score(isAccepted: verdict == .accepted, given)
        } catch {
            fail(error.description)
        }
    }

    /// Makes it a judge error, for the reason given; nothing of that is for the candidate.
    mutating func fail(_ why: String) {
        (verdict, reason, score) = (.judgeError, nil, nil)
        judgeMessage = [why, judgeMessage].compactMap(\.self).joined(separator: "\n")
        message = ""
    }
}

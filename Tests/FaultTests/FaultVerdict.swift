import Core
import Glibc

/// What a fault came to: whether the machinery did what it promises.
enum FaultVerdict: Sendable, Equatable {
    /// The call was not made this time, and nothing else was wrong.
    case unreached
    /// Every run was right, with every protection in force.
    case survived
    /// One run was a failure of ours that names its step; the next was right.
    case refused(String)
    /// A promise was broken.
    case broken([String])

    init(_ report: FaultBench.Report, expected: [FaultScenario.Step: Statement]) {
        var problems = report.problems
        let failures = report.course.failures
        if failures.count > 1 { problems.append("one fault cost \(failures.count) runs: \(failures)") }
        for step in FaultScenario.Step.allCases {
            guard let statement = report.course.statements[step] else {
                problems.append("\(step) has come to nothing: \(failures)")
                continue
            }
            guard let expected = expected[step] else { continue }
            if report.fault?.explains(statement) == true { continue }
            // Without its partner it hears nothing, or is stopped.
            let partner: FaultScenario.Step? = step == .team ? .judge : step == .judge ? .team : nil
            let partners = partner.flatMap { report.course.statements[$0] }
            if let partners, report.fault?.explains(partners) == true { continue }
            problems += statement.differences(from: expected).map { "\(step) \($0)" }
        }
        if let failure = failures.first, !failure.namesItsStep, report.fault?.canSilenceJailer != true {
            problems.append("no step is named: \(failure)")
        }
        if !problems.isEmpty {
            self = .broken(problems)
        } else if let failure = failures.first {
            self = .refused(failure.description)
        } else {
            self = report.isReached || report.fault == nil ? .survived : .unreached
        }
    }
}

extension Fault {
    /// Whether it is the program's own end, and none of ours.
    fileprivate func explains(_ statement: Statement) -> Bool {
        // A program that is killed from outside was killed; when it was at its execve, it was a program.
        if isKillingProgram, statement.termination == .signaled(name: "KILL"), statement.stop == nil { return true }
        // One that the kernel says it cannot execute is the program's own failure, as in a shell.
        return isRefusingProgram && statement.termination == .exited(code: 127)
    }

    /// Whether the program's process is killed at its last step.
    fileprivate var isKillingProgram: Bool {
        error == 0 && point.isPrograms && point.name == "execve"
    }

    /// Whether the program's execve says that there is no such program.
    fileprivate var isRefusingProgram: Bool {
        error == ENOENT && point.isPrograms && point.name == "execve"
    }

    /// Whether a jailer cannot be asked to say more than its end does: it is killed, it has no memory, what it says does
    /// not go out, libc gives up before anything of ours runs, or it dies of a pipe whose reader is gone, since blocking
    /// that signal, which cannot fail, did.
    fileprivate var canSilenceJailer: Bool {
        error == 0 || Self.memoryCalls.contains(point.name)
            || ["sendmsg", "arch_prctl", "readlink", "rt_sigprocmask"].contains(point.name)
    }
}

extension ExecutorFailure {
    /// Whether it says which step failed, in one line.
    fileprivate var namesItsStep: Bool {
        let text = description
        return !text.contains("has died") && !text.contains("last words") && !text.contains("\n") && !cause.isEmpty
            && !subject.isEmpty
    }
}

extension FaultBench {
    /// What `fault` comes to here.
    func verdict(on fault: Fault, expected: [FaultScenario.Step: Statement]) async -> FaultVerdict {
        do {
            return FaultVerdict(try await attempt(fault), expected: expected)
        } catch {
            return .broken(["it could not be tried: \(error)"])
        }
    }
}

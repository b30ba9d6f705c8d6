package import Core

/// What becomes of a program, exactly.
package enum Fate: Sendable, Equatable {
    /// It ends by itself, having written this to standard output.
    case exits(Int, saying: String)
    /// A signal of its own making ends it; the sandbox had no part in that.
    case dies(of: String, saying: String = "")
    /// The sandbox ends it. What it had written by then, where that is certain.
    case isStopped(Stop, signal: String = "KILL", saying: String? = "")

    /// It ends well, having written these lines.
    package static func says(_ lines: String...) -> Fate {
        .exits(0, saying: lines.map { $0 + "\n" }.joined())
    }

    /// It makes this system call and does not live to see the answer.
    package static func isForbidden(_ call: String, saying text: String = "") -> Fate {
        .isStopped(.forbiddenCall(name: call), saying: text)
    }

    /// The fate that an outcome shows; `certain` says whether what was written counts.
    package init(_ outcome: Outcome, output: String?) {
        switch (outcome.stop, outcome.termination) {
        case (nil, .exited(let code)): self = .exits(code, saying: output ?? "")
        case (nil, .signaled(let name)): self = .dies(of: name, saying: output ?? "")
        case (let stop?, .exited(let code)): self = .isStopped(stop, signal: "none, exit \(code)", saying: output)
        case (let stop?, .signaled(let name)): self = .isStopped(stop, signal: name, saying: output)
        }
    }

    /// Whether it says what the program writes.
    package var knowsOutput: Bool {
        if case .isStopped(_, _, nil) = self { false } else { true }
    }
}

extension Fate {
    /// It ends well, having written these lines.
    package static func says(_ lines: [String]) -> Fate {
        .exits(0, saying: lines.map { $0 + "\n" }.joined())
    }

    /// It ends well, having found nothing under any of these names.
    package static func allMissing(_ names: [String]) -> Fate {
        .says(names.map { "\($0) refused ENOENT" })
    }
}

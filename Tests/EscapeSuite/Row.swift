import Core
import SandboxTesting

/// One hostile program or situation: what it tries, exactly what becomes of it, and what must be unchanged afterwards.
struct Row: Sendable {
    /// Its name, unlike any other row's.
    var name: String
    /// What it is aimed at.
    var kind: RowClass
    /// What it is written in.
    var language: String
    /// What it tries, in a sentence.
    var attempt: String
    /// What becomes of it.
    var outcome: String
    /// The published incident that it repeats.
    var incident: String?
    /// How many slots it takes.
    var slots = 1
    /// Carries it out.
    ///
    /// - Returns: whatever was otherwise than expected.
    var carryOut: @Sendable (Arena) async throws -> [String]

    /// The parts of the host that it is aimed at.
    var aims: [HostPart] { kind.aims }

    /// The row, with the incident that it repeats.
    func repeating(_ incident: String) -> Row {
        var row = self
        row.incident = incident
        return row
    }
}

extension Row {
    /// A program in C that is run by itself.
    init(_ program: HostileProgram, as kind: RowClass) {
        self.init(
            name: program.description,
            kind: kind,
            language: "C",
            attempt: SourceText.summary(of: program.source + ".c"),
            outcome: program.fate.words + (program.runs > 1 ? ", \(program.runs) times in a row" : ""),
            carryOut: { try await program.carryOut(in: $0) }
        )
    }

    /// A situation that is told as code.
    init(
        situation name: String,
        as kind: RowClass,
        in language: String,
        tries attempt: String,
        meets outcome: String,
        slots: Int = 1,
        _ carryOut: @escaping @Sendable (Arena) async throws -> [String]
    ) {
        self.init(
            name: "\(kind.folder)/\(name)",
            kind: kind,
            language: language,
            attempt: attempt,
            outcome: outcome,
            slots: slots,
            carryOut: carryOut
        )
    }
}

extension HostileProgram {
    /// Runs it as often as it is to be run.
    ///
    /// - Returns: what was otherwise than expected.
    func carryOut(in arena: Arena) async throws -> [String] {
        let artifact = try await kept(by: arena.sandbox)
        var deviations: [String] = []
        for run in 1...runs {
            let outcome = try await arena.sandbox.run(command(artifact))
            deviations += try self.deviations(of: outcome).map { runs == 1 ? $0 : "run \(run): \($0)" }
        }
        return deviations
    }

    /// What is otherwise than expected in an outcome.
    func deviations(of outcome: Outcome) throws -> [String] {
        let expected = expectedFate
        var deviations = try expected.deviations(of: outcome)
        let written = outcome.standardOutput.byteCount + outcome.standardError.byteCount
        if written > limits.output.bytes {
            deviations.append("\(written) bytes were taken, the limit is \(limits.output)")
        }
        if outcome.collected != nil { deviations.append("files were taken that nobody asked for") }
        if outcome.stop == .cpuTime, outcome.usage.cpuTime < limits.cpuTime {
            deviations.append("stopped for its CPU time after \(outcome.usage.cpuTime)")
        }
        if outcome.stop == .wallTime, outcome.usage.wallTime < limits.wallTime {
            deviations.append("stopped by the clock after \(outcome.usage.wallTime)")
        }
        if outcome.stop == .memory, outcome.usage.peakMemory > limits.memory {
            deviations.append("used \(outcome.usage.peakMemory) where \(limits.memory) were allowed")
        }
        return deviations
    }
}

extension Fate {
    /// What is otherwise in an outcome.
    func deviations(of outcome: Outcome) throws -> [String] {
        let output = String(decoding: try outcome.standardOutput.bytes(upTo: 1 << 20), as: UTF8.self)
        let fate = Fate(outcome, output: knowsOutput ? output : nil)
        if fate == self { return [] }
        let errors = String(decoding: try outcome.standardError.bytes(upTo: 1000), as: UTF8.self)
        return ["expected: \(words)", "met: \(fate.allWords)" + (errors.isEmpty ? "" : "; stderr: \(errors)")]
    }

    /// It in words, as in the published table.
    var words: String { words(upTo: 160) }

    /// It in words, with all that was written as far as anybody would read it.
    var allWords: String { words(upTo: 1500) }

    private func words(upTo limit: Int) -> String {
        switch self {
        case .exits(let code, let text): "ends with \(code)" + Self.saying(text, limit)
        case .dies(let signal, let text): "dies of SIG\(signal)" + Self.saying(text, limit)
        case .isStopped(let stop, let signal, let text):
            stop.words + (signal == "KILL" ? "" : " (SIG\(signal))") + (text.map { Self.saying($0, limit) } ?? "")
        }
    }

    private static func saying(_ text: String, _ limit: Int) -> String {
        guard !text.isEmpty else { return "" }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
        let joined = lines.joined(separator: "; ")
        guard joined.count > limit else { return ", saying: " + joined }
        let rest = lines.count > 1 ? " (these and no other, \(lines.count) lines)" : " (\(text.utf8.count) bytes)"
        return ", saying: " + joined.prefix(limit) + "…" + rest
    }
}

extension Stop {
    /// It in words.
    var words: String {
        switch self {
        case .cpuTime: "stopped: CPU time"
        case .wallTime: "stopped: time on the clock"
        case .memory: "stopped: memory"
        case .output: "stopped: output"
        case .forbiddenCall(let name): "stopped: forbidden call \(name)"
        case .cancelled: "stopped: taken back"
        }
    }
}

import Core
import Grading
import Languages
import SandboxTesting

/// A source in one of the languages that are offered, which is an attack on whoever compiles it.
struct HostileCompilation: Sendable {
    /// What becomes of it.
    enum End: Sendable {
        /// The compiler makes nothing of it, for this reason, and says this.
        case isRefused(Reason, saying: String)
        /// It is compiled, and then runs so.
        case runs(Fate)
    }

    var script: HostileScript
    var end: End

    init(_ source: String, _ end: End, limits: Limits = .script) {
        script = HostileScript("CompileTime/" + source, limits: limits, meets: .says([]))
        self.end = end
    }

    /// It in words.
    var words: String {
        switch end {
        case .isRefused(let reason, let text): "the compiler makes nothing of it (\(reason)) and says: \(text)"
        case .runs(let fate): "is compiled, and " + fate.words
        }
    }

    /// Compiles it, and runs what came of that.
    ///
    /// - Returns: what was otherwise than expected.
    func carryOut(in arena: Arena) async throws -> [String] {
        let result = try await script.run(in: arena)
        let said = result.compile.diagnostics
        var deviations: [String] = []
        if said.contains("root:") || said.contains("REACHED") { deviations.append("the compiler got through: \(said)") }
        switch (end, result.outcome) {
        case (.isRefused(let reason, let text), nil):
            if result.reason != reason { deviations.append("refused for \(String(describing: result.reason))") }
            if !said.contains(text) { deviations.append("it is without \(text): \(said.prefix(1500))") }
        case (.isRefused, let outcome?):
            deviations.append("compiled, and \(Fate(outcome, output: nil).words): \(said.prefix(1500))")
        case (.runs, nil):
            deviations.append("not compiled (\(String(describing: result.reason))): \(said.prefix(1500))")
        case (.runs(let fate), let outcome?):
            deviations += try fate.deviations(of: outcome)
        }
        return deviations
    }

    static let all = [
        // Newer compilers put the file's name between other marks.
        HostileCompilation(
            "include_str.rs",
            .isRefused(.diagnostics, saying: "No such file or directory (os error 2)")
        ),
        HostileCompilation("environment.rs", .runs(.says("false"))),
        HostileCompilation("embed.go", .isRefused(.diagnostics, saying: "invalid pattern syntax")),
        HostileCompilation("foreign.go", .isRefused(.diagnostics, saying: "build constraints exclude all Go files")),
        HostileCompilation("begin.pl", .runs(.says("ran"))),
        HostileCompilation("begin_call.pl", .isRefused(.diagnostics, saying: "forbidden system call chroot")),
        HostileCompilation("begin_link.pl", .isRefused(.diagnostics, saying: "the compiler made nothing")),
        HostileCompilation("begin_many.pl", .isRefused(.diagnostics, saying: "cannot be kept")),
        HostileCompilation("nested.py", .isRefused(.diagnostics, saying: "SyntaxError")),
        HostileCompilation("powers.py", .runs(.isStopped(.cpuTime)), limits: .briefScript),
        HostileCompilation(
            "reference.ts",
            .isRefused(.diagnostics, saying: "Could not resolve the path '/etc/shadow'")
        ),
        HostileCompilation("Processor.java", .runs(.says("ran"))),
    ]
}

extension Row {
    /// Sources for the compilers of the languages that are offered.
    static let compilingScripts: [Row] =
        HostileCompilation.all.map { compilation in
            Row(
                name: compilation.script.name,
                kind: .compileTime,
                language: compilation.script.language.name,
                attempt: SourceText.summary(of: compilation.script.source),
                outcome: compilation.words,
                incident: compilation.script.source.contains("begin") ? "DMOJ #318, DOMjudge PR #798" : nil,
                carryOut: { try await compilation.carryOut(in: $0) }
            )
        } + names.map(named)

    /// Names that a shell, a compiler or a path would take for something else, and what becomes of a source called so.
    private static let names: [(name: String, meets: String)] = [
        ("-oescape.c", "ends with 7"),
        ("-fplugin=escape.c", "ends with 7"),
        ("@escape.c", "ends with 7"),
        ("a b;reboot.c", "ends with 7"),
        ("$(reboot).c", "ends with 7"),
        ("`id`.c", "ends with 7"),
        ("a\nb.c", "refused as a name"),
        ("\u{1B}[2J.c", "refused as a name"),
        ("../escape.c", "refused as a name"),
        ("/etc/escape.c", "refused as a name"),
        ("a/../../escape.c", "refused as a name"),
        ("a/./b.c", "refused as a name"),
        (".c", "ends with 7"),
        ("..", "refused as a name"),
        (String(repeating: "n", count: 300) + ".c", "refused as a name"),
    ]

    private static func named(_ name: String, meets expected: String) -> Row {
        Row(
            situation: "a source called " + (name.count > 40 ? "by 300 letters" : name.debugDescription),
            as: .compileTime,
            in: "C",
            tries: "A source whose name is an option, a command, a path or no name at all.",
            meets: expected
        ) { arena in
            let source = Submission.SourceFile(name: name, content: Array("int main(void) { return 7; }\n".utf8))
            let submission = Submission(id: "escape", language: "c", files: [source])
            let met: String
            do throws(GradingError) {
                let result = try await arena.plain.run(submission, limits: .script)
                met = result.outcome.map { Fate($0, output: "").words } ?? "not compiled"
            } catch {
                met = if case .badInput = error { "refused as a name" } else { "\(error)" }
            }
            return met == expected ? [] : ["expected: \(expected)", "met: \(met)"]
        }
        .repeating("Judge0 PR #550, SandboxFusion restore_files")
    }
}

import Core
import Glibc
import Grading
import Languages
import Linux
import SandboxTesting

/// A program in one of the languages that are offered, compiled and run as any submission is.
struct HostileScript: Sendable {
    /// Its source below `Programs`; the ending says the language.
    var source: String
    /// What sets it apart from another row of the same source.
    var variant = ""
    /// What follows its name on its command line; `{port}` is that of the listener on the host's loopback device.
    var arguments: [String] = []
    var limits: Limits
    var fate: Fate
    /// What its standard error says.
    var errors: String?
    /// What else is said in the published table.
    var remark = ""

    init(
        _ source: String,
        _ arguments: [String] = [],
        variant: String = "",
        limits: Limits = .script,
        meets fate: Fate,
        complaining errors: String? = nil,
        remark: String = ""
    ) {
        self.source = source
        self.arguments = arguments
        self.variant = variant
        self.limits = limits
        self.fate = fate
        self.errors = errors
        self.remark = remark
    }

    /// Its language's id and what people call it.
    var language: (id: String, name: String) {
        switch source.split(separator: ".").last {
        case "cpp": ("cpp", "C++")
        case "go": ("go", "Go")
        case "java": ("java", "Java")
        case "js": ("javascript", "JavaScript")
        case "php": ("php", "PHP")
        case "pl": ("perl", "Perl")
        case "py": ("python3", "Python")
        case "rb": ("ruby", "Ruby")
        case "rs": ("rust", "Rust")
        case "sh": ("bash", "Bash")
        case "ts": ("typescript", "TypeScript")
        default: ("c", "C")
        }
    }

    /// Its name in the table.
    var name: String { ([source] + arguments).joined(separator: " ") + (variant.isEmpty ? "" : " (\(variant))") }

    /// Compiles and runs it.
    ///
    /// - Returns: what was otherwise than expected.
    func carryOut(in arena: Arena) async throws -> [String] {
        let result = try await run(in: arena)
        guard let outcome = result.outcome else { return ["not compiled: \(result.compile.diagnostics)"] }
        var deviations = try fate.deviations(of: outcome)
        if let errors {
            let found = String(decoding: try outcome.standardError.bytes(upTo: 1 << 16), as: UTF8.self)
            if !found.contains(errors) {
                deviations.append("standard error is without \(errors): \(found.prefix(1000))")
            }
        }
        return deviations
    }

    func run(in arena: Arena) async throws -> PlainRun.Result {
        let arguments = arguments.map { $0.replacing("{port}", with: "\(arena.canaries.port)") }
        return try await arena.plain.run(try submission(), arguments: arguments, limits: limits)
    }

    /// It as somebody would hand it in, under a name that marks its processes where the language leaves the choice.
    func submission() throws -> Submission {
        let ending = source.split(separator: ".").last ?? ""
        let name = language.id == "java" ? "Main.java" : "\(HostileCompiler.mark).\(ending)"
        return Submission(
            id: "escape",
            language: LanguageID(rawValue: language.id),
            files: [Submission.SourceFile(name: name, content: try SourceText.bytes(of: source))]
        )
    }
}

extension Limits {
    /// What a runtime needs to start, and some.
    static let script = Limits(
        cpuTime: .seconds(10),
        wallTime: .seconds(60),
        memory: .mebibytes(128),
        processes: 24,
        stack: .mebibytes(16),
        output: .mebibytes(1),
        scratch: .mebibytes(16),
        inodes: 256
    )

    /// The same with little CPU time.
    static let briefScript = script.with { $0.cpuTime = .milliseconds(500) }

    /// The same with little time on the clock.
    static let shortScript = script.with { $0.wallTime = .milliseconds(1500) }
}

extension Row {
    /// A program in one of the languages that are offered.
    init(_ script: HostileScript, as kind: RowClass) {
        self.init(
            name: script.name,
            kind: kind,
            language: script.language.name,
            attempt: SourceText.summary(of: script.source),
            outcome: script.fate.words + (script.remark.isEmpty ? "" : "; " + script.remark),
            carryOut: { try await script.carryOut(in: $0) }
        )
    }
}

import Core
import Glibc
import Linux
import SandboxTesting

extension Row {
    /// What the command line shows on a terminal of bytes that somebody else has chosen.
    static let terminals: [Row] =
        [
            terminal("run", ["run", "{orders}"], code: 0, shows: "first"),
            terminal("run on a terminal without a name", ["run", "{orders}"], named: nil, code: 0, shows: "first"),
            terminal(
                "run on a terminal that calls itself dumb",
                ["run", "{orders}"],
                named: "dumb",
                code: 0,
                shows: "first"
            ),
            terminal("run without colours", ["run", "{orders}"], with: ["NO_COLOR": "1"], code: 0, shows: "first"),
            terminal("run --json", ["run", "--json", "{orders}"], code: 0, shows: "stdoutBase64"),
            terminal("run --json of text", ["run", "--json", "{orders}", "--", "text"], code: 0, shows: "\\u202e"),
            terminal("diagnostics", ["run", "{diagnostics}"], code: 1, shows: "not compiled"),
            terminal("diagnostics --json", ["run", "--json", "{diagnostics}"], code: 1, shows: "compileError"),
            terminal("submit", ["submit", "{problem}", "{orders}"], code: 1, shows: "WA"),
            terminal(
                "submit --json",
                ["submit", "--json", "{problem}", "{orders}"],
                code: 1,
                shows: "\"verdict\":\"WA\""
            ),
            terminal(
                "submit on a dumb terminal",
                ["submit", "{problem}", "{orders}"],
                named: "dumb",
                code: 1,
                shows: "WA"
            ),
            terminal("a validator", ["submit", "{validated}", "{orders}"], code: 1, shows: "WA"),
            terminal("a validator --json", ["submit", "--json", "{validated}", "{orders}"], code: 1, shows: "WA"),
            terminal(
                "a compiler that spins",
                ["run", "--problem", "{problem}", "{spin}"],
                code: 1,
                shows: "compiler-time"
            ),
            terminal(
                "a compiler that reads for ever",
                ["run", "--problem", "{problem}", "{zero}"],
                code: 1,
                shows: "compiler-memory"
            ),
            terminal("a file that is not there", ["run", evil + ".py"], code: 2, shows: "no such file"),
            terminal(
                "a language that is not there",
                ["run", "--language", evil, "{orders}"],
                code: 2,
                shows: "there is no language"
            ),
            terminal("a problem that is not there", ["submit", evil, "{orders}"], code: 2, shows: "assay:"),
            terminal("an option that is not there", ["run", "--" + evil], code: 2, shows: "assay:"),
            terminal("a command that is not there", [evil], code: 2, shows: "assay:"),
            terminal("a name of a source", ["run", "{named}"], code: 2, shows: "assay:"),
            terminal("no time on the clock", ["run", "--wall", "0", "{orders}"], code: 2, shows: "wall"),
            terminal("no CPU time", ["run", "--time", "0", "{orders}"], code: 2, shows: "time"),
            terminal("no memory", ["run", "--memory", "0", "{orders}"], code: 2, shows: "memory"),
        ]

    /// What stands where a name should.
    private static let evil = "\u{1B}[2J\u{1B}]0;owned\u{7}\u{9B}2J\u{202E}"

    private static func terminal(
        _ name: String,
        _ arguments: [String],
        named terminal: String? = "xterm-256color",
        with environment: [String: String] = [:],
        code: Int,
        shows text: String
    ) -> Row {
        Row(
            situation: "terminal: " + name,
            as: .output,
            in: "Python, C and the command line",
            tries:
                "assay \(arguments.map { $0 == evil || $0.contains("\u{1B}") ? "ORDERS" : $0 }.joined(separator: " ")), "
                + "where the bytes that come from outside are orders to the terminal.",
            meets: "exit code \(code), says \(text), and no order reaches the terminal"
        ) { arena in
            let files = try TerminalFiles.shared.get()
            let arguments = arguments.map { argument in
                files.paths.reduce(argument) { $0.replacing("{\($1.key)}", with: $1.value) }
            }
            let result = try await TerminalSession.run(arguments, terminal: terminal, environment: environment)
            var deviations = result.orders
            if result.code != code { deviations.append("exit code \(String(describing: result.code))") }
            if !result.text.contains(text) { deviations.append("it does not say \(text)") }
            return deviations.isEmpty ? [] : deviations + [result.text.debugDescription]
        }
    }
}

/// Files for the command line: sources, and packages for them.
struct TerminalFiles: Sendable {
    /// Where each is.
    let paths: [String: String]

    static let shared = Result { try TerminalFiles() }

    private init() throws {
        let directory = try ScratchDirectory.shared.get() + "/terminal"
        try HostDirectory.make(directory)
        let orders = try Self.write("Output/orders.py", to: directory + "/orders.py")
        let named = try Self.write("Output/orders.py", to: directory + "/\u{1B}[2Jname.py")
        let diagnostics = try Self.write("Output/diagnostics.c", to: directory + "/diagnostics.c")
        paths = [
            "orders": orders, "spin": try Self.write("CompileTime/begin_spin.pl", to: directory + "/spin.pl"),
            "zero": try Self.write("CompileTime/include_zero.rs", to: directory + "/zero.rs"), "named": named,
            "diagnostics": diagnostics,
            "problem": try Self.package(directory + "/problem", isValidated: false),
            "validated": try Self.package(directory + "/validated", isValidated: true),
        ]
    }

    private static func package(_ directory: String, isValidated: Bool) throws -> String {
        try HostDirectory.make(directory + "/data/secret", mode: 0o755)
        try HostDirectory.make(directory + "/data/sample", mode: 0o755)
        let text = """
            name: Orders
            problem_format_version: legacy
            validation: \(isValidated ? "custom" : "default")
            limits:
              memory: 256
              compilation_time: 2
              compilation_memory: 256

            """
        try write(Array(text.utf8), to: directory + "/problem.yaml")
        try write(Array("5".utf8), to: directory + "/.timelimit")
        for name in ["sample/1", "secret/1"] {
            try write(Array("1\n".utf8), to: "\(directory)/data/\(name).in")
            try write(Array("another answer\n".utf8), to: "\(directory)/data/\(name).ans")
        }
        if isValidated {
            try HostDirectory.make(directory + "/output_validators/validate", mode: 0o755)
            _ = try write("Output/validator.py", to: directory + "/output_validators/validate/validate.py")
        }
        return directory
    }

    private static func write(_ source: String, to path: String) throws -> String {
        try write(try SourceText.bytes(of: source), to: path)
        return path
    }

    private static func write(_ bytes: [UInt8], to path: String) throws {
        try Descriptor.open(path, O_WRONLY | O_CREAT | O_TRUNC, mode: 0o644).write(bytes)
    }
}

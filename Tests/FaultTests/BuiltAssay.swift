import Core
import Glibc
import Linux

/// The program `assay` as it was built with these tests, in surroundings that lack something.
struct BuiltAssay: Sendable {
    /// What came of a call.
    struct Result: Sendable {
        var code: Int
        var output: String
        var error: String

        /// Whether the program that was run has said what it says.
        var isRight: Bool { code == 0 && output == "hello\n" }

        /// Whether one line tells of a failure of ours, or of the input, and what to do.
        var isClear: Bool {
            (code == 2 || code == 3) && output.isEmpty && error.hasPrefix("assay: ") && error.hasSuffix("\n")
                && error.split(separator: "\n", omittingEmptySubsequences: false).count == 2
        }
    }

    /// A directory of its own.
    let directory: String
    /// Its state directory.
    var state: String { directory + "/state" }
    /// The source file of a program that says hello, or of another one.
    let source: String
    private let sandboxes: String

    init(in directory: String, source: String? = nil, sandboxes: String = Workshop.sandboxes) throws(Errno) {
        self.directory = directory
        self.source = source ?? directory + "/hello.c"
        self.sandboxes = sandboxes
        try HostDirectory.make(directory)
        try HostFile.replace(
            directory + "/hello.c",
            with: Array("#include <stdio.h>\nint main(void) { puts(\"hello\"); return 0; }\n".utf8)
        )
    }

    /// What to call.
    static let program = Workshop.products + "/assay"

    /// Runs the shell's `script`, whose arguments begin with `assay` and the source file.
    func shell(_ script: String, _ arguments: [String] = []) throws -> Result {
        try run("/bin/sh", ["-c", script, "sh", Self.program, source] + arguments)
    }

    /// Runs the program at `path` with our state directory.
    func run(_ path: String, _ arguments: [String]) throws -> Result {
        let executable = try Descriptor.open(path)
        let input = try Descriptor.open("/dev/null")
        let output = try MemoryFile.make("output")
        let error = try MemoryFile.make("error")
        let child = try ChildProcess(
            executable: executable.number,
            arguments: [path] + arguments,
            environment: [
                "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "HOME=\(directory)", "ASSAY_STATE=\(state)",
                "ASSAY_SANDBOXES=\(sandboxes)",
            ],
            input: input.number,
            output: output.number,
            error: error.number
        )
        let end = try child.wait()
        let code = if case .exited(let code) = end { code } else { -1 }
        return Result(code: code, output: try Self.text(of: output), error: try Self.text(of: error))
    }

    private static func text(of file: borrowing Descriptor) throws(Errno) -> String {
        String(decoding: try file.read(at: 0, upTo: Int(try file.status().st_size)), as: UTF8.self)
    }

    /// What is half-made in a state directory.
    static func leftovers(in state: String) -> [String] {
        func names(_ path: String) -> [String] { ((try? HostDirectory.entries(of: path)) ?? []).map(\.name) }
        var result = names(state + "/running") + names(state + "/self-tests").filter { $0.hasSuffix(".new") }
        for boot in names(state + "/artifacts") {
            let base = "\(state)/artifacts/\(boot)"
            let notes = Set(names(base + "/notes"))
            result += names(base + "/drafts")
            // An artifact without a note is never found; a note without an artifact is what an interrupted keeping leaves.
            result += names(base + "/store").filter { !notes.contains($0) }
        }
        return result
    }
}

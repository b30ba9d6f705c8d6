import Testing

/// A language and a solution of each kind, in the package of `longestunique` unless its source is here.
struct VerdictsLanguage: Sendable, CustomTestStringConvertible {
    /// The id, as given to `--language`.
    let id: String
    /// The extension of its sources.
    let ending: String
    let accepted: String
    let wrong: String
    let endless: String
    let crashing: String
    /// The reason of the crash.
    let crash: String
    let hungry: String
    let broken: String
    /// Where the compiler has to say that it is broken.
    let place: String
    /// A program that waits and uses no CPU time.
    let sleeping: String
    /// A program that a signal ends, where there is one besides the crashing one; and the signal.
    let dying: (source: String, signal: String)?

    var testDescription: String { id }

    static let all =
        [
            c, rust, go, java, javascript, typescript, python, ruby, php, perl, swift, bash,
        ] + ["cpp", "cpp17", "cpp20", "cpp20clang"].map(cpp)

    private static let c = VerdictsLanguage(
        id: "c",
        ending: "c",
        accepted: "window.c",
        wrong: "unread.c",
        endless: "endless.c",
        crashing: "wild_pointer.c",
        crash: "signal:SEGV",
        hungry: "memory.c",
        broken: "undeclared.c",
        place: "undeclared.c:3:",
        sleeping: "#include <unistd.h>\nint main(void) { for (;;) sleep(60); }",
        dying: ("#include <stdlib.h>\nint main(void) { abort(); }", "ABRT")
    )

    private static func cpp(_ id: String) -> VerdictsLanguage {
        VerdictsLanguage(
            id: id,
            ending: "cpp",
            accepted: "last_seen.cpp",
            wrong: "bytes.cpp",
            endless: "every_start.cpp",
            crashing: "uncaught.cpp",
            crash: "signal:ABRT",
            hungry: "memory.cpp",
            broken: "unclosed.cpp",
            place: "unclosed.cpp:6:",
            sleeping: "#include <thread>\nint main() { std::this_thread::sleep_for(std::chrono::hours(1)); }",
            dying: ("#include <csignal>\nint main() { std::raise(SIGFPE); }", "FPE")
        )
    }

    private static let rust = VerdictsLanguage(
        id: "rust",
        ending: "rs",
        accepted: "last_seen.rs",
        wrong: "sixteen_bits.rs",
        endless: "endless.rs",
        crashing: "out_of_bounds.rs",
        crash: "exit:101",
        hungry: "memory.rs",
        broken: "undeclared.rs",
        place: "undeclared.rs:3:",
        sleeping: "fn main() { std::thread::sleep(std::time::Duration::from_secs(600)); }",
        dying: ("fn main() { std::process::abort(); }", "ABRT")
    )

    private static let go = VerdictsLanguage(
        id: "go",
        ending: "go",
        accepted: "last_seen.go",
        wrong: "start_moves_back.go",
        endless: "endless.go",
        crashing: "uncaught.go",
        crash: "exit:2",
        hungry: "memory.go",
        broken: "undeclared.go",
        place: "undeclared.go:5:",
        sleeping: "package main\nimport \"time\"\nfunc main() { time.Sleep(time.Hour) }",
        dying: (
            "package main\nimport \"syscall\"\nfunc main() { syscall.Kill(syscall.Getpid(), syscall.SIGKILL); select {} }",
            "KILL"
        )
    )

    private static let java = VerdictsLanguage(
        id: "java",
        ending: "java",
        accepted: "Main.java",
        wrong: "Main.java",
        endless: "Main.java",
        crashing: "Main.java",
        crash: "exit:1",
        hungry: "memory_java/Main.java",
        broken: "Main.java",
        place: "Main.java:5:",
        sleeping: "class Main { public static void main(String[] all) throws Exception { Thread.sleep(600_000); } }",
        dying: (
            """
            class Main {
                public static void main(String[] all) throws Exception {
                    new ProcessBuilder("/bin/kill", "-KILL", "" + ProcessHandle.current().pid()).start().waitFor();
                }
            }
            """,
            "KILL"
        )
    )

    private static let javascript = VerdictsLanguage(
        id: "javascript",
        ending: "js",
        accepted: "last_seen.js",
        wrong: "utf16_units.js",
        endless: "every_start.js",
        crashing: "exception.js",
        crash: "exit:1",
        hungry: "memory.js",
        broken: "unclosed.js",
        place: "unclosed.js:2\n",
        sleeping: "setTimeout(() => {}, 600000);",
        dying: ("process.abort();", "ABRT")
    )

    private static let typescript = VerdictsLanguage(
        id: "typescript",
        ending: "ts",
        accepted: "last_seen.ts",
        wrong: "utf16_units.ts",
        endless: "every_start.ts",
        crashing: "uncaught.ts",
        crash: "exit:1",
        hungry: "memory.ts",
        broken: "other_type.ts",
        place: "other_type.ts(2,7):",
        sleeping: "setTimeout(() => {}, 600000);",
        dying: ("process.kill(process.pid, 'SIGKILL');\nfor (;;) {}", "KILL")
    )
}

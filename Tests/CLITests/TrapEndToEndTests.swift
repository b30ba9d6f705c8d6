import FoundationEssentials
import Linux
import Testing

/// What has made toolchains hang or misbehave under other judges, tried with the built program.
@Suite(.timeLimit(.minutes(60))) struct TrapEndToEndTests {
    /// Runs a program with nothing on its input.
    private func run(_ name: String, _ source: String, _ options: String...) throws -> BuiltProgram.Result {
        let scratch = try ScratchDirectory()
        let file = try scratch.file(name, Array(source.utf8))
        return try BuiltProgram.run(["run", file] + options, environment: VerdictsReport.environment)
    }

    /// An author decides what the compiler makes, down to the interpreter that the kernel is to load: no failure of ours.
    @Test(arguments: [("/nowhere/ld.so", 127), ("/dev/null", 126), ("/box", 126)])
    func `a program that the kernel does not execute has failed itself`(_ interpreter: String, _ code: Int) throws {
        let source = """
            __attribute__((section(".interp"), used)) const char interpreter[] = "\(interpreter)";
            int main(void) { return 0; }
            """
        let result = try run("main.c", source, "--json")
        #expect(result.code == 1, "\(result.error)")
        #expect(result.output.contains(#""outcome":"exited""#) && result.output.contains(#""exitCode":\#(code)"#))
        #expect(result.output.contains("cannot be executed"), "\(result.output)")
    }

    /// A compiler that waits for its children by SIGCHLD waits for ever where whoever started it has blocked that.
    @Test func `signals that are blocked or ignored where Assay is started are neither in a box`() throws {
        let scratch = try ScratchDirectory()
        let file = try scratch.file(
            "main.c",
            Array(
                "// \(UUID()), so that no compiler has seen it\n".utf8
            )
                + Array(
                    #"""
                    #include <signal.h>
                    #include <stdio.h>
                    #include <stdlib.h>
                    int main(void) {
                        sigset_t blocked;
                        sigprocmask(SIG_BLOCK, NULL, &blocked);
                        for (int number = 1; number < 65; number++) {
                            struct sigaction action;
                            if (sigismember(&blocked, number) == 1) printf("blocked %d\n", number);
                            if (sigaction(number, NULL, &action) == 0 && action.sa_handler != SIG_DFL) printf("handled %d\n", number);
                        }
                        printf("child %d\n", system("exit 3") >> 8);
                    }
                    """#.utf8
                )
        )
        let result = try BuiltProgram.run(
            ["run", file],
            environment: VerdictsReport.environment,
            under: ["/usr/bin/env", "--block-signal=CHLD,USR2,ALRM", "--ignore-signal=CHLD,PIPE,INT"]
        )
        // A static program's box has no shell: that system() tells so, and does not wait for ever, is what counts.
        #expect(result.output == "child 127\n", "\(result.error)")
        #expect(result.code == 0)
    }

    @Test(arguments: [
        ("main.sh", #"[[ $PWD == /box && $(pwd -P) == "$PWD" && $(/bin/pwd -P) == "$PWD" ]] && echo "$PWD""#),
        // BEGIN blocks are run by the compile step.
        ("main.pl", #"use Cwd; BEGIN { die "$ENV{PWD}\n" unless $ENV{PWD} eq getcwd } print "$ENV{PWD}\n";"#),
        ("main.py", "import os\nassert os.environ['PWD'] == os.getcwd()\nprint(os.getcwd())"),
    ])
    func `PWD is the working directory`(name: String, source: String) throws {
        let result = try run(name, source)
        #expect(result.output == "/box\n", "\(result.error)")
    }

    @Test func `input by its name is the whole input, as often as it is opened`() throws {
        let scratch = try ScratchDirectory()
        let input = try scratch.file("input", Array("one\ntwo\n".utf8))
        let source = """
            <?php
            $first = fopen("/dev/stdin", "r");
            echo fgets($first), fgets(STDIN), file_get_contents("/dev/stdin"), fgets(STDIN), fgets($first);
            """
        let result = try run("main.php", source, "--stdin", input)
        #expect(result.output == "one\none\none\ntwo\ntwo\ntwo\n", "\(result.error)")
    }

    /// What a runtime of threads does with a machine of many processors: as many as there is room for, and no more.
    @Test(arguments: [
        (
            "Main.java",
            "class Main { public static void main(String[] all) { System.out.println(Runtime.getRuntime().availableProcessors()); } }"
        ),
        ("main.go", "package main\nimport (\"fmt\"; \"runtime\")\nfunc main() { fmt.Println(runtime.GOMAXPROCS(0)) }"),
    ])
    func `a runtime of threads counts on as many processors as its processes have room for`(
        name: String,
        source: String
    ) throws {
        let result = try run(name, source)
        let count = try #require(Int(result.output.dropLast()))
        #expect((1...4).contains(count) && count <= HostEnvironment.processorCount())
    }

    /// Mono does so in earnest, as its like in C does here.
    ///
    /// A thread that cannot be started is an abort, whose handler cannot fork either, and then kills the process -1.
    @Test func `a run-time system that kills everybody when it may start no more threads ends alone`() throws {
        let threads = """
            using System;
            using System.Threading;
            class Crowd {
                static void Main() {
                    for (int i = 0; i < 1000; i++) new Thread(() => Thread.Sleep(Timeout.Infinite)).Start();
                }
            }
            """
        let forks = """
            #include <signal.h>
            #include <stdlib.h>
            #include <unistd.h>
            int main(void) {
                for (;;) {
                    pid_t child = fork();
                    if (child == 0) for (;;) pause();
                    if (child < 0) { kill(-1, SIGKILL); abort(); }
                }
            }
            """
        let ends = ["signaled", "timeLimit", "wallLimit", "memoryLimit"].map { "\"outcome\":\"\($0)\"" }
        // Mono may also end with an exception and exit code 1.
        let ofMono = ends + ["\"exitCode\":1,\"outcome\":\"exited\""]
        for (name, source, ends) in [("main.c", forks, ends), ("Crowd.cs", threads, ofMono)] {
            let fallen = try run(name, source, "--time", "5", "--json")
            #expect(fallen.code == 1 && ends.contains(where: fallen.output.contains), "\(name): \(fallen.output)")
            #expect(try run("main.py", "print('here')").output == "here\n")
        }
    }
}

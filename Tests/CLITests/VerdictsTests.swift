import Testing

/// Every kind of solution of `longestunique`, in every language, judged by the built program.
///
/// They need a host that `assay doctor` is content with, and all the toolchains.
@Suite(.timeLimit(.minutes(60))) struct VerdictsTests {
    private static let submissions = Project.root + "/Problems/longestunique/submissions/"
    private static let mebibyte = 1 << 20
    /// The memory limit of the problem.
    private static let memory = 256 * mebibyte

    private func submit(_ language: VerdictsLanguage, _ file: String, _ options: String...) throws -> VerdictsReport {
        try .submit(["longestunique", Self.submissions + file, "--language", language.id] + options)
    }

    private func submit(_ language: VerdictsLanguage, source: String, _ options: String...) throws -> VerdictsReport {
        let scratch = try ScratchDirectory()
        let file = try scratch.file("Main.\(language.ending)", Array(source.utf8))
        return try .submit(["longestunique", file, "--language", language.id] + options)
    }

    @Test(arguments: VerdictsLanguage.all)
    func `a right one is accepted on all tests`(language: VerdictsLanguage) throws {
        let report = try submit(language, "accepted/" + language.accepted)
        #expect(report.conclusion == "AC", "\(report)")
        #expect(report.tests.count == 26)
        for test in report.tests {
            #expect(test.verdict == "AC")
            #expect(try #require(test.cpuTime) > 0)
            #expect(try #require(test.wallTime) > 0)
            #expect((1...Self.memory).contains(try #require(test.peakMemory)), "\(test)")
        }
    }

    @Test(arguments: VerdictsLanguage.all)
    func `a wrong one is a wrong answer`(language: VerdictsLanguage) throws {
        let report = try submit(language, "wrong_answer/" + language.wrong)
        #expect(report.conclusion == "WA differs", "\(report)")
    }

    /// One after the other and with little time, since on a busy machine the clock runs faster than the CPU time.
    @Test(.serialized, arguments: VerdictsLanguage.all)
    func `one that never ends is stopped at the limit of CPU time`(language: VerdictsLanguage) throws {
        func run() throws -> VerdictsReport {
            try submit(language, "time_limit_exceeded/" + language.endless, "--time", "0.2")
        }
        var report = try run()
        // What gets no processor for a second meets the limit on the clock first: that is the machine's doing.
        for _ in 0..<5 where report.conclusion == "TLE wall" { report = try run() }
        #expect(report.conclusion == "TLE cpu", "\(report)")
        #expect(try #require(report.decisive?.cpuTime) > 0.2)
    }

    @Test(arguments: VerdictsLanguage.all)
    func `one that sleeps is stopped at the limit of wall time`(language: VerdictsLanguage) throws {
        let report = try submit(language, source: language.sleeping, "--time", "0.5")
        #expect(report.conclusion == "TLE wall", "\(report)")
        let test = try #require(report.decisive)
        #expect(try #require(test.cpuTime) < 0.5)
        #expect(try #require(test.wallTime) > 1)
    }

    @Test(arguments: VerdictsLanguage.all)
    func `one that crashes is told how`(language: VerdictsLanguage) throws {
        let report = try submit(language, "run_time_error/" + language.crashing)
        #expect(report.conclusion == "RTE " + language.crash, "\(report)")
    }

    @Test(arguments: VerdictsLanguage.all.filter { $0.dying != nil })
    func `one that a signal ends is told which`(language: VerdictsLanguage) throws {
        let dying = try #require(language.dying)
        let report = try submit(language, source: dying.source)
        #expect(report.conclusion == "RTE signal:" + dying.signal, "\(report)")
    }

    @Test(arguments: VerdictsLanguage.all)
    func `one that takes too much memory has met the memory limit`(language: VerdictsLanguage) throws {
        let report = try submit(language, "run_time_error/" + language.hungry, "--time", "10")
        #expect(report.conclusion == "MLE", "\(report)")
        #expect(try #require(report.decisive?.peakMemory) > Self.memory / 10 * 9, "\(report)")
    }

    @Test(arguments: VerdictsLanguage.all)
    func `one that does not compile is told where`(language: VerdictsLanguage) throws {
        let report = try submit(language, "rejected/" + language.broken)
        #expect(report.conclusion == "CE diagnostics", "\(report)")
        #expect(report.tests.isEmpty)
        let diagnostics = report.compile.diagnostics
        #expect(diagnostics.contains(language.place), "\(diagnostics)")
        for place in [Project.root, "/root/", "/home/", "/opt/", "/usr/", "/var/", "/proc/", "/tmp/"] {
            #expect(!diagnostics.contains(place), "\(diagnostics)")
        }
    }

    /// The virtual machine refuses what does not fit in its heap, and then the heap is not full.
    @Test(arguments: [
        "StringBuilder text = new StringBuilder(); for (;;) text.append(text.length());",
        "int[] numbers = new int[1]; for (;;) numbers = java.util.Arrays.copyOf(numbers, numbers.length * 2);",
        "System.out.println(new int[1 << 28].length);",
        "var numbers = new java.util.HashMap<Integer, String>(); for (int i = 0;; i++) numbers.put(i, \"\" + i);",
        "var all = new java.util.ArrayList<Object>(); for (;;) all.add(java.nio.ByteBuffer.allocateDirect(1 << 20));",
        "try { System.out.println(new int[1 << 28].length); } catch (OutOfMemoryError error) { System.out.println(3); }",
    ])
    func `what Java has no memory for has met the memory limit`(statements: String) throws {
        let scratch = try ScratchDirectory()
        let source = "class Main { public static void main(String[] words) { \(statements) } }"
        let file = try scratch.file("Main.java", Array(source.utf8))
        #expect(try VerdictsReport.submit(["longestunique", file, "--time", "10"]).conclusion == "MLE")
    }

    @Test func `an exit code of Java's own is no sign of too little memory`() throws {
        let scratch = try ScratchDirectory()
        let source = "class Main { public static void main(String[] all) { System.exit(3); } }"
        let file = try scratch.file("Main.java", Array(source.utf8))
        #expect(try VerdictsReport.submit(["longestunique", file]).conclusion == "RTE exit:3")
    }
}

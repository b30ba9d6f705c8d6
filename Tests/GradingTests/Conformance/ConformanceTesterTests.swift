import Core
import FoundationEssentials
import Grading
import Languages
import Testing

@Suite struct ConformanceTesterTests {
    private let directory: String

    /// A set of programs for the toy language in which every row is a file.
    init() throws {
        directory = FileManager.default.temporaryDirectory.path + "/conformance-tests-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: directory + "/toy", withIntermediateDirectories: true)
        for row in ConformanceRow.allCases where row != .files && row != .map {
            try Data(row.rawValue.utf8).write(to: URL(filePath: "\(directory)/toy/\(row.rawValue).toy"))
        }
        try Data("There are no maps.\n".utf8).write(to: URL(filePath: "\(directory)/toy/map.none"))
    }

    private func check(
        _ row: ConformanceRow,
        _ bench: Bench,
        knownFailure: String? = nil
    ) async throws -> ConformanceResult {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let tester = ConformanceTester(
            executor: bench.executor,
            catalog: try Toys.catalog,
            locator: Toys.locator,
            programs: ConformancePrograms(directory: directory)
        )
        var profile = try #require(try Toys.catalog.profile("toy"))
        profile.conformance.knownFailures[row] = knownFailure
        return try await tester.check(row, of: profile)
    }

    private static func stopped(_ stop: Stop) -> Outcome { Outcome(termination: .signaled(name: "KILL"), stop: stop) }

    /// What a right program of each row would do with its input.
    private static func right(_ row: ConformanceRow, _ input: String) -> Outcome {
        let words = input.split(whereSeparator: \.isWhitespace)
        switch row {
        case .hello, .files, .warnings: return .wrote("Hello, World!\n")
        case .sum: return .wrote("\(words.dropFirst().reduce(0) { $0 + (Int($1) ?? 0) })")
        case .utf8: return .wrote(input + "žluťoučký kůň, καλημέρα, 日本語, 🙂\n")
        case .output: return .wrote(String(repeating: String(repeating: "x", count: 99) + "\n", count: 100_000))
        case .input: return .wrote("\(words.count / 2)\nline \(words.count / 2)\n")
        case .exit: return .exited(3)
        case .uncaught: return .exited(1, error: "nobody caught it\n")
        case .crash: return Outcome(termination: .signaled(name: "SEGV"))
        case .loop: return stopped(.cpuTime)
        case .memory: return stopped(.memory)
        case .deep: return .wrote("100000\n")
        case .broken: return .exited(1)
        case .threads: return .wrote("6000\n")
        case .bigint: return .wrote("30414093201713378043612608166064768844377641568960512000000000000\n")
        case .map: return .wrote("\(Set(words).count) \(words.count { $0 == "judge" })")
        case .sort:
            return .wrote(words.dropFirst().compactMap { Int($0) }.sorted().map(String.init).joined(separator: "\n"))
        case .network: return .wrote("no network\n")
        }
    }

    @Test(arguments: ConformanceRow.allCases.filter { ![.broken, .files, .map].contains($0) })
    func `a program that does what its row asks for passes`(row: ConformanceRow) async throws {
        let result = try await check(row, try Bench { input, _ in Self.right(row, input) })
        #expect(result.conclusion == .passed)
        #expect(result.usage != nil)
    }

    @Test func `the sum needs more than 32 bits, and every word of a map is counted`() async throws {
        let bench = try Bench { input, _ in Self.right(.sum, input) }
        _ = try await check(.sum, bench)
        let words = try #require(bench.commands("run-toy").first).inputText.split(separator: "\n")
        #expect(words.count == 1_000_001 && words[0] == "1000000")
        let sum = words.dropFirst().reduce(0) { $0 + (Int($1) ?? 0) }
        #expect(sum.magnitude > 1 << 33)
    }

    @Test(
        arguments: [
            (.hello, .wrote("hello, world!\n"), "WA (differs): String tokens mismatch, "),
            (.hello, .wrote(""), "WA (no-output)"),
            (.hello, .exited(1, error: "ld.so: no libtoy\nmore"), "RTE (exit:1): ld.so: no libtoy"),
            (.output, .wrote("xxx"), "WA (differs)"),
            (.exit, .exited(1), "RTE (exit:1)"),
            (.exit, .wrote(""), "it ends with exit code 0"),
            (.uncaught, .exited(1), "it says nothing on standard error"),
            (.uncaught, .wrote(""), "it ends with exit code 0"),
            (.crash, .exited(139), "RTE (exit:139)"),
            (.loop, stopped(.wallTime), "TLE (wall)"),
            (.loop, .wrote(""), "it ends with exit code 0"),
            (.memory, .exited(1, error: "MemoryError\n"), "RTE (exit:1): MemoryError"),
            (.memory, stopped(.cpuTime), "TLE (cpu)"),
            (.network, stopped(.forbiddenCall(name: "socket")), "RTE (syscall:socket)"),
        ] as [(ConformanceRow, Outcome, String)]
    )
    func `one that does not is told in a line`(row: ConformanceRow, outcome: Outcome, words: String) async throws {
        let result = try await check(row, try Bench { _, _ in outcome })
        guard case .failed(let reason) = result.conclusion else {
            Issue.record("\(result.conclusion)")
            return
        }
        #expect(reason.hasPrefix(words), "\(reason)")
        #expect(!reason.contains("\n"))
    }

    @Test(arguments: [
        ("broken.toy:3:5: error: unknown\n", nil), ("File \"broken.toy\", line 3\n", nil),
        ("broken.toy(3,5): no\n", nil),
        ("in broken.toy:\n  Line 03: no\n", nil), ("--> broken.toy:3\n", nil),
        ("other.toy:3: error\n", "its diagnostics do not name broken.toy: other.toy:3: error"),
        ("broken.toy:13: error\n", "its diagnostics do not name line 3: broken.toy:13: error"),
        ("broken.toy: 2 and 3\n", "its diagnostics do not name line 3: broken.toy: 2 and 3"),
        ("broken.toy:1:3: error\n", "its diagnostics do not name line 3: broken.toy:1:3: error"),
        ("broken.toy:1: 2 of 3\nbroken.toy:3: error\n", nil),
        ("broken.toy: two lines: error\n", "its diagnostics do not name line 3: broken.toy: two lines: error"),
        ("/root/x/broken.toy:3: error\n", "its diagnostics name a path of the host: /root/x/broken.toy:3: error"),
        ("", "its diagnostics do not name broken.toy: the compiler ended with the exit code 1 and said nothing"),
    ])
    func `diagnostics name the file and the line, and no path of the host`(said: String, failure: String?) async throws
    {
        let bench = try Bench(compile: { _ in .exited(1, error: said) })
        let result = try await check(.broken, bench)
        #expect(result.conclusion == (failure.map { .failed($0) } ?? .passed))
    }

    @Test func `a mistake that the compile step lets pass is a failure`() async throws {
        #expect(try await check(.broken, try Bench()).conclusion == .failed("the compile step accepts it"))
    }

    @Test func `a program that does not compile is told by its first diagnostic`() async throws {
        let bench = try Bench(compile: { _ in .exited(1, error: "hello.toy:1: no\nmore") })
        #expect(try await check(.hello, bench).conclusion == .failed("CE (diagnostics): hello.toy:1: no"))
    }

    @Test func `a warning has to be one`() async throws {
        let silent = Outcome(
            termination: .exited(code: 0),
            collected: Bundle(files: [BoxFile(path: "program", content: MemoryBytes("ELF"), isExecutable: true)])
        )
        let bench = try Bench(compile: { _ in silent }, run: { _, _ in .wrote("Hello, World!\n") })
        let result = try await check(.warnings, bench)
        #expect(result.conclusion == .failed("the compile step says nothing; have it warn of something"))
    }

    @Test func `a known failure is no failure until it passes`() async throws {
        let failing = try await check(.hello, try Bench { _, _ in .wrote("") }, knownFailure: "it is mute")
        #expect(failing.conclusion == .knownFailure("it is mute") && failing.isFine)
    }

    @Test func `a known failure that passes is to be taken off the list`() async throws {
        let passing = try await check(.hello, try Bench { _, _ in .wrote("Hello, World!") }, knownFailure: "it is mute")
        #expect(passing.conclusion == .failed("it passes now; take it off knownFailures in toy.yaml"))
    }

    @Test func `a row without a program says what to write, and one that cannot be says why`() async throws {
        let missing = try await check(.files, try Bench())
        #expect(!missing.isFine)
        guard case .missing(let words) = missing.conclusion else {
            Issue.record("\(missing.conclusion)")
            return
        }
        #expect(words.contains("write Sandboxes/conformance/toy/files/"))
    }

    @Test func `a row that cannot be says why`() async throws {
        let result = try await check(.map, try Bench())
        #expect(result.conclusion == .notApplicable("There are no maps.") && result.isFine)
    }

    @Test func `programs meet the limits that their rows state`() async throws {
        let bench = try Bench { _, _ in Self.stopped(.memory) }
        _ = try await check(.memory, bench)
        #expect(bench.commands("run-toy").map(\.limits.memory) == [.mebibytes(256)])
    }
}

import Core
import Glibc
import Linux
import SandboxTesting
import Testing

/// Everything that looks at what is left on the host: one test after the other.
@Suite(.serialized, .timeLimit(.minutes(60)))
enum EscapeSuites {}

extension EscapeSuites {
    /// All rows in random order, two at a time, and the host after every two.
    ///
    /// `ESCAPE_TIMES` says how many rounds, `ESCAPE_SEED` which order, `ESCAPE_ROWS` which rows (those whose name or class
    /// has one of the texts in it, which stand between bars), `ESCAPE_LANGUAGE` the rows of one language.
    @Suite
    struct EscapeSuite {
        @Test
        func `hostile programs meet exactly what they should, and the host is as it was`() async throws {
            let settings = Settings(HostEnvironment.variables())
            let canaries = try Canaries()
            defer { canaries.remove() }
            let arena = try await Arena(canaries: canaries)
            let rows = Row.all.filter(settings.picks)
            try #require(!rows.isEmpty, "no row has the text of ESCAPE_ROWS in its name")
            let runner = Runner(arena: arena)
            var sum = Tally()
            for round in 0..<settings.times {
                let seed = settings.seed &+ UInt64(round)
                let start = Clock.nanoseconds
                let tally = await runner.round(rows, seed: seed)
                let seconds = (Clock.nanoseconds - start) / 1_000_000_000
                sum.add(tally)
                Console.write(
                    "escape suite: round \(round + 1) of \(settings.times), seed \(seed), two at once, \(seconds) s: "
                        + (tally.isGood ? "all passed" : "\(tally.failures.count) failed")
                )
                for failure in tally.failures {
                    Console.write("  \(failure.row)\n    " + failure.lines.joined(separator: "\n    "))
                }
            }
            Console.write(sum.table.joined(separator: "\n"))
            let failed = Set(sum.failures.map(\.row)).sorted()
            #expect(failed.isEmpty, "what they met is above")
        }

        @Test(arguments: [
            "\u{1B}[2J", "\u{1B}]0;x\u{7}", "\u{1B}[38;5;199m", "\u{9B}2J", "\u{0}", "\u{8}", "\u{7F}", "\u{202E}",
            "a\rb",
        ])
        func `what a terminal obeys is found in what it gets`(_ order: String) {
            let harmless = "\r\u{1B}[K\u{1B}[2mcompiling\u{1B}[0m\r\u{1B}[Kline\tof text\r\n"
            #expect(TerminalSession.Result(code: 0, shown: Array(harmless.utf8)).orders.isEmpty)
            #expect(!TerminalSession.Result(code: 0, shown: Array((harmless + order).utf8)).orders.isEmpty)
        }

        @Test
        func `every program has a row, or a test that runs it`() throws {
            let tests = HostileCompiler.sources.replacing("/EscapeSuite/Programs", with: "")
            let texts = ScratchDirectory.contents(of: tests).filter { $0.hasSuffix(".swift") }
                .map { String(decoding: (try? HostFile.read($0)) ?? [], as: UTF8.self) }
            for path in ScratchDirectory.contents(of: HostileCompiler.sources)
            where HostDirectory.kind(of: path) == .file {
                let file = path.dropFirst(HostileCompiler.sources.count + 1)
                let name = file.prefix { $0 != "." }
                guard let last = file.split(separator: "/").last, file.contains("/") else { continue }
                let names = [String(file), String(name), String(last), String(last.prefix { $0 != "." })]
                let isUsed = texts.contains { text in names.contains { text.contains("\"\($0)\"") } }
                #expect(isUsed, "\(file) is run by nobody")
            }
        }

        @Test
        func `no two rows have the same name, and every row says what it tries`() {
            var names: Set<String> = []
            for row in Row.all {
                #expect(names.insert(row.name).inserted, "\(row.name) is there twice")
                #expect(!row.attempt.isEmpty, "\(row.name)")
                #expect(!row.attempt.contains("is missing"), "\(row.name): \(row.attempt)")
            }
            #expect(Set(Row.all.map(\.kind)) == Set(RowClass.allCases))
        }
    }
}

/// What is asked for by variables of the environment.
struct Settings {
    var times: Int
    var seed: UInt64
    var text: String
    var language: String?

    init(_ environment: [String: String]) {
        times = environment["ESCAPE_TIMES"].flatMap { Int($0) } ?? 1
        seed = environment["ESCAPE_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0..<1_000_000)
        text = environment["ESCAPE_ROWS", default: ""]
        language = environment["ESCAPE_LANGUAGE"]
    }

    func picks(_ row: Row) -> Bool {
        if let language, row.language != language { return false }
        let texts = text.split(separator: "|")
        return texts.isEmpty || texts.contains { row.name.contains($0) || row.kind.title.contains($0) }
    }
}

/// Where the suite's own words go, past the tests' own.
enum Console {
    static func write(_ text: String) {
        try? StandardStream.output.write(Array((text + "\n").utf8))
    }
}

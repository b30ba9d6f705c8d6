import CLI
import Core
import Testing

@Suite struct LiveReportTests {
    private func show(
        _ report: Report,
        compiled: Bool = true,
        events: Int,
        columns: Int = 80,
        output: Channel,
        error: Channel
    ) throws {
        let live = LiveReport(
            of: report.submission.problem,
            tests: report.tests.map(\.name),
            on: Console(output: output, error: error)
        )
        live.begin("compiling")
        if compiled { live.add(compile: report.compile) }
        for (index, test) in report.tests.prefix(events).enumerated() { live.add(test, at: index) }
        try live.finish(report)
    }

    private func plain(_ report: Report, events: Int, columns: Int = 80) throws -> String {
        let output = Recording()
        let error = Recording()
        try show(report, events: events, output: output.channel(columns: columns), error: error.channel())
        #expect(error.text.isEmpty)
        return output.text
    }

    @Test(arguments: 0...2)
    func `shows an accepted submission the same way however many events came`(events: Int) throws {
        #expect(
            try plain(Reports.accepted, events: events) == """
                compiled  0.110 s  30.0 MiB
                test          verdict  reason              cpu       wall       memory
                sample/1      AC                       0.012 s    0.014 s      8.3 MiB
                secret/01     AC                       0.012 s    0.014 s      8.3 MiB
                AC  hello  python3  2 tests  0.012 s  8.3 MiB

                """
        )
    }

    @Test func `shows where a rejected submission differs`() throws {
        #expect(
            try plain(Reports.wrong, events: 2) == """
                compiled  0.110 s  30.0 MiB
                test                    verdict  reason              cpu       wall       memory
                sample/1                WA       differs         0.012 s    0.014 s      8.3 MiB
                    line 1: 3 instead of 4
                    second
                secret/01               TLE      cpu             1.100 s    1.102 s      8.3 MiB
                    of the judges
                secret/02-with-a-long…  SK
                WA  hello  python3  differs  on sample/1 (1 of 3 tests)  1.100 s  8.3 MiB

                """
        )
    }

    @Test func `shows what the compiler said without what steers a terminal`() throws {
        let report = Reports.report(.compileError, reason: .diagnostics, compile: Reports.refused, tests: [])
        #expect(
            try plain(report, events: 0) == """
                not compiled  diagnostics  0.050 s  20.0 MiB
                    a.c:1:1: error: no\\u{1b}[31m
                      here
                    … (the rest is cut off)
                CE  hello  python3  diagnostics  0 tests

                """
        )
    }

    @Test(arguments: [(3, "b0\nb1\nb2"), (4, "4 tests\nc"), (0, "c")])
    func `puts many skipped tests in a row on one line`(count: Int, expected: String) {
        let tests =
            (0..<count).map { Reports.test("b\($0)", .skipped, cpu: nil) } + [Reports.test("c", .accepted)]
        let table = TestTable(names: tests.map(\.name), columns: 80, style: TextStyle(hasColour: false))
        let names = table.lines(for: tests).map { line in
            line.split(separator: "  ").first.map(String.init) ?? ""
        }
        #expect(names.joined(separator: "\n").hasPrefix(expected))
    }

    @Test func `keeps the order of the tests whatever the order of the events`() throws {
        let output = Recording()
        let console = Console(output: output.channel(), error: Recording().channel())
        let live = LiveReport(of: "hello", tests: Reports.accepted.tests.map(\.name), on: console)
        live.add(Reports.accepted.tests[1], at: 1)
        try live.finish(Reports.accepted)
        #expect(output.text == (try plain(Reports.accepted, events: 0)))
    }

    @Test(arguments: [(true, 0.1, "compiled before"), (false, 0, "nothing to compile")])
    func `says when nothing had to be compiled`(isCached: Bool, wallTime: Double, expected: String) {
        var report = Reports.accepted
        report.compile.cached = isCached
        report.compile.wallTime = wallTime
        report.compile.peakMemory = 0
        #expect(ReportText(report, style: TextStyle(hasColour: false)).compileLines == [expected])
    }

    @Test func `shows on a terminal what is going on and takes it away`() throws {
        let screen = Recording()
        let channel = screen.channel(isTerminal: true, hasColour: true, columns: 40)
        try show(Reports.accepted, events: 2, output: channel, error: channel)
        #expect(screen.text.contains("\r\u{1B}[K\u{1B}[2mcompiling\u{1B}[0m\r\u{1B}[K"))
        #expect(screen.text.contains("\u{1B}[2mhello  1 of 2 tests  secret/01\u{1B}[0m"))
        #expect(screen.text.hasSuffix("\r\u{1B}[K\u{1B}[32mAC\u{1B}[0m  hello  python3  2 tests  0.012 s  8.3 MiB\n"))
    }

    @Test func `tells that its lines could not be written`() {
        let broken = Channel { _ throws(Complaint) in throw Complaint(.ownFailure, "full") }
        #expect(throws: Complaint(.ownFailure, "full")) {
            try show(Reports.accepted, events: 1, output: broken, error: Recording().channel())
        }
    }
}

package import Core
internal import Grading
internal import Synchronization

/// Shows a grading while it goes on: the lines of the report as they become known, and below them, on a terminal, what
/// is going on.
package final class LiveReport: Sendable {
    private struct State {
        var hasCompileLine = false
        var shown = 0
        /// The first failure to write; events cannot throw.
        var failure: Complaint?
    }

    private let output: Channel
    private let status: StatusLine
    private let table: TestTable
    private let names: [String]
    private let what: String
    private let state = Mutex(State())

    /// A report of `what` with tests of these names.
    package init(of what: String, tests names: [String], on console: Console) {
        self.what = what
        self.names = names
        output = console.output
        status = StatusLine(on: console.error)
        table = TestTable(names: names, columns: console.output.columns, style: console.output.style)
    }

    /// Says what is going on before there is anything to report.
    package func begin(_ text: String) {
        state.withLock { attempt(&$0) { () throws(Complaint) in try status.show(text) } }
    }

    /// Shows that compiling is done.
    package func add(compile: Report.Compile) {
        // Why it failed is known to the report only.
        guard compile.ok else { return }
        state.withLock { state in
            state.hasCompileLine = true
            attempt(&state) { () throws(Complaint) in
                try show(ReportText.compileLines(compile, reason: nil, style: output.style))
                try showProgress(0)
            }
        }
    }

    /// Shows the test at `index`; one that is not the next has to wait until the report is whole.
    package func add(_ test: Report.Test, at index: Int) {
        state.withLock { state in
            guard index == state.shown else { return }
            let isFirst = state.shown == 0
            state.shown += 1
            let done = state.shown
            attempt(&state) { () throws(Complaint) in
                try show((isFirst ? [table.header] : []) + table.lines(for: test))
                try showProgress(done)
            }
        }
    }

    /// Shows what is not shown yet of the whole report.
    ///
    /// - Throws: `Complaint` when something could not be written, now or before.
    package func finish(_ report: Report) throws(Complaint) {
        let state = state.withLock { $0 }
        if let failure = state.failure { throw failure }
        let text = ReportText(report, style: output.style)
        var lines = state.hasCompileLine ? [] : text.compileLines
        if state.shown == 0, !report.tests.isEmpty { lines.append(table.header) }
        lines += table.lines(for: report.tests.dropFirst(state.shown))
        try show(lines + [text.summary])
    }

    /// Takes away what is only for the time being.
    package func abandon() {
        state.withLock { attempt(&$0) { () throws(Complaint) in try status.clear() } }
    }

    private func show(_ lines: [String]) throws(Complaint) {
        try status.clear()
        try output.write(lines: lines)
    }

    private func showProgress(_ done: Int) throws(Complaint) {
        guard done < names.count else { return }
        try status.show("\(what)  \(done) of \(Figures.count(names.count, "test"))  \(names[done])")
    }

    private func attempt(_ state: inout State, _ body: () throws(Complaint) -> Void) {
        guard state.failure == nil else { return }
        do throws(Complaint) { try body() } catch { state.failure = error }
    }
}

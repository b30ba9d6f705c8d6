package import Core

/// A plain run as people see it: the program's own output, then a line about the run on standard error.
package struct RunText {
    private let report: RunReport
    private let outcome: Outcome?

    /// The text of `report`, whose streams are in `outcome` as a whole.
    package init(_ report: RunReport, outcome: Outcome?) {
        self.report = report
        self.outcome = outcome
    }

    /// Shows up to `capture` of each stream, or all of it, and the line.
    ///
    /// - Throws: `Complaint` when it cannot be written, `ByteSourceFailure` when a stream cannot be read.
    package func show(capture: ByteCount?, on console: Console) throws {
        guard let outcome else {
            let compile = report.compile.map {
                ReportText.compileLines($0, reason: report.reason, style: console.error.style)
            }
            return try console.error.write(lines: compile ?? ["not compiled"])
        }
        _ = try copy(outcome.standardOutput, capture, to: console.output)
        let last = try copy(outcome.standardError, capture, to: console.error)
        // Our line is one of its own, whatever the program left open.
        if let last, last != 0x0A { try console.error.write("\n") }
        try console.error.write(lines: [line(style: console.error.style)])
    }

    /// How the run ended and what it used.
    package func line(style: TextStyle) -> String {
        var parts = [style.mark(words, report.isGood ? .good : .bad)]
        if let usage = report.usage {
            parts.append(Figures.seconds(usage.cpuTime.inSeconds) + " cpu")
            parts.append(Figures.seconds(usage.wallTime.inSeconds) + " wall")
            parts.append(Figures.mebibytes(usage.peakMemory.bytes))
            if let resident = usage.peakResidentSet { parts.append("resident " + Figures.mebibytes(resident.bytes)) }
            if let processes = usage.peakProcesses, processes > 1 { parts.append("\(processes) processes") }
        }
        return "assay: " + parts.joined(separator: "  ")
    }

    private var words: String {
        switch report.ending {
        case .exited: "exited with code \(report.exitCode ?? 0)"
        case .signaled:
            if case .systemCall(let name)? = report.reason {
                "killed for the forbidden system call \(name)"
            } else {
                "ended by signal \(report.signal ?? "unknown")"
            }
        case .timeLimit: "stopped at the limit of CPU time"
        case .wallLimit: "stopped at the limit of time on the clock"
        case .memoryLimit: "stopped at the limit of memory"
        case .outputLimit: "stopped at the limit of output"
        case .compileError: "not compiled"
        }
    }

    /// Copies piece by piece; as bytes, unless a terminal would take them for orders.
    ///
    /// - Returns: The last byte written; nil when there was none.
    private func copy(_ source: any ByteSource, _ limit: ByteCount?, to channel: Channel) throws -> UInt8? {
        let end = min(source.byteCount, limit?.bytes ?? .max)
        if channel.isSeenOnTerminal {
            let text = VisibleText.block(String(decoding: try source.bytes(upTo: end), as: UTF8.self))
            let line = text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
            try channel.write(line)
            return line.utf8.last
        }
        var last: UInt8?
        var offset = 0
        while offset < end {
            let piece = try source.read(from: offset, upTo: min(1 << 16, end - offset))
            if piece.isEmpty { break }
            try channel.write(piece)
            offset += piece.count
            last = piece.last
        }
        return last
    }
}

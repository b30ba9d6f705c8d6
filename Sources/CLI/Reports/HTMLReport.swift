internal import Core

/// One page that needs nothing else: every submission, and a strip with a cell for each of its tests.
enum HTMLReport {
    static func write(_ journal: Journal, to file: ReportFile) throws {
        try file.write(ReportPage.head)
        try file.write("<script type=\"application/json\" id=\"data\">{\"results\":[\n")
        var names: [String: [String]] = [:]
        var isFirst = true
        try JournalLine.forEach(in: journal) { line in
            let tests = line.tests?.map(\.name) ?? []
            // Of one package all results have the same tests; what was not compiled has none.
            if names[line.problem, default: []].count < tests.count { names[line.problem] = tests }
            let bytes = try JSONLine.bytes(of: Row(line)).dropLast()
            try file.write((isFirst ? "" : ",\n") + embedded(bytes))
            isFirst = false
        }
        try file.write("\n],\"tests\":" + embedded(try JSONLine.bytes(of: names).dropLast()) + "}</script>\n")
        try file.write(ReportPage.script)
    }

    /// JSON that no reader of HTML takes for the end of its element, or for a comment.
    private static func embedded(_ json: some Sequence<UInt8>) -> String {
        String(decoding: Array(json), as: UTF8.self).replacing("<", with: "\\u003C")
    }

    /// A submission as the page reads it: short names, since there may be very many.
    private struct Row: Encodable {
        let i: String
        let p: String
        let l: String?
        let v: String?
        let r: String?
        let s: Double?
        let x: Double?
        let c: Double?
        let m: Int?
        let a: Bool?
        let e: String
        let k: String?
        /// For each test: its verdict, milliseconds of CPU time, KiB of memory.
        let t: [Cell]

        init(_ line: JournalLine) {
            i = line.id
            p = line.problem
            l = line.submission?.language
            v = line.verdict?.rawValue
            r = line.surprises?.joined(separator: "; ") ?? line.reason
            s = line.score
            x = line.maxScore
            // Of what was never run there are no figures, and 0 would be one.
            let wasRun = (line.tests ?? []).contains { $0.cpuTime != nil }
            c = wasRun ? line.cpuTime : nil
            m = wasRun ? line.peakMemory : nil
            a = line.asExpected
            e = line.expected.map(\.rawValue).joined(separator: " ")
            k = line.skipped
            t = (line.tests ?? []).map { Cell($0) }
        }
    }

    /// `[verdict]`, or with time and memory.
    private struct Cell: Encodable {
        let test: JournalLine.Test

        init(_ test: JournalLine.Test) { self.test = test }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.unkeyedContainer()
            try container.encode(test.verdict)
            guard let time = test.cpuTime, let memory = test.peakMemory else { return }
            try container.encode((time * 1000).rounded())
            try container.encode(memory >> 10)
        }
    }
}

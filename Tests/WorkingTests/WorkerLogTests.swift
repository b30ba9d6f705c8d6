import Synchronization
import Testing
import Working

struct WorkerLogTests {
    private func line(_ format: WorkerLog.Format, _ fields: KeyValuePairs<String, WorkerLog.Field>) -> String {
        let lines = Mutex("")
        WorkerLog(format) { line in lines.withLock { $0 += line } }.say("told", fields, level: .warning)
        return lines.withLock { $0 }
    }

    @Test func `a line of text has its words, and quotes where a word does not tell itself`() {
        let text = line(
            .text,
            ["job": "ab12", "reason": "no \"room\"\n", "took": .seconds(.milliseconds(1234)), "n": 3]
        )
        #expect(text.hasSuffix("Z warning told job=ab12 reason=\"no \\\"room\\\"\\u000a\" took=1.234 n=3\n"))
    }

    @Test func `a line of JSON is one object, and nothing in it steers a terminal`() {
        let text = line(.json, ["reason": "\u{1B}[2J\\ \u{202E}", "took": .seconds(.milliseconds(5))])
        #expect(
            text.hasSuffix(
                ",\"level\":\"warning\",\"event\":\"told\",\"reason\":\"\\u001b[2J\\\\ \\u202e\",\"took\":0.005}\n"
            )
        )
        #expect(text.hasPrefix("{\"time\":\"2"))
    }
}

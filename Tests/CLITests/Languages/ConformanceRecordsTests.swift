import CLI
import Core
import FoundationEssentials
import Grading
import Languages
import Testing

/// The file that a conformance run which was broken off goes on with.
@Suite struct ConformanceRecordsTests {
    private static let usage = Usage(cpuTime: .milliseconds(31), wallTime: .milliseconds(40), peakMemory: .mebibytes(9))

    private static let fine = [
        ConformanceResult(row: .hello, conclusion: .passed, usage: usage),
        .init(row: .deep, conclusion: .knownFailure("no \"stack\"\u{1B}|"), usage: usage),
        .init(row: .bigint, conclusion: .notApplicable("no big integers")),
    ]

    @Test(arguments: fine)
    func `gives back what was fine, for that language and what it was tried with`(result: ConformanceResult) throws {
        let scratch = try ScratchDirectory()
        let path = scratch.path + "/results"
        try ConformanceRecords(path).keep(result, language: "zig", key: "a")
        let records = try ConformanceRecords(path)
        #expect(records.result(of: result.row, language: "zig", key: "a") == result)
        #expect(records.result(of: result.row, language: "zig", key: "b") == nil)
        #expect(records.result(of: result.row, language: "zag", key: "a") == nil)
        #expect(records.result(of: .sum, language: "zig", key: "a") == nil)
    }

    @Test func `what failed, or had no program, is tried again, and the last result counts`() throws {
        let scratch = try ScratchDirectory()
        let path = scratch.path + "/results"
        let records = try ConformanceRecords(path)
        let failed = ConformanceResult(row: .hello, conclusion: .failed("WA"), usage: Self.usage)
        try records.keep(failed, language: "zig", key: "a")
        try records.keep(.init(row: .sum, conclusion: .missing("write it")), language: "zig", key: "a")
        #expect(records.result(of: .hello, language: "zig", key: "a") == nil)
        #expect(records.result(of: .sum, language: "zig", key: "a") == nil)
        try records.keep(Self.fine[0], language: "zig", key: "a")
        let again = try ConformanceRecords(path)
        #expect(again.result(of: .hello, language: "zig", key: "a") == Self.fine[0])
        try again.keep(failed, language: "zig", key: "a")
        #expect(try ConformanceRecords(path).result(of: .hello, language: "zig", key: "a") == nil)
    }

    @Test func `a line that was cut off is removed, and those before it stay`() throws {
        let scratch = try ScratchDirectory()
        let path = scratch.path + "/results"
        let records = try ConformanceRecords(path)
        try records.keep(Self.fine[0], language: "zig", key: "a")
        let first = try Data(contentsOf: URL(fileURLWithPath: path))
        try records.keep(Self.fine[1], language: "zig", key: "a")
        let both = try Data(contentsOf: URL(fileURLWithPath: path))
        try both.dropLast(9).write(to: URL(fileURLWithPath: path))
        let again = try ConformanceRecords(path)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == first)
        #expect(again.result(of: .hello, language: "zig", key: "a") == Self.fine[0])
        #expect(again.result(of: .deep, language: "zig", key: "a") == nil)
        try again.keep(Self.fine[1], language: "zig", key: "a")
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == both)
    }

    @Test(arguments: ["notes\n", "notes", "{\"language\": 1}\n"])
    func `a file with anything else in it is refused and stays as it is`(text: String) throws {
        let scratch = try ScratchDirectory()
        let path = try scratch.file("notes", Array(text.utf8))
        let complaint = #expect(throws: Complaint.self) { _ = try ConformanceRecords(path) }
        #expect(complaint?.message.contains("give --results another file") == true)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(text.utf8))
    }
}

import Core
import Testing

@testable import Grading

@Suite struct CompileNoteTests {
    private static let usage = Usage(
        cpuTime: .microseconds(110_123),
        wallTime: .milliseconds(120),
        peakMemory: .mebibytes(30)
    )

    @Test(arguments: ["", "one line", "\n\nwarning: é\n", "truncated 1\n\nassay compile note 1\n"])
    func `a note is read as it was written`(diagnostics: String) {
        let note = CompileNote(usage: Self.usage, diagnostics: diagnostics, isTruncated: !diagnostics.isEmpty)
        #expect(CompileNote(note.bytes) == note)
    }

    @Test(arguments: [
        "", "assay compile note 1",
        "assay compile note 2\ncpu-microseconds 1\nwall-microseconds 1\npeak-bytes 1\ntruncated 0\n\n",
        "assay compile note 1\ncpu-microseconds x\nwall-microseconds 1\npeak-bytes 1\ntruncated 0\n\n",
        "assay compile note 1\nwall-microseconds 1\ncpu-microseconds 1\npeak-bytes 1\ntruncated 0\n\n",
    ])
    func `what is no note of this version is none`(text: String) {
        #expect(CompileNote(Array(text.utf8)) == nil)
    }

    @Test func `bytes that are no UTF-8 are no note`() {
        #expect(CompileNote(CompileNote(usage: Self.usage).bytes + [0xFF]) == nil)
    }
}

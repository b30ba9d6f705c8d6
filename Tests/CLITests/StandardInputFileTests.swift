import CLI
import Core
import Glibc
import Linux
import Testing

@Suite struct StandardInputFileTests {
    @Test func `a file that is larger than memory should hold is refused before it is copied`() throws {
        let scratch = try ScratchDirectory()
        let path = try scratch.file("large.in", [65])
        #expect(try StandardInputFile.open(path).byteCount == 1)
        // A hole: nothing is written.
        try #require(truncate(path, (1 << 30) + 1) == 0)
        let error = #expect(throws: Complaint.self) { try StandardInputFile.open(path) }
        #expect(error?.exitCode == .badInput)
        #expect(
            error?.line.contains("\(path): 1024.0 MiB is too large for a file for standard input") == true,
            "\(error?.line ?? "")"
        )
    }

    @Test func `the largest is half of what is available, and never more than a GiB`() {
        #expect(StandardInputFile.largest(available: nil) == .mebibytes(1024))
        #expect(StandardInputFile.largest(available: .mebibytes(100_000)) == .mebibytes(1024))
        #expect(StandardInputFile.largest(available: .mebibytes(300)) == .mebibytes(150))
    }
}

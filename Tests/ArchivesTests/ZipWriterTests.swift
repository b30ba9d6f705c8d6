import Archives
import Core
import Testing

struct ZipWriterTests {
    private func zip(_ files: [(String, String, Bool)]) throws -> [UInt8] {
        var writer = ZipWriter()
        var bytes: [UInt8] = []
        for (name, text, isExecutable) in files {
            bytes += try writer.begin(name, isExecutable: isExecutable, content: MemoryBytes(text))
            bytes += Array(text.utf8)
        }
        return bytes + writer.finish()
    }

    @Test func `what was packed is unpacked as it was, with its permissions`() throws {
        let files = [("a/b.txt", "text\n", false), ("a/run", "", true), ("\u{E4}.in", "12", false)]
        let archive = try ZipArchive(MemoryBytes(try zip(files)))
        #expect(archive.entries.map(\.path) == files.map(\.0))
        #expect(archive.entries.map(\.kind) == files.map { .file(isExecutable: $0.2) })
        for (entry, file) in Swift.zip(archive.entries, files) {
            var content: [UInt8] = []
            let error = archive.unpack(entry) { (piece: [UInt8]) throws(Never) in content += piece }
            #expect(error == nil)
            #expect(content == Array(file.1.utf8))
        }
    }

    @Test func `the same files always give the same bytes`() throws {
        let files = [("a", "1", false), ("b", "2", true)]
        #expect(try zip(files) == zip(files))
    }
}

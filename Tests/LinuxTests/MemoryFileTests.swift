import Core
import Glibc
import Linux
import Testing

struct MemoryFileTests {
    @Test(arguments: [0, 1, 262_144, 300_000])
    func `a sealed file holds all of its source`(count: Int) throws {
        let content = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        let file = try MemoryFile.sealed("test", holding: MemoryBytes(content))
        #expect(try file.read(at: 0, upTo: count + 1) == content)
    }

    @Test func `a sealed file can be changed by nobody in no way`() throws {
        let file = try MemoryFile.sealed("test", holding: MemoryBytes("input"))
        let number = file.number
        #expect(throws: Errno.notPermitted) { try file.write(Array("other".utf8), at: 0) }
        #expect(throws: Errno.notPermitted) { try file.write([1], at: 5) }
        #expect(ftruncate(number, 0) == -1)
        #expect(ftruncate(number, 100) == -1)
        // Another open file of the same memory, as a program would come by it.
        let again = try Descriptor.open("/proc/self/fd/\(number)", O_RDWR)
        #expect(throws: Errno.notPermitted) { try again.write([1], at: 0) }
        #expect(try file.read(at: 0, upTo: 9) == Array("input".utf8))
    }

    @Test func `nobody may execute a memory file`() throws {
        let file = try MemoryFile.make("output")
        try file.write([UInt8](try HostFile.read("/bin/true", limit: .mebibytes(16))), at: 0)
        #expect(try file.status().st_mode & 0o7777 == 0o666)
        #expect(throws: Errno.denied) {
            _ = try ChildProcess(executable: file.number, arguments: ["true"], input: 0, output: 1, error: 2)
        }
    }

    @Test func `a source that fails is told as such`() {
        struct Broken: ByteSource {
            let byteCount = 5
            func read(from offset: Int, upTo limit: Int) throws(ByteSourceFailure) -> [UInt8] {
                throw ByteSourceFailure("the disk is gone")
            }
        }
        do throws(MemoryFile.FillFailure) {
            _ = try MemoryFile.sealed("test", holding: Broken())
            Issue.record("nothing was thrown")
        } catch {
            #expect(error.description == "the disk is gone")
        }
    }

    @Test func `an emptied file starts anew`() throws {
        let file = try MemoryFile.make("test")
        try file.write(Array("first".utf8))
        try file.rewindEmpty()
        try file.write(Array("2nd".utf8))
        #expect(try file.read(at: 0, upTo: 9) == Array("2nd".utf8))
    }
}

import Core
import Glibc
import Linux
import Testing

struct HostFileTests {
    /// A directory that is gone with the test.
    private struct Scratch: ~Copyable {
        let path: String

        init() throws {
            var template = Array("/tmp/assay-linux-tests-XXXXXX".utf8CString)
            _ = try #require(mkdtemp(&template))
            path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }

        deinit { try? HostWriting.removeTree(path) }
    }

    @Test func `what is no regular file is written to, and stays what it is`() throws {
        let scratch = try Scratch()
        let pipe = scratch.path + "/pipe"
        try #require(mkfifo(pipe, 0o600) == 0)
        let reader = try Descriptor.open(pipe, O_RDWR)
        try HostFile.replace(pipe, with: Array("hello".utf8))
        var buffer = [UInt8](repeating: 0, count: 10)
        #expect(read(reader.number, &buffer, buffer.count) == 5 && buffer.starts(with: "hello".utf8))
        try HostFile.replace(scratch.path + "/file", with: Array("longer than the next one".utf8))
        try #require(symlink("file", scratch.path + "/link") == 0)
        try HostFile.replace(scratch.path + "/link", with: Array("new".utf8))
        #expect(try HostFile.read(scratch.path + "/file") == Array("new".utf8))
        #expect(HostDirectory.target(ofLink: scratch.path + "/link") == "file")
        #expect(HostDirectory.kind(of: pipe) == .other)
    }

    @Test func `a file is read whole or in pieces, and never past its limit`() throws {
        let scratch = try Scratch()
        let path = scratch.path + "/file"
        try HostFile.replace(path, with: Array("hello, world".utf8))
        #expect(try HostFile.read(path) == Array("hello, world".utf8))
        #expect(try HostFile(path: path).read(from: 7, upTo: 3) == Array("wor".utf8))
        #expect(throws: Errno.tooLarge) { try HostFile.read(path, limit: .init(11)) }
        try HostFile.replace(path, with: [])
        #expect(try HostFile.read(path).isEmpty)
        #expect(try HostDirectory.entries(of: scratch.path).map(\.name) == ["file"])
    }

    @Test func `what is no regular file is refused at once`() throws {
        let scratch = try Scratch()
        let fifo = scratch.path + "/fifo"
        try #require(mkfifo(fifo, 0o600) == 0)
        #expect(throws: Errno.isDirectory) { try HostFile(path: scratch.path) }
        #expect(throws: Errno.invalid) { try HostFile(path: fifo) }
        #expect(throws: Errno.missing) { try HostFile(path: scratch.path + "/nothing") }
    }

    @Test func `removing a tree follows no link out of it`() throws {
        let scratch = try Scratch()
        let (kept, removed) = (scratch.path + "/kept", scratch.path + "/removed")
        for directory in [kept, removed, removed + "/inner"] { try HostWriting.makeDirectory(directory, mode: 0o700) }
        try HostFile.replace(kept + "/file", with: [1])
        try #require(symlink(kept, removed + "/inner/link") == 0)
        try HostWriting.removeTree(removed)
        #expect(HostDirectory.kind(of: removed) == nil)
        #expect(HostDirectory.kind(of: kept + "/file") == .file)
    }

    @Test func `a lock is held once, and free when its holder is gone`() throws {
        let scratch = try Scratch()
        let path = scratch.path + "/lock"
        do {
            let lock = try FileLock(path: path)
            #expect(throws: Errno.again) { _ = try FileLock(path: path) }
            _ = lock.file.number
        }
        _ = try FileLock(path: path)
    }

    @Test func `a lock that was let go is free, though a process that was forked meanwhile has a copy of it`() throws {
        let scratch = try Scratch()
        let path = scratch.path + "/lock"
        let copy: Int32
        do {
            let lock = try FileLock(path: path)
            // What a fork leaves in the child until its execve: the same open file under another descriptor.
            copy = dup(lock.file.number)
            try #require(copy >= 0)
        }
        defer { close(copy) }
        _ = try FileLock(path: path)
    }

    @Test func `a file that is made must be new`() throws {
        let scratch = try Scratch()
        let path = scratch.path + "/new"
        _ = try HostWriting.makeFile(path, mode: 0o444)
        #expect(throws: Errno.exists) { _ = try HostWriting.makeFile(path, mode: 0o444) }
        try #require(symlink(path, scratch.path + "/link") == 0)
        #expect(throws: Errno.exists) { _ = try HostWriting.makeFile(scratch.path + "/link", mode: 0o444) }
    }
}

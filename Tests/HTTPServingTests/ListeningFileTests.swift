import Glibc
import HTTPServing
import Testing

/// A server at a file, and what else may be there.
@Suite(.timeLimit(.minutes(60))) struct ListeningFileTests {
    /// A directory of its own, for as long as `body` takes.
    private func inDirectory(_ body: (String) throws -> Void) throws {
        let directory = "/tmp/assay-listen-\(UInt64.random(in: 0 ... .max))"
        try #require(mkdir(directory, 0o700) == 0)
        defer {
            for name in ["socket", "link", "other"] { unlink("\(directory)/\(name)") }
            rmdir(directory)
        }
        try body(directory)
    }

    private func server(_ path: String) throws -> Server {
        try Server(try #require(ListenAddress(text: "unix:\(path)")), handler: ToyHandler())
    }

    private func write(_ text: String, to path: String) throws {
        let number = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        try #require(number >= 0)
        defer { close(number) }
        #expect(text.withCString { Glibc.write(number, $0, strlen($0)) } == text.utf8.count)
    }

    private func text(of path: String) -> String? {
        let number = open(path, O_RDONLY)
        guard number >= 0 else { return nil }
        defer { close(number) }
        var bytes = [UInt8](repeating: 0, count: 100)
        let count = read(number, &bytes, bytes.count)
        return count < 0 ? nil : String(decoding: bytes.prefix(count), as: UTF8.self)
    }

    /// What `lstat`(2) says of a path: its kind and number; nil: there is nothing.
    private func status(of path: String) -> (kind: mode_t, number: UInt)? {
        var status = stat()
        return lstat(path, &status) == 0 ? (status.st_mode & S_IFMT, UInt(status.st_ino)) : nil
    }

    /// Calls `body` with the address of that path.
    private func with(_ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> CInt) -> CInt {
        var place = sockaddr_un()
        place.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &place.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        return withUnsafeBytes(of: place) { bytes in
            guard let base = bytes.baseAddress else { return -1 }
            return body(base.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count))
        }
    }

    private func isAnswering(_ path: String) -> Bool {
        let number = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
        defer { close(number) }
        return with(path) { connect(number, $0, $1) } == 0
    }

    @Test func `a file that is no socket is left as it is, and so is a link`() throws {
        try inDirectory { directory in
            let path = "\(directory)/socket"
            try write("precious", to: path)
            #expect(throws: ServerError.occupied(path)) { try server(path) }
            #expect(text(of: path) == "precious")
            let link = "\(directory)/link"
            #expect(symlink("socket", link) == 0)
            #expect(throws: ServerError.occupied(link)) { try server(link) }
            #expect(text(of: link) == "precious" && status(of: link)?.kind == S_IFLNK)
        }
    }

    @Test func `the socket of a server that was killed is taken over, one that somebody listens at is not`() throws {
        try inDirectory { directory in
            let path = "\(directory)/socket"
            let dead = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
            #expect(with(path) { bind(dead, $0, $1) } == 0)
            close(dead)
            #expect(!isAnswering(path))
            let first = try server(path)
            defer { first.stop(patience: .seconds(5)) }
            #expect(status(of: path)?.kind == S_IFSOCK)
            #expect(throws: ServerError.self) { try server(path) }
            #expect(isAnswering(path))
        }
    }

    @Test func `a server takes its own socket away at its end, and nothing that came in its place`() throws {
        try inDirectory { directory in
            let path = "\(directory)/socket"
            try server(path).stop(patience: .seconds(5))
            #expect(status(of: path) == nil)
            let first = try server(path)
            #expect(rename(path, "\(directory)/other") == 0)
            try write("precious", to: path)
            first.stop(patience: .seconds(5))
            #expect(text(of: path) == "precious")
        }
    }
}

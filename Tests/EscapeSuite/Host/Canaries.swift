import Core
import Glibc
import Linux
import SandboxTesting

/// Things of the host that everybody may change, and that nobody does as long as boxes hold.
final class Canaries: Sendable {
    /// A directory that everybody may write to, with files of every kind that everybody may write to.
    let directory: String
    /// The port of a listener on the host's loopback device.
    let port: Int
    /// The name of a listener that is in no file system, without the NUL that it begins with.
    let socketName: String
    /// The key of a System V segment and of a queue of the host's, which everybody may use.
    let key: Int
    private let loopback: Descriptor
    private let abstract: Descriptor
    private let segment: CInt
    private let queue: CInt

    private static let content = "what was there before\n"
    /// A file that is never read here, so that the time of its last reading is a box's doing.
    private static let unread = "unread"
    private static let modes: [(name: String, mode: mode_t)] = [
        (".", 0o777), ("directory", 0o777), ("open", 0o666), ("unread", 0o666), ("directory/file", 0o666),
        ("fifo", 0o666), ("tool", 0o6755),
    ]
    /// Files of the host that every program would like to change.
    private static let hostFiles = [
        "/etc/passwd", "/etc/shadow", "/etc/group", "/etc/hosts", "/etc/crontab", "/usr/bin/gcc",
        "/usr/bin/python3", "/usr/bin/node", "/usr/bin/perl", "/bin/bash", "/dev/null", "/dev/zero", "/dev/full",
        "/dev/random", "/dev/urandom",
    ]

    /// - Throws: the errno of what could not be made, or why the tool among them cannot be compiled.
    init() throws {
        directory = try ScratchDirectory.shared.get() + "/canaries"
        socketName = "escape-canary-\(getpid())"
        key = 0x4553_0000 + Int(getpid()) % 0xFFFF
        try HostDirectory.make(directory + "/directory")
        for name in ["open", "unread", "directory/file"] {
            try Self.write(Array(Self.content.utf8), to: directory + "/" + name)
        }
        try Self.write(try HostileProgram.compile("Files/who"), to: directory + "/tool")
        guard symlink("/etc/shadow", directory + "/link") == 0, mkfifo(directory + "/fifo", 0o666) == 0 else {
            throw Errno.last
        }
        // Whatever our own mask of modes is.
        for (name, mode) in Self.modes where chmod("\(directory)/\(name)", mode) != 0 { throw Errno.last }
        loopback = try HostListener.onLoopback()
        port = try HostListener.port(of: loopback)
        abstract = try HostListener.named(socketName)
        segment = shmget(key_t(key), 4096, CInt(IPC_CREAT) | 0o666)
        queue = msgget(key_t(key), CInt(IPC_CREAT) | 0o666)
        guard segment >= 0, queue >= 0 else { throw Errno.last }
    }

    /// Takes away what no directory holds.
    func remove() {
        shmctl(segment, CInt(IPC_RMID), nil)
        msgctl(queue, CInt(IPC_RMID), nil)
    }

    /// How they are.
    func things() -> [String: String] {
        var things: [String: String] = [:]
        for name in ["link"] + Self.modes.map(\.name) {
            things["canary \(name)"] = FileFacts("\(directory)/\(name)").exact
        }
        for path in Self.hostFiles { things[path] = FileFacts(path).exact }
        for path in [SandboxUnderTest.jailer, SandboxUnderTest.sandboxes + "/policies"] {
            things[path] = FileFacts(path).exact
        }
        things["reading of the canary that nobody reads"] = FileFacts(directory + "/" + Self.unread).lastReading
        let names = (try? HostDirectory.entries(of: directory).map(\.name)) ?? []
        things["names among the canaries"] = names.joined(separator: " ")
        for name in ["open", "directory/file"] {
            let bytes = (try? HostFile.read("\(directory)/\(name)")) ?? []
            things["content of the canary \(name)"] = String(decoding: bytes, as: UTF8.self)
        }
        return things
    }

    /// Whether somebody has called at the listener on the loopback device.
    var hasCallerOnLoopback: Bool { HostListener.hasCaller(loopback) }

    /// Whether somebody has called at the listener with an abstract name.
    var hasCallerByName: Bool { HostListener.hasCaller(abstract) }

    private static func write(_ bytes: [UInt8], to path: String) throws {
        try Descriptor.open(path, O_WRONLY | O_CREAT | O_EXCL, mode: 0o600).write(bytes)
    }
}

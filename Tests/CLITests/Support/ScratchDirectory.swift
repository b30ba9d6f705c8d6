import FoundationEssentials
import Glibc
import Linux

/// A directory of a test's own that is gone with it.
struct ScratchDirectory: ~Copyable {
    let path: String

    init() throws {
        let temporary = FileManager.default.temporaryDirectory.path
        path = "\(temporary)/assay-cli-tests-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Makes a file, and the directories above it.
    @discardableResult
    borrowing func file(_ name: String, _ content: [UInt8] = [], executable: Bool = false) throws -> String {
        let full = "\(path)/\(name)"
        let parent = String(full[..<(full.lastIndex(of: "/") ?? full.endIndex)])
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        guard
            FileManager.default.createFile(
                atPath: full,
                contents: Data(content),
                attributes: [.posixPermissions: executable ? 0o755 : 0o644]
            )
        else { throw ScratchFailure(path: full) }
        return full
    }

    /// Makes a directory, and those above it.
    @discardableResult
    borrowing func directory(_ name: String) throws -> String {
        let full = "\(path)/\(name)"
        try FileManager.default.createDirectory(atPath: full, withIntermediateDirectories: true)
        return full
    }

    /// Makes a file of that size without writing it.
    borrowing func hole(_ name: String, size: Int) throws -> String {
        let full = try file(name)
        let handle = try Descriptor.open(full, O_WRONLY)
        try handle.write([0], at: size - 1)
        return full
    }
}

struct ScratchFailure: Error {
    let path: String
}

import FoundationEssentials
import Languages

/// A directory of a test's own, removed with it.
final class Scratch: Sendable {
    let path: String

    init() throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: "assay-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        path = directory.resolvingSymlinksInPath().path()
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file, with the directories above it; the result is its absolute path.
    @discardableResult
    func write(_ name: String, _ text: String = "") throws -> String {
        let file = path + "/" + name
        let directory = String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)])
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: file))
        return file
    }

    /// Writes a file that may be executed.
    @discardableResult
    func writeTool(_ name: String) throws -> String {
        let file = try write(name, "#!/bin/false\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
        return file
    }

    /// Makes a symbolic link; the result is its absolute path.
    @discardableResult
    func link(_ name: String, to target: String) throws -> String {
        let file = path + "/" + name
        let directory = String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)])
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: target)
        return file
    }
}

/// The project's own data.
enum Shipped {
    static let sandboxes = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sandboxes").path()
    static let languages = sandboxes + "/languages"

    /// Read once: there are many profiles, and many tests that ask for each of them.
    private static let loaded = Result { try LanguageCatalog(directory: languages) }

    static func catalog() throws -> LanguageCatalog { try loaded.get() }
}

/// A profile as text, from which tests leave out or change a part.
enum SampleProfile {
    static let text = """
        id: zig
        name: Zig
        aliases: [ziglang]
        extensions: [zig, zg]
        companions: [zon]
        interpreters: [zig]
        priority: 5
        names: {kattis: zig, judge0: [7], piston: zig}
        packages: [zig, libc6-dev]
        tools:
          zig: {candidates: [zig, zig-next]}
        version: {command: ["{zig}", version], after: "zig"}
        compile:
          command: ["{zig}", build, -o, "{binary}", "-m{memory-10}", "{files}"]
          environment: {CACHE: "/tmp/{stem}"}
          policy: compiler
          root: {base: development}
        run:
          command: ["{binary}", "--stack={stack}", "{arguments}"]
          policy: native
          root: {base: empty}
          allowance: {memory: 32 MiB, processes: 100, stack: 64 MiB, timeFactor: 1.5}
        outOfMemory: {exitCode: 9, text: no memory}
        selfTest: {file: sum.zig, source: "x", input: "1", output: "2"}

        """

    static func replacing(_ part: String, with other: String) -> String {
        let pieces = text.split(separator: part, omittingEmptySubsequences: false)
        precondition(pieces.count > 1, "the sample has no \(part)")
        return pieces.joined(separator: other)
    }
}

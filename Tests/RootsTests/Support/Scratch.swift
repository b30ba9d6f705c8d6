import FoundationEssentials

/// A directory of a test's own, removed with it.
final class Scratch: Sendable {
    let path: String

    init() throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: "assay-roots-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        path = directory.resolvingSymlinksInPath().path()
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file, with the directories above it; the result is its absolute path.
    @discardableResult
    func write(_ name: String, _ text: String = "", mode: Int = 0o644) throws -> String {
        let file = path + "/" + name
        let directory = String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)])
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: file))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
        return file
    }

    /// Makes a symbolic link, with the directories above it.
    func link(_ name: String, to target: String) throws {
        let file = path + "/" + name
        let directory = String(file[..<(file.lastIndex(of: "/") ?? file.endIndex)])
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: target)
    }

    /// The names in a directory.
    func names(_ directory: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path + "/" + directory).sorted()
    }

    func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path + "/" + name)), as: UTF8.self)
    }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }

    func mode(_ name: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path + "/" + name)
        return attributes[.posixPermissions] as? Int ?? -1
    }
}

/// A blueprint as text, from which tests change a part.
enum SampleBlueprint {
    static let text = """
        title: Debian 99 (zurg)
        release: zurg
        components: [main, contrib]
        updates: zurg-updates
        security: zurg-security
        keyring: {file: /usr/share/keyrings/zurg.gpg, package: zurg-keyring}
        space: 1 MiB
        groups:
          core: {space: 2 MiB, packages: [gcc, libc6-dev]}
          go: {space: 3 MiB, packages: [golang-go, gcc]}

        """

    static func replacing(_ part: String, with other: String) -> String {
        let pieces = text.split(separator: part, omittingEmptySubsequences: false)
        precondition(pieces.count > 1, "the sample has no \(part)")
        return pieces.joined(separator: other)
    }
}

/// The project's own data.
enum Shipped {
    static let roots = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sandboxes/roots").path()
}

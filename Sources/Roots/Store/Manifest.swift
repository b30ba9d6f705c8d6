public import Core
import Digest
import Linux
import YAML

/// What is known of a version of a root: the file `manifest.yaml` beside its files.
public struct Manifest: Hashable, Sendable {
    /// The root, as profiles call it.
    public var name: String
    /// The name for people, as in `Debian 13 (trixie)`.
    public var title: String
    /// The suite that it was built from.
    public var release: String
    /// The version, which no other build has.
    public var version: String
    /// What the kernel calls the kind of machine that it is for, as in `x86_64`.
    public var architecture: String
    /// When it was built, in UTC, as in `2025-08-09T10:11:12Z`.
    public var built: String
    /// Where its packages came from.
    public var mirror: String
    /// The groups that were chosen.
    public var groups: [String]
    /// How many packages are in it.
    public var packages: Int
    /// The room that its files take on the disk.
    public var space: ByteCount

    static let fileName = "manifest.yaml"
    static let packagesName = "packages.txt"
    static let filesName = "fs"
    static let lockName = "lock"

    /// A version that follows from the date and from all that is in the root.
    mutating func decideVersion(packages: [InstalledPackage], blueprint: String) {
        var digest = SHA256()
        for field in [name, release, architecture, built, mirror, blueprint] { digest.update(field: field) }
        for package in packages { digest.update(field: package.line) }
        let date = built.prefix(10).map { $0 == "-" ? "." : String($0) }.joined()
        version = "\(date)-\(digest.finish().prefix(8))"
    }
}

// MARK: - As a file

extension Manifest {
    /// The file's text.
    var text: String {
        func quoted(_ text: String) -> String {
            "\"" + text.flatMap { "\"\\".contains($0) ? ["\\", $0] : [$0] } + "\""
        }
        return """
            # What Assay knows of this root; written by assay roots build.
            format: 1
            name: \(quoted(name))
            title: \(quoted(title))
            release: \(quoted(release))
            version: \(quoted(version))
            architecture: \(quoted(architecture))
            built: \(quoted(built))
            mirror: \(quoted(mirror))
            groups: [\(groups.joined(separator: ", "))]
            packages: \(packages)
            space: \(space.bytes)

            """
    }

    /// Reads the manifest of the version whose directory is `directory`.
    ///
    /// - Throws: `RootError` when it cannot be read or is none.
    init(directory: String) throws(RootError) {
        let file = directory + "/" + Self.fileName
        let bytes = try RootError.doing("read", file) { () throws(Errno) in
            try HostFile.read(file, limit: .mebibytes(1))
        }
        guard let node = try? YAML.parse(bytes, file: file), node["format"]?.int == 1,
            let name = node["name"]?.string, RootName.isOne(name),
            let version = node["version"]?.string, RootName.isVersion(version),
            let title = node["title"]?.string, let release = node["release"]?.string,
            let architecture = node["architecture"]?.string, let built = node["built"]?.string,
            let mirror = node["mirror"]?.string, let groups = node["groups"]?.list,
            let packages = node["packages"]?.int, let space = node["space"]?.int
        else {
            throw .failure("\(file) is no manifest that this Assay can read; build or import the root again")
        }
        self.init(
            name: name,
            title: title,
            release: release,
            version: version,
            architecture: architecture,
            built: built,
            mirror: mirror,
            groups: groups.compactMap(\.text),
            packages: packages,
            space: ByteCount(space)
        )
    }
}

import Glibc
import Problems

/// A package in a directory of its own that is removed with it.
final class ScratchPackage {
    let directory: String
    private let scratch: String
    /// Everything that was made, parents before children.
    private var made: [String] = []

    /// A package with these files; where none of them is `problem.yaml`, it gets an empty one.
    init(_ files: [String: String], name: String = "scratch") {
        var template = Array("/tmp/assay-problems-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { fatalError("mkdtemp failed") }
        scratch = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        directory = scratch + "/" + name
        mkdir(directory, 0o755)
        if files["problem.yaml"] == nil { write("problem.yaml", []) }
        for (path, content) in files { write(path, Array(content.utf8)) }
    }

    /// A package that can be judged, and these files beside or instead.
    static func complete(_ files: [String: String] = [:], name: String = "scratch") -> ScratchPackage {
        let usual = ["data/secret/1.in": "1\n", "data/secret/1.ans": "2\n"]
        return ScratchPackage(usual.merging(files) { $1 }, name: name)
    }

    deinit {
        for path in made.reversed() { _ = Glibc::remove(path) }
        rmdir(directory)
        rmdir(scratch)
    }

    func write(_ path: String, _ content: [UInt8], mode: mode_t = 0o644) {
        let parts = path.split(separator: "/")
        for count in 1..<max(1, parts.count) { makeDirectory(parts[..<count].joined(separator: "/")) }
        let file = open(added(path), O_WRONLY | O_CREAT | O_TRUNC, mode)
        guard file >= 0, Glibc::write(file, content, content.count) == content.count else { fatalError("write failed") }
        close(file)
    }

    func link(_ path: String, to target: String) {
        guard symlink(target, added(path)) == 0 else { fatalError("symlink failed") }
    }

    func makeDirectory(_ path: String) { mkdir(added(path), 0o755) }

    func makePipe(_ path: String) { mkfifo(added(path), 0o644) }

    func remove(_ path: String) { unlink("\(directory)/\(path)") }

    private func added(_ path: String) -> String {
        let path = "\(directory)/\(path)"
        if !made.contains(path) { made.append(path) }
        return path
    }

    /// Removes a file or a directory with all in it.
    func removeTree(_ path: String) {
        let path = "\(directory)/\(path)"
        for inner in made.reversed() where inner == path || inner.hasPrefix(path + "/") { _ = Glibc::remove(inner) }
        made.removeAll { $0 == path || $0.hasPrefix(path + "/") }
    }

    func load() throws(PackageError) -> Problem { try ProblemLoader().load(directory) }

    /// Uses the package while it is surely there: `load()` alone does not keep it.
    func use<Result>(_ body: (Problem) throws -> Result) throws -> Result {
        try withExtendedLifetime(self) { try body(try load()) }
    }

    /// What is wrong with the package, with paths as below its directory.
    func issues() -> [String] {
        do throws(PackageError) {
            _ = try load()
            return []
        } catch {
            return error.issues.map(shortened)
        }
    }

    func notes() throws -> [String] { try load().notes.map(shortened) }

    private func shortened(_ text: some CustomStringConvertible) -> String {
        text.description.replacing(directory + "/", with: "").replacing(directory, with: "PACKAGE")
    }
}

import FoundationEssentials
import Glibc
import Linux
import Testing

/// Paths and links of a tree, followed as if its directory were the root.
@Suite struct FileTreeTests: ~Copyable {
    private let path: String
    private let tree: FileTree

    init() throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: "assay-tree-\(UUID().uuidString)")
        path = directory.path()
        for name in ["usr/bin", "etc", "usr/lib"] {
            try FileManager.default.createDirectory(atPath: path + "/" + name, withIntermediateDirectories: true)
        }
        for (name, mode) in [("usr/bin/tool", 0o755), ("usr/lib/data", 0o644), ("etc/passwd", 0o644)] {
            try Data("in the tree".utf8).write(to: URL(filePath: path + "/" + name))
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path + "/" + name)
        }
        let links = [
            ("bin", "usr/bin"), ("usr/bin/alias", "/etc/alternative"), ("etc/alternative", "/bin/tool"),
            ("etc/up", "../../../../../etc/passwd"), ("etc/shells", "/etc/hostname"), ("etc/magic", "/proc/self/root"),
            ("etc/loop", "loop"), ("etc/out", "/etc"),
        ]
        for (name, target) in links { symlink(target, path + "/" + name) }
        tree = try FileTree(root: path)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    @Test func `links are followed within the tree`() {
        #expect(tree.resolve("/usr/bin/alias") == "/usr/bin/tool")
        #expect(tree.resolve("/bin") == "/usr/bin")
        #expect(tree.resolve("/") == "/")
        #expect(tree.hostPath(of: "/bin/alias") == HostDirectory.resolve(path).map { $0 + "/usr/bin/tool" })
        #expect(tree.resolve("/etc/up") == "/etc/passwd")
        #expect(tree.resolve("/../../etc/passwd") == "/etc/passwd")
        #expect(tree.resolve("/etc/out/passwd") == "/etc/passwd")
    }

    @Test(arguments: ["/etc/shells", "/etc/magic", "/etc/magic/etc/passwd", "/etc/loop", "/proc/self/root", "/none"])
    func `what leads out of it leads nowhere`(name: String) {
        #expect(tree.resolve(name) == nil)
        #expect(tree.kind(of: name) == nil)
        #expect(tree.hostPath(of: name) == nil)
        #expect(tree.fingerprint(of: name) == nil)
        #expect(!tree.isExecutable(name))
    }

    @Test func `says what things are`() {
        #expect(tree.kind(of: "/bin") == .directory)
        #expect(tree.kind(of: "/bin/alias") == .file)
        #expect(tree.isExecutable("/bin/alias"))
        #expect(!tree.isExecutable("/usr/lib/data"))
        #expect(!tree.isExecutable("/usr/lib"))
        #expect(tree.names(in: "/bin") == ["alias", "tool"])
        #expect(tree.names(in: "/none") == [])
        #expect(tree.target(ofLink: "/bin/alias") == "/etc/alternative")
        #expect(tree.target(ofLink: "/bin/tool") == nil)
        #expect(tree.fingerprint(of: "/bin/alias") == tree.fingerprint(of: "/usr/bin/tool"))
        #expect(tree.fingerprint(of: "/bin/alias") != nil)
    }

    @Test func `the host's own files are as they are`() {
        #expect(FileTree.host.hostPath(of: "/none") == "/none")
        #expect(FileTree.host.kind(of: "/etc/passwd") == .file)
        #expect(FileTree.host.isExecutable("/bin/sh"))
        #expect(FileTree.host != tree)
    }

    @Test func `a tree that is not there is an error`() {
        #expect(throws: Errno.missing) { try FileTree(root: "/none") }
        #expect(throws: Errno.missing) { try FileTree(root: "/etc/passwd") }
    }

    @Test func `a walk counts a file with two names once, and follows no link`() throws {
        #expect(link(path + "/usr/lib/data", path + "/usr/lib/other") == 0)
        var names: [String] = []
        try TreeWalk.visit(path) { entry throws(Errno) in names.append(String(entry.path.dropFirst(path.count))) }
        #expect(
            names.sorted() == [
                "", "/bin", "/etc", "/etc/alternative", "/etc/loop", "/etc/magic", "/etc/out", "/etc/passwd",
                "/etc/shells",
                "/etc/up", "/usr", "/usr/bin", "/usr/bin/alias", "/usr/bin/tool", "/usr/lib", "/usr/lib/data",
                "/usr/lib/other",
            ]
        )
        // A directory comes after what is in it.
        #expect(names.last == "")
        let space = try TreeWalk.space(of: path)
        unlink(path + "/usr/lib/other")
        #expect(try TreeWalk.space(of: path) == space)
    }
}

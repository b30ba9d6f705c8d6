import Core
import FoundationEssentials
import Linux
import Testing

@testable import Roots

@Suite struct RootStoreTests {
    private let scratch: Scratch
    private let store: RootStore

    init() throws {
        scratch = try Scratch()
        store = RootStore(directory: scratch.path + "/roots")
    }

    private func manifest(_ version: String, built: String = "2025-08-09T10:11:12Z") -> Manifest {
        Manifest(
            name: "zurg",
            title: "Debian \"99\" \\ (zurg)",
            release: "zurg",
            version: version,
            architecture: Processes.architecture,
            built: built,
            mirror: "http://m.example/debian",
            groups: ["core", "go"],
            packages: 3,
            space: .mebibytes(7)
        )
    }

    /// Makes a version that has one program.
    private func add(_ version: String, built: String = "2025-08-09T10:11:12Z") throws {
        let change = try StoreChange.begin(store)
        let draft = try change.draft()
        let manifest = manifest(version, built: built)
        let relative = String(draft.dropFirst(scratch.path.count + 1))
        try scratch.write(relative + "/fs/usr/bin/tool", "I am \(version)\n", mode: 0o755)
        try scratch.link(relative + "/fs/bin", to: "usr/bin")
        try scratch.write(relative + "/manifest.yaml", manifest.text)
        try scratch.write(relative + "/packages.txt", "tool 1\n")
        try change.commit(draft, manifest)
    }

    @Test func `a root that is not here is none, and no error`() throws {
        #expect(try store.open("zurg") == nil)
        #expect(try store.versions() == [])
    }

    @Test func `what is committed is the current version, as a whole`() throws {
        try add("2025.08.09-aaaaaaaa")
        let root = try #require(try store.open("zurg"))
        #expect(root.reference == "zurg@2025.08.09-aaaaaaaa")
        #expect(root.files.isExecutable("/bin/tool"))
        #expect(try scratch.names("roots") == ["lock", "zurg"])
        let version = try #require(try store.versions().first)
        #expect(version.manifest == manifest("2025.08.09-aaaaaaaa"))
        #expect(version.isCurrent && version.isInUse)
    }

    @Test func `a newer version takes over, and the older stays for who uses it`() throws {
        try add("2025.08.09-aaaaaaaa")
        let old = try #require(try store.open("zurg"))
        try add("2025.08.10-bbbbbbbb", built: "2025-08-10T00:00:00Z")
        let new = try #require(try store.open("zurg"))
        #expect(new.version == "2025.08.10-bbbbbbbb")
        #expect(old.files.isExecutable("/bin/tool"))
        let versions = try store.versions()
        #expect(versions.map(\.manifest.version) == ["2025.08.10-bbbbbbbb", "2025.08.09-aaaaaaaa"])
        #expect(versions.map(\.isCurrent) == [true, false])
    }

    @Test func `a version in use is not removed, and one that is not is`() throws {
        try add("2025.08.09-aaaaaaaa")
        try add("2025.08.10-bbbbbbbb", built: "2025-08-10T00:00:00Z")
        var use = try store.open("zurg")
        let current = try store.version("zurg")
        let error = #expect(throws: RootError.self) { try store.remove(current) }
        #expect(error?.description == "zurg@2025.08.10-bbbbbbbb is in use; end what uses it, then remove it")
        #expect(try store.open("zurg")?.version == "2025.08.10-bbbbbbbb")
        withExtendedLifetime(use) {}
        use = nil
        try store.remove(current)
        // The one before it takes over.
        #expect(try store.open("zurg")?.version == "2025.08.09-aaaaaaaa")
        try store.remove(try store.version("zurg"))
        #expect(try store.open("zurg") == nil)
        #expect(try scratch.names("roots") == ["lock"])
    }

    @Test func `what a change that was cut short has left is removed by the next`() throws {
        try scratch.write("roots/.draft-1/fs/usr/bin/half")
        try add("2025.08.09-aaaaaaaa")
        #expect(try scratch.names("roots") == ["lock", "zurg"])
    }

    @Test func `only one changes the store at a time`() throws {
        let first = try StoreChange.begin(store)
        let error = #expect(throws: RootError.self) { _ = try StoreChange.begin(store).store }
        #expect(error?.description == "another assay roots is changing \(store.directory); wait until it has ended")
        _ = first.store
    }

    @Test(arguments: [
        ("zurg", "2025.08.10-bbbbbbbb"), ("zurg@2025.08.09", "2025.08.09-aaaaaaaa"),
        ("zurg@2025.08.10-bbbbbbbb", "2025.08.10-bbbbbbbb"),
    ])
    func `a reference means the current version, or the one that it begins`(reference: String, version: String) throws {
        try add("2025.08.09-aaaaaaaa")
        try add("2025.08.10-bbbbbbbb", built: "2025-08-10T00:00:00Z")
        #expect(try store.version(reference).manifest.version == version)
    }

    @Test(arguments: [
        ("zurg@2025", "zurg@2025 is several versions; there are zurg@2025.08.10-bbbbbbbb, zurg@2025.08.09-aaaaaaaa"),
        ("zurg@x", "zurg@x is no version; there are zurg@2025.08.10-bbbbbbbb, zurg@2025.08.09-aaaaaaaa"),
        ("buzz", "there is no root buzz here; there are zurg"),
        ("../zurg", "there is no root ../zurg here; there are zurg"),
    ])
    func `a reference that means nothing is told with those that do`(reference: String, message: String) throws {
        try add("2025.08.09-aaaaaaaa")
        try add("2025.08.10-bbbbbbbb", built: "2025-08-10T00:00:00Z")
        let error = #expect(throws: RootError.self) { try store.version(reference) }
        #expect(error?.description == message)
    }

    @Test func `a manifest that cannot be read is told`() throws {
        try add("2025.08.09-aaaaaaaa")
        try scratch.write("roots/zurg/2025.08.09-aaaaaaaa/manifest.yaml", "format: 2\n")
        let error = #expect(throws: RootError.self) { try store.versions() }
        #expect(
            error?.description.hasSuffix(
                "manifest.yaml is no manifest that this Assay can read; build or import the root again"
            ) == true
        )
    }

    // MARK: Copies

    @Test(arguments: ["root.tar.zst", "root.squashfs"])
    func `a root is packed, and is the same where it is unpacked`(name: String) throws {
        try add("2025.08.09-aaaaaaaa")
        let file = scratch.path + "/" + name
        let digest = try store.export(try store.version("zurg"), to: file, stop: -1)
        #expect(try scratch.text(name + ".sha256") == "\(digest)  \(name)\n")
        let other = RootStore(directory: scratch.path + "/other")
        let manifest = try other.importArchive(file, digest: nil, stop: -1)
        #expect(manifest == self.manifest("2025.08.09-aaaaaaaa"))
        let place = "other/zurg/2025.08.09-aaaaaaaa/"
        #expect(try scratch.text(place + "fs/bin/tool") == "I am 2025.08.09-aaaaaaaa\n")
        #expect(try scratch.mode(place + "fs/usr/bin/tool") == 0o755)
        #expect(try scratch.text(place + "packages.txt") == "tool 1\n")
        #expect(try scratch.names("other") == ["lock", "zurg"])
        let again = #expect(throws: RootError.self) { try other.importArchive(file, digest: digest, stop: -1) }
        #expect(again?.description.hasPrefix("zurg@2025.08.09-aaaaaaaa is here already, in ") == true)
    }

    @Test func `a file that is not what was packed is not unpacked`() throws {
        try add("2025.08.09-aaaaaaaa")
        let file = scratch.path + "/root.tar.zst"
        let digest = try store.export(try store.version("zurg"), to: file, stop: -1)
        try Array("x".utf8).withUnsafeBytes { _ in try Descriptor.open(file, Descriptor.readWrite).overwrite("xxxx") }
        let other = RootStore(directory: scratch.path + "/other")
        let error = #expect(throws: RootError.self) { try other.importArchive(file, digest: digest, stop: -1) }
        #expect(error?.description.contains("is not what was exported: its SHA-256 is ") == true)
        #expect(try scratch.names("other") == ["lock"])
    }

    @Test func `what is unpacked is a copy that nobody else can write`() throws {
        let file = scratch.path + "/archive"
        try scratch.write("archive", String(repeating: "a", count: 5 << 20))
        let copy = scratch.path + "/copy"
        #expect(try ArchiveDigest.of(file, copiedTo: copy, stop: -1) == ArchiveDigest.of(file, stop: -1))
        #expect(try ArchiveDigest.of(copy, stop: -1) == ArchiveDigest.of(file, stop: -1))
        #expect(try scratch.mode("copy") == 0o600)
        let error = #expect(throws: RootError.self) { try ArchiveDigest.of(file, copiedTo: copy, stop: -1) }
        #expect(error?.description.contains("could not write \(copy)") == true)
    }

    @Test func `who looks at what is here does not keep others from removing it`() async throws {
        try add("2025.08.09-aaaaaaaa")
        let version = try store.version("zurg")
        let store = store
        let looking = Task.detached {
            var looks = 0
            while !Task.isCancelled {
                _ = try? store.versions()
                looks += 1
                await Task.yield()
            }
            return looks
        }
        let removal = Result { try store.remove(version) }
        looking.cancel()
        _ = await looking.value
        try removal.get()
        #expect(try store.versions().isEmpty)
    }

    @Test func `what is no root is not kept, though its digest is right`() throws {
        try scratch.write("x/manifest.yaml", "format: 1\n")
        let file = scratch.path + "/root.tar.zst"
        let call = HostTool.Call(
            "/usr/bin/tar",
            ["tar", "--create", "--zstd", "--file=\(file)", "--directory=\(scratch.path)/x", "manifest.yaml"],
            environment: ["PATH=/usr/bin:/bin"]
        )
        #expect(try HostTool.run(call) { _ in } == .exited(0))
        let digest = try ArchiveDigest.of(file, stop: -1)
        let error = #expect(throws: RootError.self) { try store.importArchive(file, digest: digest, stop: -1) }
        #expect(
            error?.description.hasSuffix("holds no root; only what assay roots export has made can be imported") == true
        )
        #expect(try scratch.names("roots") == ["lock"])
    }

    @Test(arguments: ["fs", "manifest.yaml"])
    func `what leads to other files than it brings is no root`(name: String) throws {
        try add("2025.08.09-aaaaaaaa")
        let place = "roots/zurg/2025.08.09-aaaaaaaa/"
        try FileManager.default.moveItem(atPath: scratch.path + "/" + place + name, toPath: scratch.path + "/apart")
        try scratch.link(place + name, to: scratch.path + "/apart")
        let file = scratch.path + "/root.tar.zst"
        let digest = try store.export(try store.version("zurg"), to: file, stop: -1)
        let other = RootStore(directory: scratch.path + "/other")
        let error = #expect(throws: RootError.self) { try other.importArchive(file, digest: digest, stop: -1) }
        #expect(error?.description.contains("holds no root; only what ") == true)
        #expect(try scratch.names("other") == ["lock"])
    }

    @Test func `nothing that is imported makes somebody else of who runs it`() throws {
        try add("2025.08.09-aaaaaaaa")
        let place = "zurg/2025.08.09-aaaaaaaa/fs/usr/bin/tool"
        let tool = scratch.path + "/roots/" + place
        try FileManager.default.setAttributes([.posixPermissions: 0o6711], ofItemAtPath: tool)
        let file = scratch.path + "/root.tar.zst"
        _ = try store.export(try store.version("zurg"), to: file, stop: -1)
        _ = try RootStore(directory: scratch.path + "/other").importArchive(file, digest: nil, stop: -1)
        #expect(try scratch.mode("other/" + place) == 0o755)
    }

    @Test(arguments: [
        ("x.tar", nil, "the name must end in .tar.zst or .squashfs"), ("none.squashfs", nil, "there is no such file"),
        ("here.squashfs", nil, "there is no digest of it in "),
        ("here.squashfs", "abc", "--digest abc is no SHA-256; give its 64 hexadecimal digits"),
    ])
    func `what cannot be imported is told`(name: String, digest: String?, message: String) throws {
        try scratch.write("here.squashfs")
        let error = #expect(throws: RootError.self) {
            try store.importArchive(scratch.path + "/" + name, digest: digest, stop: -1)
        }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    }
}

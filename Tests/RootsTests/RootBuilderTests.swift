import Core
import Linux
import Testing

@testable import Roots

/// Building with a debootstrap and an apt of the tests' own: a script and a static program that say what they see.
///
/// Building needs root; where the tests are an ordinary user's, they see that it is refused.
@Suite(.timeLimit(.minutes(60))) struct RootBuilderTests {
    private let scratch: Scratch
    private let store: RootStore
    private let builder: RootBuilder

    init() throws {
        scratch = try Scratch()
        store = RootStore(directory: scratch.path + "/roots")
        try scratch.write("program.c", FakeSystem.program)
        let call = HostTool.Call(
            "/usr/bin/gcc",
            ["gcc", "-static", "-O1", "-o", scratch.path + "/program", scratch.path + "/program.c"],
            environment: ["PATH=/usr/bin:/bin"]
        )
        try #require(try HostTool.run(call) { _ in } == .exited(0))
        try scratch.write("debootstrap", FakeSystem.debootstrap(program: scratch.path + "/program"))
        try scratch.write("keys.gpg")
        try scratch.write(
            "zurg.yaml",
            SampleBlueprint.replacing("/usr/share/keyrings/zurg.gpg", with: scratch.path + "/keys.gpg")
        )
        builder = RootBuilder(store: store, environment: [:], debootstrap: scratch.path + "/debootstrap")
    }

    private func build(
        _ packages: [String] = [],
        builder: RootBuilder? = nil,
        stop: CInt = -1,
        report: (BuildProgress) -> Void = { _ in }
    ) throws -> Manifest {
        try (builder ?? self.builder).build(
            try Blueprint("zurg", in: scratch.path),
            RootBuilder.Wishes(groups: ["core"], packages: packages, mirror: "http://m.example/debian"),
            stop: stop,
            report: report
        )
    }

    /// The processes whose program is in our directory.
    private func processes() -> [String] {
        HostDirectory.subdirectories(of: "/proc").filter { number in
            HostDirectory.target(ofLink: "/proc/\(number)/exe")?.hasPrefix(scratch.path) == true
        }
    }

    private func isRoot() -> Bool {
        if Identity.user == 0 { return true }
        let error = #expect(throws: RootError.self) { try build() }
        #expect(error?.description.hasPrefix("building a root needs root, as packages set themselves up; ") == true)
        #expect(!scratch.exists("roots"))
        return false
    }

    @Test func `a root is built, cleaned, and is the current one`() throws {
        guard isRoot() else { return }
        var stages: [String] = []
        let manifest = try build { progress in
            if stages.last != progress.stage { stages.append(progress.stage) }
        }
        #expect(
            stages == [
                "fetching the base system", "setting the base system up", "fetching package lists", "fetching updates",
                "fetching packages", "installing updates", "installing packages", "cleaning up",
            ]
        )
        #expect(manifest.groups == ["core"])
        #expect(manifest.packages == 2)
        let root = try #require(try store.open("zurg"))
        #expect(root.version == manifest.version)
        let place = "roots/zurg/\(root.version)/"
        #expect(try scratch.text(place + "packages.txt") == "gcc 14\nlibc6-dev 2.41\n")
        #expect(try scratch.names("roots") == ["lock", "zurg", "zurg.log"])
        // What was secret, of the building, or of no use is gone; nothing in it makes somebody else of who runs it.
        let gone = [
            "etc/shadow", "usr/sbin/policy-rc.d", "etc/apt/apt.conf.d/00assay", "tmp/left", "var/cache/apt/big",
            "usr/share/fifo",
        ]
        for name in gone { #expect(!scratch.exists(place + "fs/" + name), "\(name)") }
        #expect(try scratch.mode(place + "fs/usr/bin/su") == 0o755)
        #expect(try scratch.mode(place + "fs/usr/share/closed") == 0o644)
        #expect(try scratch.mode(place + "fs/usr/share") == 0o755)
        #expect(manifest.space > ByteCount(0))
        var others: [String] = []
        try TreeWalk.visit(scratch.path + "/" + place + "fs") { entry throws(Errno) in
            if !entry.isOurs { others.append(entry.path) }
        }
        #expect(others == [])
    }

    @Test func `what is built sees itself and nothing else, and leaves no process and no mount`() throws {
        guard isRoot() else { return }
        let root = try { try build() }()
        let report = try scratch.text("roots/zurg/\(root.version)/fs/var/lib/report")
        let ours = try #require(HostDirectory.target(ofLink: "/proc/self/ns/net"))
        let lines = report.split(separator: "\n").map { line in
            line.hasSuffix(ours) ? line.dropLast(ours.count) + "network" : line.prefix { $0 != "[" }.dropLast(5)
        }
        #expect(
            lines == [
                "sh: first yes, host no, name other,", "update: first yes, host no, name other, network",
                "fetch: first yes, host no, name other, network", "fetch: first yes, host no, name other, network",
                "install: first yes, host no, name other,", "install: first yes, host no, name other,",
            ]
        )
        #expect(processes() == [])
        let mounts = try Descriptor.open("/proc/self/mounts").readAtOnce(upTo: 1 << 20)
        #expect(!String(decoding: mounts, as: UTF8.self).contains(scratch.path))
        #expect(Processes.hostName != "other")
    }

    @Test(arguments: [
        (
            "unknown-package",
            "installing packages failed: Unable to locate package unknown-package; all that was said is in "
        ),
        ("crashing-package", "installing packages failed: about to crash; all that was said is in "),
    ])
    func `a build that fails says why in one line, and leaves nothing half-done`(
        package: String,
        message: String
    ) throws {
        guard isRoot() else { return }
        let error = #expect(throws: RootError.self) { try build([package]) }
        #expect(error?.description == message + store.directory + "/zurg.log")
        #expect(try scratch.names("roots") == ["lock", "zurg.log"])
        #expect(try scratch.text("roots/zurg.log").contains("== installing packages: apt-get"))
        #expect(processes() == [])
    }

    @Test func `a build that is called off ends with all that it started, and leaves nothing`() throws {
        guard isRoot() else { return }
        let pipe = try Pipe()
        let (reader, writer) = pipe.release()
        defer { Descriptor.close([reader]) }
        var isOpen = true
        let error = #expect(throws: RootError.self) {
            // It would wait for ever.
            try build(["waiting-package"], stop: reader) { progress in
                guard isOpen, progress.detail.contains("waiting") else { return }
                isOpen = false
                Descriptor.close([writer])
            }
        }
        #expect(error == .cancelled)
        #expect(try scratch.names("roots") == ["lock", "zurg.log"])
        #expect(processes() == [])
    }

    @Test func `what is missing on the host is told with what to do`() throws {
        guard isRoot() else { return }
        let without = RootBuilder(store: store, environment: [:], debootstrap: scratch.path + "/nothing")
        let error = #expect(throws: RootError.self) { try build(builder: without) }
        #expect(error?.description == "there is no debootstrap here; run apt-get install debootstrap")
        try scratch.write("zurg.yaml", SampleBlueprint.text)
        let keys = #expect(throws: RootError.self) { try build() }
        #expect(
            keys?.description == "/usr/share/keyrings/zurg.gpg, by which packages are verified, is not here; run "
                + "apt-get install zurg-keyring"
        )
        try scratch.write(
            "zurg.yaml",
            SampleBlueprint.replacing("/usr/share/keyrings/zurg.gpg", with: scratch.path + "/keys.gpg")
                .replacing("space: 1 MiB", "space: 1000000 MiB")
        )
        let room = #expect(throws: RootError.self) { try build() }
        #expect(room?.description.contains(" MiB left, and building takes about 133333") == true)
        #expect(try scratch.names("roots") == ["lock"])
    }
}

extension String {
    fileprivate func replacing(_ part: String, _ other: String) -> String {
        split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
    }
}

import Core
import FoundationEssentials
import Testing

@testable import Languages

@Suite struct PreparedStoreTests {
    private let sample: PreparedSample
    private let file: String
    private let key: String

    init() throws {
        sample = try PreparedSample()
        file = try sample.prepare()
        key = try sample.state().key
    }

    private var manifest: String { sample.store.directory + "/\(key).manifest" }

    /// Writes into a file that nobody but its owner, or root, may write.
    private func overwrite(_ path: String, _ text: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        try Data(text.utf8).write(to: URL(filePath: path))
    }

    @Test func `what is kept can be read by everybody and written by nobody`() throws {
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "precompiled")
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(mode == 0o444)
        guard case .ready(let entry) = sample.store.condition(of: key) else { throw PreparedSample.NotKept() }
        #expect(entry.size == ByteCount(11) && entry.time == .seconds(2) && entry.purposes == ["zig headers"])
        #expect(sample.store.isIntact(key))
    }

    @Test(arguments: ["precompiled", "Precompiled", "pre", ""])
    func `a file that was written since is damage, whatever is in it`(content: String) throws {
        try overwrite(file, content)
        #expect(sample.store.condition(of: key) == .damaged("bits/std.h.gch was changed"))
        #expect(!sample.store.isIntact(key))
        #expect(try sample.state().entry == nil)
    }

    @Test func `a file that is gone is damage`() throws {
        try FileManager.default.removeItem(atPath: file)
        #expect(sample.store.condition(of: key) == .damaged("bits/std.h.gch was changed"))
    }

    @Test(arguments: [0, 20, 100])
    func `a manifest that is not whole is damage`(length: Int) throws {
        let text = try String(contentsOfFile: manifest, encoding: .utf8)
        try overwrite(manifest, String(text.prefix(length)))
        #expect(sample.store.condition(of: key) == .damaged("its manifest cannot be read"))
    }

    @Test(arguments: ["../elsewhere", "a/b", ""])
    func `a manifest that leads elsewhere is damage`(directory: String) throws {
        var lines = try String(contentsOfFile: manifest, encoding: .utf8).split(
            separator: "\n",
            omittingEmptySubsequences: false
        ).map(String.init)
        lines[1] = directory
        try overwrite(manifest, lines.joined(separator: "\n"))
        #expect(sample.store.condition(of: key) == .damaged("its manifest cannot be read"))
    }

    /// The manifest as if the machine had been started since.
    private func restart() throws {
        var lines = try String(contentsOfFile: manifest, encoding: .utf8).split(
            separator: "\n",
            omittingEmptySubsequences: false
        ).map(String.init)
        lines[2] = "another boot"
        try overwrite(manifest, lines.joined(separator: "\n"))
    }

    @Test func `after a restart the contents are looked at once, and times count again from then on`() throws {
        try restart()
        try overwrite(file, "precompiled")
        guard case .ready = sample.store.condition(of: key) else { throw PreparedSample.NotKept() }
        try overwrite(file, "precompiled")
        #expect(sample.store.condition(of: key) == .damaged("bits/std.h.gch was changed"))
    }

    @Test func `after a restart a content that was lost is damage`() throws {
        try restart()
        try overwrite(file, String(repeating: "\0", count: 11))
        #expect(sample.store.condition(of: key) == .damaged("bits/std.h.gch is not as it was made"))
    }

    @Test func `what is damaged is withdrawn, and nothing is there any more`() throws {
        let toolchain = try sample.toolchain()
        #expect(toolchain.withdrawDamaged())
        try overwrite(file, "broken")
        #expect(!toolchain.withdrawDamaged())
        #expect(sample.store.condition(of: key) == .missing)
        #expect(try sample.toolchain().withdrawDamaged())
    }

    @Test func `what no language wants is removed with its files, and the rest stays`() throws {
        let change = try sample.store.beginChange()
        let bundle = Bundle(files: [BoxFile(path: "a", content: MemoryBytes("a"))])
        try sample.store.keep(bundle, as: "aa", for: "zig headers", time: .zero, change)
        try sample.store.keep(bundle, as: "bb", for: "other headers", time: .zero, change)
        sample.store.removeStale(keeping: [key], among: ["zig headers"], change)
        #expect(sample.store.condition(of: "aa") == .missing)
        for kept in [key, "bb"] {
            guard case .ready = sample.store.condition(of: kept) else { throw PreparedSample.NotKept() }
        }
        let directories = try FileManager.default.contentsOfDirectory(atPath: sample.store.directory)
            .filter { !$0.hasSuffix(".manifest") && $0 != "lock" }
        #expect(directories.count == 2)
    }

    @Test func `several languages may want the same`() throws {
        sample.store.add(purpose: "zag headers", to: key, try sample.store.beginChange())
        #expect(sample.store.hasOther(for: "zag headers", than: "aa"))
        #expect(!sample.store.hasOther(for: "zag headers", than: key))
        #expect(try sample.state().entry?.purposes == ["zig headers", "zag headers"])
    }
}

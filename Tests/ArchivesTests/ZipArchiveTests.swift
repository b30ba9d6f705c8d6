import Archives
import Core
import Testing

@Suite
struct ZipArchiveTests {
    private typealias Entry = ZipBuilder.Entry

    /// Everything in a zip file, by path.
    private func unpacked(_ bytes: [UInt8], limits: ZipLimits = ZipLimits()) throws -> [String: String] {
        let archive = try ZipArchive(MemoryBytes(bytes), limits: limits)
        var files: [String: String] = [:]
        for entry in archive.entries {
            switch entry.kind {
            case .directory: files[entry.path] = "directory"
            case .link: files[entry.path] = "-> \(try archive.target(of: entry))"
            case .file:
                var content: [UInt8] = []
                if let error = archive.unpack(entry, { (piece: [UInt8]) throws(Never) in content += piece }) {
                    throw error
                }
                files[entry.path] = String(decoding: content, as: UTF8.self)
            }
        }
        return files
    }

    private func refusal(_ bytes: [UInt8], limits: ZipLimits = ZipLimits()) -> String {
        do {
            return "read: \(try unpacked(bytes, limits: limits).keys.sorted())"
        } catch {
            return "\(error)"
        }
    }

    @Test func `a zip file gives what was packed`() throws {
        let long = String(repeating: "all the same, ", count: 40_000)
        var zip = ZipBuilder([
            Entry("p/").with { $0.mode = 0o040755 },
            Entry("p/problem.yaml", "name: x\n"),
            Entry("p/long", long).with { $0.isDeflated = true },
            Entry("p/empty").with { $0.isDeflated = true },
            Entry("./p/large", "as zip64").with { $0.isLarge = true },
            Entry.link("p/link", to: "../p/long"),
        ])
        zip.comment = Array("a comment".utf8)
        #expect(
            try unpacked(zip.bytes) == [
                "p": "directory", "p/problem.yaml": "name: x\n", "p/long": long, "p/empty": "", "p/large": "as zip64",
                "p/link": "-> ../p/long",
            ]
        )
    }

    @Test func `files know whether they may be executed`() throws {
        let zip = ZipBuilder([
            Entry("run", "#!").with { $0.mode = 0o100755 }, Entry("data", "1"),
            Entry("dos", "1").with { $0.system = 0 },
        ])
        let kinds = try ZipArchive(MemoryBytes(zip.bytes)).entries.map(\.kind)
        #expect(kinds == [.file(isExecutable: true), .file(isExecutable: false), .file(isExecutable: false)])
    }

    private static let names: [(name: String, refusal: String)] = [
        ("../x", "../x: the path leads out of the zip file; pack without .. in paths"),
        ("a/../../x", "a/../../x: the path leads out of the zip file; pack without .. in paths"),
        ("a/..", "a/..: the path leads out of the zip file; pack without .. in paths"),
        ("/etc/passwd", "/etc/passwd: the path is absolute; pack with relative paths"),
        ("a\\..\\x", "a\\..\\x: the name has a backslash; pack with / between directories"),
        ("a//b", "a//b: the path has an empty part; pack it anew"),
        ("a/./b", "a/./b: the path has an empty part; pack it anew"),
        ("", "\"\": the name is empty; pack it anew"),
        ("a\u{0}b", "a\\0b: the name has control characters; rename it"),
        ("/\u{301}etc", "/\u{301}etc: the path is absolute; pack with relative paths"),
        ("a/\u{301}/../../x", "a/\u{301}/../../x: the name has a combining mark beside a slash; rename it"),
        ("a\nb", "a\\nb: the name has control characters; rename it"),
        (
            String(repeating: "a/", count: 40) + "x",
            "\(String(repeating: "a/", count: 40))...: directories are nested more than 32 deep; put the files further up"
        ),
        (
            String(repeating: "a", count: 256),
            "\(String(repeating: "a", count: 80))...: a name in the path has more than 255 bytes; use shorter names"
        ),
    ]

    @Test(arguments: names)
    func `a name that is no path downwards is refused`(_ name: String, _ expected: String) {
        #expect(refusal(ZipBuilder([Entry(name, "x")]).bytes) == expected)
    }

    @Test func `a name that is not UTF-8 is refused`() {
        let zip = ZipBuilder([Entry("x").with { $0.name = [0x61, 0xFF] }])
        #expect(refusal(zip.bytes) == "a\u{FFFD}: the name is not UTF-8; rename it, or pack with a newer zip")
    }

    private static let entries: [(entries: [ZipBuilder.Entry], refusal: String)] = [
        ([Entry("a", "1"), Entry("a", "2")], "a: it is in the zip file twice; pack the package anew"),
        ([Entry("a", "1"), Entry("a/b", "2")], "a/b: it lies below a, which is a file; pack the package anew"),
        (
            [Entry.link("a", to: "b"), Entry("a/b", "2")],
            "a/b: it lies below a, which is a symbolic link; pack the package anew"
        ),
        ([Entry.link("a", to: "/etc")], "a: this symbolic link leads out of the zip file; pack what it leads to"),
        ([Entry.link("a", to: "../b")], "a: this symbolic link leads out of the zip file; pack what it leads to"),
        (
            [Entry.link("d/a", to: "../../b")],
            "d/a: this symbolic link leads out of the zip file; pack what it leads to"
        ),
        ([Entry.link("a", to: "")], "a: it is no usable symbolic link; pack what it leads to"),
        ([Entry("a").with { $0.mode = 0o020666 }], "a: it is neither a file nor a directory; leave it out"),
        ([Entry("a").with { $0.mode = 0o010666 }], "a: it is neither a file nor a directory; leave it out"),
        ([Entry("a/", "1").with { $0.mode = 0o040755 }], "a: it is a directory and has content; pack it anew"),
        ([Entry("a", "1").with { $0.flags = 1 }], "a: it is encrypted; pack without a password"),
        ([Entry("a", "1").with { $0.method = 12 }], "a: it is packed by method 12; pack it with deflate, as zip does"),
        ([Entry("a", "1").with { $0.byteCount = 2 }], "a: its two sizes contradict each other; pack it anew"),
        (
            [Entry("a", "1").with { $0.checksum = 1 }],
            "a: its content does not match its checksum; pack the package anew"
        ),
        (
            [Entry("a", "11").with { ($0.isDeflated, $0.byteCount) = (true, 1) }],
            "a: its content is broken; pack the package anew"
        ),
        (
            [Entry("a", "11").with { ($0.isDeflated, $0.byteCount) = (true, 3) }],
            "a: its content does not match its checksum; pack the package anew"
        ),
        ([Entry("a", "zzz").with { $0.method = 8 }], "a: its content ends early; pack the package anew"),
        (
            [Entry("a", "1").with { $0.localName = Array("b".utf8) }],
            "a: it has another name in its own header; pack the package anew"
        ),
        (
            [Entry("a", "1"), Entry("b", "2").with { $0.headerOffset = 0 }],
            "b: it shares bytes with a; pack the package anew; no packer makes such a file"
        ),
        (
            [Entry("a", "1").with { ($0.byteCount, $0.packedCount) = (9999, 9999) }],
            "a: its bytes are not all in the zip file; pack it anew"
        ),
    ]

    @Test(arguments: entries.indices)
    func `an entry that is not what it should be is refused`(_ index: Int) {
        let (entries, expected) = Self.entries[index]
        #expect(refusal(ZipBuilder(entries).bytes) == expected)
    }

    @Test func `what is no zip file is told`() {
        let whole = ZipBuilder(["a": "1"]).bytes
        let none = "this is no zip file, or not all of one; pack the package with zip -r"
        #expect(refusal([]) == none)
        #expect(refusal(Array("hello".utf8)) == none)
        #expect(refusal(Array(whole.dropLast())) == none)
        #expect(refusal(whole + [0]) == none)
        var zip = ZipBuilder(["a": "1"])
        zip.disk = 1
        #expect(refusal(zip.bytes) == "the zip file is one part of several; pack it into one file")
        zip.disk = 0
        zip.entryCount = 2
        #expect(refusal(zip.bytes) == "the directory of the zip file is broken; pack it anew")
        zip.entryCount = 0xFFFF
        #expect(refusal(zip.bytes) == "the zip64 trailer is broken; pack it anew")
        zip.entryCount = nil
        zip.directoryOffset = 1 << 30
        #expect(refusal(zip.bytes) == "the directory of the zip file is not where it should be; pack it anew")
    }

    // MARK: - Bombs

    @Test func `more entries, bytes or depth than may be are refused before anything is unpacked`() {
        var limits = ZipLimits()
        (limits.entries, limits.bytes, limits.freeBytes, limits.ratio) = (2, 100_000, 1000, 10)
        let zeros = String(repeating: "0", count: 5000)
        #expect(
            refusal(ZipBuilder(["a": "", "b": "", "c": ""]).bytes, limits: limits)
                == "the zip file has 3 entries, where at most 2 are read; pack fewer files"
        )
        #expect(
            refusal(ZipBuilder(["a": String(repeating: "0", count: 100_001)]).bytes, limits: limits)
                == "the zip file unpacks to 100001 bytes, where at most 100000 are unpacked; unpack it yourself and give "
                + "the directory"
        )
        #expect(
            refusal(ZipBuilder([Entry("a", zeros).with { $0.isDeflated = true }]).bytes, limits: limits)
                == "the zip file unpacks to 5000 bytes, more than 10 times its own size; unpack it yourself and give the "
                + "directory, if you trust it"
        )
        limits.directoryBytes = 10
        #expect(
            refusal(ZipBuilder(["a": ""]).bytes, limits: limits)
                == "the directory of the zip file has 47 bytes, where at most 10 are read; pack fewer files, or with "
                + "shorter names"
        )
    }

    @Test func `a bomb that lies about its size is stopped at the size it told`() throws {
        let bomb = ZipBuilder([
            Entry("bomb", String(repeating: "0", count: 8 << 20)).with { ($0.isDeflated, $0.byteCount) = (true, 10) }
        ])
        let archive = try ZipArchive(MemoryBytes(bomb.bytes))
        let entry = try #require(archive.entries.first)
        var given = 0
        let error = archive.unpack(entry) { (piece: [UInt8]) throws(Never) in given += piece.count }
        #expect(error?.message == "its content is broken")
        #expect(given == 0)
    }

    @Test func `sizes that add up beyond all numbers are refused`() {
        let huge = Entry("a", "1").with { ($0.isLarge, $0.isDeflated, $0.byteCount) = (true, true, 1 << 62) }
        #expect(refusal(ZipBuilder([huge]).bytes) == "the directory of the zip file is broken; pack it anew")
        let large = (0..<9).map { number in
            Entry("\(number)", "1").with { ($0.isLarge, $0.isDeflated, $0.byteCount) = (true, true, 1 << 51) }
        }
        #expect(refusal(ZipBuilder(large).bytes).contains("where at most 4294967296 are unpacked"))
    }
}

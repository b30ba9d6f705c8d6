import Core
import Glibc
import Linux
import Problems
import Testing

/// A directory of its own for zip files and what is unpacked of them.
final class Scratch {
    let directory: String

    init() {
        var template = Array("/tmp/assay-zips-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { fatalError("mkdtemp failed") }
        directory = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { try? HostWriting.removeTree(directory) }

    func write(_ zip: ZipBuilder, as name: String) throws -> String {
        try HostFile.replace("\(directory)/\(name)", with: zip.bytes)
        return "\(directory)/\(name)"
    }

    var store: PackageStore { PackageStore(directory: "\(directory)/store") }

    /// What is in the store, but for its lock.
    var kept: [String] { HostDirectory.subdirectories(of: "\(directory)/store") }
}

@Suite
struct PackageStoreTests {
    private typealias Entry = ZipBuilder.Entry
    private static let package = ["problem.yaml": "", "data/secret/1.in": "1\n", "data/secret/1.ans": "2\n"]

    private func message(_ body: () throws -> some Any) -> String {
        do {
            return "no error: \(try body())"
        } catch {
            return "\(error)"
        }
    }

    @Test func `a package is judged from a zip file as from its directory`() throws {
        let scratch = Scratch()
        let store = scratch.store
        let zip = try scratch.write(ZipBuilder(Self.package), as: "sums.zip")
        let directory = try ProblemPath.find(zip, in: [], store: store)
        let problem = try ProblemLoader(store: store).load(directory)
        #expect(problem.shortName == "sums")
        #expect(problem.tests.map(\.name) == ["secret/1"])
        #expect(try problem.tests[0].answer.bytes() == Array("2\n".utf8))
    }

    @Test func `the one directory in a zip file is the package`() throws {
        let scratch = Scratch()
        let store = scratch.store
        var files = Dictionary(uniqueKeysWithValues: Self.package.map { ("inner/\($0)", $1) })
        files["__MACOSX/inner/._problem.yaml"] = "x"
        let zip = try scratch.write(ZipBuilder(files), as: "v2.kpp")
        let problem = try ProblemLoader(store: store).load(try ProblemPath.find(zip, in: [], store: store))
        #expect(problem.shortName == "inner")
    }

    @Test func `a name finds a zip file where no directory has it`() throws {
        let scratch = Scratch()
        _ = try scratch.write(ZipBuilder(Self.package), as: "sums.zip")
        let found = try ProblemPath.find("sums", in: [scratch.directory], store: scratch.store)
        #expect(found.hasSuffix("/sums"))
        #expect(
            message { try ProblemPath.find("sum", in: [scratch.directory], store: scratch.store) }
                == "sum: there is no problem of this name in \(scratch.directory); give a package's directory, or set "
                + "ASSAY_PROBLEMS"
        )
    }

    @Test func `mistakes are told with the zip file's name`() throws {
        let scratch = Scratch()
        let store = scratch.store
        let zip = try scratch.write(ZipBuilder(["problem.yaml": "limits: 1\n"]), as: "bad.zip")
        let directory = try store.unpacked(zip)
        #expect(
            message { try ProblemLoader(store: store).load(directory) }
                == "\(zip)/problem.yaml:1: limits is \"1\" and must be a mapping; write \"key: value\" lines"
        )
    }

    @Test func `what cannot be unpacked leaves nothing behind`() throws {
        let scratch = Scratch()
        let broken = Entry("data/x", "1").with { $0.checksum = 7 }
        let cases: [(ZipBuilder, String)] = [
            (
                ZipBuilder([Entry("problem.yaml"), broken]),
                "/data/x: its content does not match its checksum; pack the package anew"
            ),
            (
                ZipBuilder([Entry("problem.yaml"), Entry("../x", "1")]),
                "/../x: the path leads out of the zip file; pack without .. in paths"
            ),
            (
                ZipBuilder([Entry("problem.yaml"), Entry.link("data", to: "/etc")]),
                "/data: this symbolic link leads out of the zip file; pack what it leads to"
            ),
        ]
        for (zip, expected) in cases {
            let path = try scratch.write(zip, as: "x.zip")
            #expect(message { try scratch.store.unpacked(path) } == path + expected)
        }
        #expect(scratch.kept.isEmpty)
    }

    @Test func `a zip file without a package, or none, is told`() throws {
        let scratch = Scratch()
        let empty = try scratch.write(ZipBuilder(["readme": ""]), as: "empty.zip")
        #expect(
            message { try scratch.store.unpacked(empty) }
                == "\(empty): there is no problem package in this zip file: it has no problem.yaml; pack the package's "
                + "directory, or what is in it"
        )
        try HostFile.replace("\(scratch.directory)/text.zip", with: Array("hello".utf8))
        #expect(
            message { try scratch.store.unpacked("\(scratch.directory)/text.zip") }
                == "\(scratch.directory)/text.zip: this is no zip file, or not all of one; pack the package with zip -r"
        )
        #expect(
            message { try PackageStore(directory: nil).unpacked(empty) }.hasSuffix("set ASSAY_STATE to a directory")
        )
    }

    @Test func `the same content is unpacked once, and a changed file anew`() throws {
        let scratch = Scratch()
        let zip = try scratch.write(ZipBuilder(Self.package), as: "sums.zip")
        let first = try scratch.store.unpacked(zip)
        #expect(try scratch.store.unpacked(zip) == first)
        _ = try scratch.write(ZipBuilder(Self.package.merging(["data/secret/1.ans": "3\n"]) { $1 }), as: "sums.zip")
        let second = try scratch.store.unpacked(zip)
        #expect(second != first)
        #expect(scratch.kept.count == 2)
    }

    @Test func `links of a zip file that together lead outside are not followed`() throws {
        let scratch = Scratch()
        let store = scratch.store
        // Each stays inside by its name; one after the other they do not.
        let zip = ZipBuilder([
            Entry("problem.yaml"), Entry("d/x", "1"), Entry.link("d/up", to: ".."),
            Entry.link("data", to: "d/up/.."),
        ])
        let path = try scratch.write(zip, as: "chain.zip")
        let directory = try store.unpacked(path)
        #expect(
            message { try ProblemLoader(store: store).load(directory) }.hasPrefix(
                "\(path)/data: this symbolic link leaves the package; put a copy in its place"
            )
        )
    }
}

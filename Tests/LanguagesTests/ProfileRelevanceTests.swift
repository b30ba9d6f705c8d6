import Core
import Languages
import Testing

/// A submission's own few languages are to it what all are.
@Suite
struct ProfileRelevanceTests {
    private static func files(_ name: String, _ text: String = "") -> [Submission.SourceFile] {
        [.init(name: name, content: Array(text.utf8))]
    }

    private static func few(_ files: [Submission.SourceFile], asked: String? = nil) throws -> LanguageCatalog {
        try LanguageCatalog(directory: Shipped.languages, files: files, asked: asked, ids: [])
    }

    @Test func `every extension means the same language`() throws {
        let all = try Shipped.catalog()
        let extensions = Set(all.profiles.flatMap { $0.extensions + $0.companions })
        // Where capitals make another language the extension is one letter.
        let capitals = extensions.filter { $0.utf8.count == 1 }.map { $0.uppercased() }
        for suffix in extensions.union(capitals).sorted() {
            let files = Self.files("main.\(suffix)")
            let wanted = try? all.detect(files: files)
            let found = try? Self.few(files).detect(files: files)
            #expect(found?.digest == wanted?.digest, "\(suffix)")
        }
    }

    @Test func `whole names that go with a language's sources are its own`() throws {
        let all = try Shipped.catalog()
        let names = Set(all.profiles.flatMap(\.companions)).filter { $0.contains(".") }
        #expect(names.contains("go.mod"))
        for files in names.sorted().map({ Self.files($0) }) {
            let wanted = #expect(throws: DetectionError.self) { try all.detect(files: files) }
            let found = #expect(throws: DetectionError.self) { try Self.few(files).detect(files: files) }
            #expect(found == wanted)
        }
    }

    @Test func `every interpreter means the same language`() throws {
        let all = try Shipped.catalog()
        for interpreter in Set(all.profiles.flatMap(\.interpreters)).sorted() {
            for name in ["main", "main.pl"] {
                let files = Self.files(name, "#!/usr/bin/env \(interpreter)\n")
                let found = try Self.few(files).detect(files: files)
                #expect(found.digest == (try all.detect(files: files)).digest, "\(interpreter) \(name)")
            }
        }
    }

    @Test func `every id and alias names the same language`() throws {
        let all = try Shipped.catalog()
        for profile in all.profiles {
            for word in [profile.id.rawValue.uppercased()] + profile.aliases {
                #expect(try Self.few([], asked: word).profile(LanguageID(word))?.digest == profile.digest, "\(word)")
            }
        }
    }

    @Test func `languages that are needed besides are there, with what they extend`() throws {
        let all = try Shipped.catalog()
        let files = Self.files("main.py")
        let few = try LanguageCatalog(
            directory: Shipped.languages,
            files: files,
            asked: nil,
            ids: all.profiles.map(\.id)
        )
        #expect(few.profiles.map(\.digest) == all.profiles.map(\.digest))
    }

    @Test func `most profiles are not read for most submissions`() throws {
        let count = try Shipped.catalog().profiles.count
        for name in ["main.py", "main.c", "main.go", "Main.java", "main.rb"] {
            #expect(try Self.few(Self.files(name)).profiles.count * 3 < count, "\(name)")
        }
    }

    /// A profile that gets its extension from another, however it is written, and one that has nothing to do with it.
    @Test(arguments: [
        "extensions: [zig]", "extensions:\n  - zig", "extensions: [\"zig\"]", "extensions: ['zig']",
        "extensions: [\"z\\x69g\"]", "extensions: [zag,zig]", "extensions: [ zig ]",
    ])
    func `an extension is found however it is written`(_ line: String) throws {
        let scratch = try Scratch()
        let text = SampleProfile.text.replacing("extensions: [zig, zg]", with: line)
            .replacing("id: zig", with: "id: other").replacing("name: Zig", with: "name: Other")
            .replacing("aliases: [ziglang]", with: "aliases: [otherlang]").replacing("judge0: [7]", with: "judge0: [8]")
        try scratch.write("p/other.yaml", text)
        try scratch.write("p/heir.yaml", "id: heir\nname: Heir\nextends: other\npriority: 6\naliases: [h]\n")
        try scratch.write("p/unread.yaml", "this: {is: no profile, and: broken")
        let files = [Submission.SourceFile(name: "main.zig", content: [])]
        let few = try LanguageCatalog(directory: scratch.path + "/p", files: files, asked: nil, ids: [])
        #expect(few.profiles.map(\.id) == ["heir", "other"])
        #expect(try few.detect(files: files).id == "heir")
    }
}

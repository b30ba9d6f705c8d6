import Core
import FoundationEssentials
import Languages
import Testing

@Suite struct ShippedProfileTests {
    private static let files =
        ((try? FileManager.default.contentsOfDirectory(atPath: Shipped.languages)) ?? [])
        .filter { $0.hasSuffix(".yaml") }.sorted()

    @Test func `there are profiles`() { #expect(Self.files.count >= 100) }

    @Test func `the languages of the contract are there, by their Kattis codes`() throws {
        let ids = try Shipped.catalog().profiles.map(\.id.rawValue)
        let expected = [
            "bash", "c", "cpp", "cpp17", "cpp20", "cpp20clang", "go", "java", "javascript", "perl", "php", "python3",
            "ruby", "rust", "swift", "typescript",
        ]
        #expect(Set(ids).isSuperset(of: expected))
        #expect(ids == ids.sorted())
        #expect(ids.map { $0 + ".yaml" } == Self.files)
    }

    @Test(arguments: files)
    func `a profile names no place of one machine, and says how it is installed and tested`(file: String) throws {
        let text = try String(contentsOfFile: Shipped.languages + "/" + file, encoding: .utf8)
        #expect(!text.contains("/root") && !text.contains("/home"))
        let profile = try #require(try Shipped.catalog().profile(.init(String(file.dropLast(".yaml".count)))))
        #expect(!profile.packages.isEmpty || !profile.pypi.isEmpty)
        #expect(!profile.selfTest.source.isEmpty && !profile.selfTest.output.isEmpty)
        #expect(["native", "scripting", "managed", "raku"].contains(profile.run.policy))
        if let compile = profile.compile { #expect(["compiler", "raku"].contains(compile.policy)) }
        #expect(profile.compile?.allowance.processes ?? 64 >= 64)
    }

    @Test(arguments: [
        ("cpp17", "cpp"), ("cpp20", "cpp"), ("cpp20clang", "cpp"), ("cclang", "c"), ("python3", "python3"),
    ])
    func `versions of a language belong to the family that packages name`(id: String, family: String) throws {
        let profile = try #require(try Shipped.catalog().profile(.init(id)))
        #expect(profile.codes.contains(.init(family)))
        #expect(profile.codes.first == profile.id)
    }

    @Test(arguments: [
        ("python", "python3"), ("js", "javascript"), ("C++", "cpp"), ("g++", "cpp"), ("c++17", "cpp17"),
        ("node", "javascript"), ("Ruby", "ruby"), ("sh", "bash"), ("golang", "go"), ("clang++", "cpp20clang"),
    ])
    func `other words mean the same language`(word: String, id: String) throws {
        #expect(try Shipped.catalog().profile(.init(word))?.id == .init(id))
    }

    @Test(arguments: [
        ("pyhton3", "python3"), ("pythn", "python3"), ("jav", "java"), ("typescrpt", "typescript"), ("rus", "rust"),
        ("cpp26", "cpp20"), ("python4", "python3"), ("c+", "cpp"), ("javscript", "javascript"),
    ])
    func `a mistyped id suggests the right one`(word: String, id: String) throws {
        #expect(try Shipped.catalog().suggestions(for: word).contains(.init(id)))
    }

    @Test func `adding a language is adding one file`() throws {
        let scratch = try Scratch()
        for file in Self.files {
            let text = try String(contentsOfFile: Shipped.languages + "/" + file, encoding: .utf8)
            try scratch.write("languages/" + file, text)
        }
        let blueprint = try String(contentsOfFile: Shipped.sandboxes + "/roots/trixie.yaml", encoding: .utf8)
        try scratch.write("roots/trixie.yaml", blueprint)
        var text = SampleProfile.text
        for (part, other) in [
            ("id: zig\n", "id: quark\n"), ("[ziglang]", "[]"), ("[zig, zg]", "[quark]"), ("judge0: [7]", "judge0: []"),
            ("sum.zig", "sum.quark"),
        ] { text = text.replacing(part, other) }
        try scratch.write("languages/quark.yaml", text)
        let catalog = try LanguageCatalog(directory: scratch.path + "/languages")
        #expect(catalog.profiles.count == Self.files.count + 1)
        #expect(try catalog.detect(files: [.init(name: "sum.quark", content: [])]).id == "quark")
        #expect(catalog.suggestions(for: "quarkk") == ["quark"])
    }

    @Test func `there are languages enough, and the documentation lists each`() throws {
        let profiles = try Shipped.catalog().profiles
        #expect(profiles.count >= 180)
        let page = try String(contentsOfFile: Shipped.sandboxes + "/../docs/languages.md", encoding: .utf8)
        for profile in profiles { #expect(page.contains("`\(profile.id)`"), "\(profile.id)") }
    }

    @Test(arguments: [
        "bash", "c", "cpp", "go", "java", "javascript", "perl", "php", "python3", "ruby", "rust", "swift", "typescript",
    ])
    func `what everybody has is found by its extension, whatever else shares it`(id: String) throws {
        let catalog = try Shipped.catalog()
        let profile = try #require(catalog.profile(.init(id)))
        #expect(profile.isDetected)
        for suffix in profile.extensions {
            #expect(try catalog.detect(files: [.init(name: "a." + suffix, content: [])]).id == profile.id, ".\(suffix)")
        }
    }

    @Test(arguments: files)
    func `what a profile mounts beside it is there`(file: String) throws {
        let profile = try #require(try Shipped.catalog().profile(.init(String(file.dropLast(".yaml".count)))))
        for step in [profile.compile, profile.run].compactMap(\.self) {
            for mount in step.root.mounts where mount.box?.hasPrefix("/opt/assay/") == true {
                #expect(FileManager.default.fileExists(atPath: mount.host), "\(mount.host)")
                let words = step.command.map(\.text) + step.environment.map(\.value.text)
                let used = words.contains { $0.contains(mount.box ?? "/") }
                let asked = profile.version.command.map(\.text).contains { $0.contains(mount.box ?? "/") }
                #expect(used || asked, "\(mount.host) is not used")
            }
        }
    }

    @Test func `what is like nothing suggests nothing`() throws {
        #expect(try Shipped.catalog().suggestions(for: "brainstorming").isEmpty)
        #expect(try Shipped.catalog().suggestions(for: "").isEmpty)
    }

    @Test func `the minimal etc is complete and names no account that could log in`() throws {
        let etc = Shipped.sandboxes + "/etc"
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: etc).sorted() == [
                "group", "hosts", "nsswitch.conf", "passwd",
            ]
        )
        for line in try String(contentsOfFile: etc + "/passwd", encoding: .utf8).split(separator: "\n") {
            #expect(line.hasSuffix("nologin"))
        }
    }
}

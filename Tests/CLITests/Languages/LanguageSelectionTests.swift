import CLI
import Core
import Languages
import Testing

@Suite struct LanguageSelectionTests {
    private static func ids(_ words: [String], tier: String? = nil) throws -> [String] {
        let catalog = try LanguageCatalog(directory: Project.root + "/Sandboxes/languages")
        return try LanguageSelection.profiles(words, tier: tier, in: catalog).map(\.id.rawValue)
    }

    @Test(arguments: [
        (["c"], ["c"]), (["py", "C++"], ["cpp", "python3"]), (["jav*t"], ["javascript"]),
        (["*vascript", "typescript"], ["javascript", "typescript"]),
    ])
    func `words mean ids, aliases and patterns, each language once`(words: [String], expected: [String]) throws {
        #expect(try Self.ids(words) == expected)
    }

    @Test func `a pattern means the versions of a language, too`() throws {
        let versions = try Self.ids(["cpp*"])
        #expect(Set(versions).isSuperset(of: ["cpp", "cpp17", "cpp20", "cpp20clang"]))
        #expect(versions.allSatisfy { $0.hasPrefix("cpp") })
    }

    @Test func `no word means all, and a tier fewer`() throws {
        let all = try Self.ids([])
        let common = try Self.ids([], tier: "common")
        #expect(Set(all).isSuperset(of: common))
        #expect(common.contains("python3"))
    }

    @Test(arguments: [
        (["pyhton3"], nil, "there is no language pyhton3; did you mean python3"),
        (["x*x*x"], nil, "no language matches x*x*x; assay languages lists them"),
        ([], "rare", "there is no tier rare; --tier takes common or rest"),
    ])
    func `what means nothing is a complaint`(words: [String], tier: String?, expected: String) throws {
        let complaint = #expect(throws: Complaint.self) { try Self.ids(words, tier: tier) }
        #expect(complaint?.message.hasPrefix(expected) == true)
    }
}

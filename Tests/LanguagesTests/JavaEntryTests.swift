import Core
import Languages
import Testing

@Suite struct JavaEntryTests {
    private static let main = "public static void main(String[] args) {}"

    private func toolchain(_ scratch: Scratch, _ rule: EntryRule = .javaClass) throws -> Toolchain {
        for tool in ["java", "javac"] { try scratch.writeTool("jdk/bin/" + tool) }
        let locator = ToolchainLocator(
            searchPath: [scratch.path + "/jdk/bin"],
            home: nil,
            etc: Shipped.sandboxes + "/etc",
            standardPath: []
        )
        var profile = try #require(try Shipped.catalog().profile("java"))
        profile.entryRule = rule
        return try locator.locate(profile)
    }

    private func started(
        _ sources: [(String, String)],
        entry: String?,
        by rule: EntryRule = .javaClass
    ) throws -> String? {
        let files = sources.map { BoxFile(path: $0.0, content: MemoryBytes($0.1)) }
        return try toolchain(try Scratch(), rule).runCommand(
            artifact: ArtifactKey(rawValue: "key"),
            files: files,
            entry: entry,
            arguments: [],
            input: MemoryBytes.empty,
            limits: Limits()
        ).arguments.last
    }

    @Test(arguments: [
        ([("A.java", "class A { \(main) }")], nil, "A"),
        ([("a.java", "package p; public class A { \(main) }")], nil, "p.A"),
        ([("A.java", "class A { \(main) }"), ("Main.java", "class Main { \(main) }")], nil, "Main"),
        ([("A.java", "class A { \(main) }"), ("B.java", "class B { \(main) }")], "B", "B"),
        ([("A.java", "class A { \(main) }"), ("B.java", "class B { \(main) }")], "B.java", "B"),
        ([("x.java", "package p; class A { static class B { \(main) } }")], "A.B", "p.A$B"),
        ([("x.java", "package p; class A { static class B { \(main) } }")], "p.A", "p.A"),
        ([("x.java", "public class A { \(main) }")], "x.java", "A"),
        ([("x.java", "class B { \(main) } public class A { \(main) }")], nil, "A"),
        ([("x.java", "package p; class B { \(main) } public class A { \(main) }")], nil, "p.A"),
    ])
    func `the class to start is the one named, else the one that can be`(
        sources: [(String, String)],
        entry: String?,
        expected: String
    ) throws {
        #expect(try started(sources, entry: entry) == expected)
    }

    @Test(arguments: [
        ([("x.java", "void main() { IO.println(1); }")], nil, "x"),
        ([("x.java", "class A { } static void main(String[] a) { }")], nil, "x"),
        ([("x.java", "public class A { } void main() { }")], "x.java", "x"),
        ([("x.java", "void main() { }")], "x", "x"),
        ([("x.java", "class Main { void main() { } }")], nil, "Main"),
        ([("x.java", "class A { void main() { } } class B { \(main) }")], nil, "B"),
        ([("x.java", "class A { void main() { } }"), ("B.java", "class B { \(main) }")], nil, "B"),
        ([("x.java", "class A { void main() { } }"), ("B.java", "class B { \(main) }")], "x.java", "A"),
        ([("x.java", "class A { void main(int x) { } } class B { static void main() { } }")], nil, "B"),
        ([("x.java", "class A { private void main() { } } class B { void main(String[] a) { } }")], nil, "B"),
        ([("x.java", "interface A { void main(); } class B { protected void main() { } }")], nil, "B"),
    ])
    func `since Java 25 a main may be a method of an object, or of the file`(
        sources: [(String, String)],
        entry: String?,
        expected: String
    ) throws {
        #expect(try started(sources, entry: entry, by: .javaInstance) == expected)
    }

    @Test func `a file that is a class itself keeps its name`() throws {
        let files = [BoxFile(path: "x.java", content: MemoryBytes("public class A { } void main() { }"))]
        for (rule, name) in [(EntryRule.javaInstance, "x.java"), (.javaClass, "A.java")] {
            let command = try toolchain(try Scratch(), rule).compileCommand(files: files, entry: nil, limits: Limits())
            #expect(command?.files.map(\.path) == [name])
        }
    }

    private static let rules: [(LanguageID, EntryRule)] = [
        ("java", .javaClass), ("java21", .javaClass), ("javaecj", .javaClass), ("java25", .javaInstance),
    ]

    @Test(arguments: rules)
    func `which main counts is for the version to say`(id: LanguageID, rule: EntryRule) throws {
        #expect(try Shipped.catalog().profile(id)?.entryRule == rule)
    }

    @Test(arguments: [
        ([("A.java", "class A { }")], nil, "no class has a `public static void main(String[])` method to start with"),
        (
            [("A.java", "class A { \(main) }"), ("B.java", "class B { \(main) }")], nil,
            "several classes have a main method (A, B); say which with --entry"
        ),
        ([("A.java", "class A { \(main) }")], "B", "there is no class `B` to start; there is A"),
        ([("A.java", "class A { }")], "A.java", "A.java has no `public static void main(String[])` method"),
    ])
    func `where it cannot be told the error says what to do`(
        sources: [(String, String)],
        entry: String?,
        message: String
    ) throws {
        let error = #expect(throws: EntryError.self) { try started(sources, entry: entry) }
        #expect(error?.description.hasPrefix(message) == true, "\(String(describing: error))")
    }

    @Test func `a source is named after its public class, unless that name is taken`() throws {
        let files = [
            BoxFile(path: "solution.java", content: MemoryBytes("public class A { \(Self.main) }")),
            BoxFile(path: "other.java", content: MemoryBytes("public class B { }")),
            BoxFile(path: "B.java", content: MemoryBytes("class C { }")),
        ]
        let command = try #require(
            try toolchain(try Scratch()).compileCommand(files: files, entry: nil, limits: Limits())
        )
        #expect(command.files.map(\.path) == ["A.java", "other.java", "B.java"])
        #expect(command.arguments.suffix(3) == ["A.java", "other.java", "B.java"])
    }

    @Test func `Java without a main method still has a compile step`() throws {
        let files = [BoxFile(path: "A.java", content: MemoryBytes("class A {"))]
        #expect(try toolchain(try Scratch()).compileCommand(files: files, entry: nil, limits: Limits()) != nil)
    }
}

import Core
import Testing

@testable import Grading

@Suite struct ArtifactKeyTests {
    private struct Making {
        var files = [
            BoxFile(path: "a.c", content: MemoryBytes("int x;")), BoxFile(path: "b.c", content: MemoryBytes("")),
        ]
        var entry: String? = nil
        var language: LanguageID = "c"
        var fingerprint = "gcc 1"
        var command: Command? = Command(
            arguments: ["/usr/bin/gcc", "-O2"],
            environment: ["A": "1"],
            root: Root(entries: [.bind(host: "/usr", box: "/usr")]),
            policy: "compiler",
            workspace: .scratch,
            limits: Limits(),
            collection: Command.Collection(directory: "/box")
        )

        var key: ArtifactKey {
            get throws {
                try ArtifactKey(
                    files: files,
                    entry: entry,
                    language: language,
                    fingerprint: fingerprint,
                    command: command
                )
            }
        }
    }

    private static let changes: [@Sendable (inout Making) -> Void] = [
        { $0.files[0].content = MemoryBytes("int y;") },
        { $0.files[0].path = "c.c" },
        { $0.files[1].isExecutable = true },
        { $0.files.swapAt(0, 1) },
        { $0.files.removeLast() },
        // The same bytes, shared out differently between the two files.
        { ($0.files[0].content, $0.files[1].content) = (MemoryBytes("int "), MemoryBytes("x;")) },
        { $0.entry = "" },
        { $0.entry = "a.c" },
        { $0.language = "cpp" },
        { $0.fingerprint = "gcc 2" },
        { $0.command = nil },
        { $0.command?.arguments[1] = "-O3" },
        { $0.command?.arguments = ["/usr/bin/gcc-O2"] },
        { $0.command?.environment["A"] = "2" },
        { $0.command?.environment["B"] = "1" },
        { $0.command?.root.entries.append(.link(box: "/bin", target: "usr/bin")) },
        { $0.command?.policy = "other" },
        { $0.command?.collection?.directory = "/box/out" },
    ]

    @Test func `everything that the artifact is made from changes the key`() throws {
        var keys: Set<ArtifactKey> = [try Making().key]
        for (place, change) in Self.changes.enumerated() {
            var making = Making()
            change(&making)
            #expect(keys.insert(try making.key).inserted, "change \(place) gives a key that was there already")
        }
    }

    @Test func `the same things give the same key, and limits are none of them`() throws {
        var other = Making()
        other.command?.limits.cpuTime = .seconds(1)
        #expect(try other.key == Making().key)
    }
}

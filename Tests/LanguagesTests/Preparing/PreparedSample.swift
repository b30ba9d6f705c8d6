import Core
import FoundationEssentials
import Testing

@testable import Languages

/// The sample profile with something to prepare, on a host of a test's own.
struct PreparedSample {
    static let prepare = """
        prepare:
          headers:
            command: ["{zig}", header, -O2, "-o{headers}/std.h.gch"]
            environment: {CACHE: /tmp/none}
            files: {std.h: "include"}
            directories: [bits]
            watch: ["*/include/std*.h"]

        """

    static let text =
        SampleProfile.replacing(
            "[\"{zig}\", build, -o, \"{binary}\", \"-m{memory-10}\", \"{files}\"]",
            with: "[\"{zig}\", build, \"{prepared}\", -o, \"{binary}\", \"{files}\"]"
        ).replacing(
            "  policy: compiler\n",
            "  policy: compiler\n  prepared:\n    headers: {arguments: [\"-I{headers}\", -fast], environment: {CACHE: \"{headers}\"}}\n"
        ) + prepare

    let scratch: Scratch
    let store: PreparedStore
    private let text: String

    init(_ text: String = PreparedSample.text) throws {
        scratch = try Scratch()
        store = PreparedStore(state: scratch.path + "/state")
        self.text = text.replacing("\"*/include", "\"" + scratch.path + "/include")
        try scratch.writeTool("bin/zig")
        try scratch.write("include/std1.h", "one")
        try scratch.write("etc/passwd")
        try scratch.write("languages/zig.yaml", self.text)
    }

    /// Writes the profile with a part replaced.
    func rewrite(_ part: String, _ other: String) throws {
        try scratch.write("languages/zig.yaml", text.replacing(part, other))
    }

    func toolchain() throws -> Toolchain {
        let catalog = try LanguageCatalog(directory: scratch.path + "/languages")
        let locator = ToolchainLocator(
            searchPath: [],
            home: nil,
            etc: scratch.path + "/etc",
            standardPath: [scratch.path + "/bin"],
            prepared: store
        )
        return try locator.locate(try #require(catalog.profile("zig")))
    }

    func state() throws -> PreparationState { try #require(try toolchain().preparations.first) }

    /// Keeps something for the key that is wanted now; the result is where its file is.
    @discardableResult
    func prepare(_ content: String = "precompiled") throws -> String {
        let state = try state()
        let bundle = Bundle(files: [BoxFile(path: "bits/std.h.gch", content: MemoryBytes(content))])
        try store.keep(bundle, as: state.key, for: "zig headers", time: .seconds(2), try store.beginChange())
        guard case .ready(let entry) = store.condition(of: state.key) else { throw NotKept() }
        return entry.directory + "/bits/std.h.gch"
    }

    struct NotKept: Error {}

    func compileCommand(_ toolchain: Toolchain, _ source: String = "x") throws -> Command {
        let files = [BoxFile(path: "a.zig", content: MemoryBytes(source))]
        return try #require(try toolchain.compileCommand(files: files, entry: nil, limits: Limits()))
    }
}

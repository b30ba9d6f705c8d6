import Core
import FoundationEssentials
import Languages
import Synchronization
import Testing

@testable import Grading

@Suite struct PreparerTests {
    private let directory: String
    private let store: PreparedStore
    private let catalog: LanguageCatalog
    private let locator: ToolchainLocator

    init() throws {
        directory = FileManager.default.temporaryDirectory.path + "/preparer-tests-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let text = """
            id: toy
            name: Toy
            extensions: [toy]
            packages: [toy]
            tools:
              sh: {candidates: [/bin/sh], depth: 0}
            version: {command: ["{sh}", --version]}
            compile:
              command: ["{sh}", compile, "{prepared}", "{files}"]
              policy: compiler
              root: {base: empty}
              prepared:
                headers: {arguments: ["{headers}"], doubts: [linker]}
            run:
              command: ["{sh}", run, "{main}"]
              policy: managed
              root: {base: empty}
            prepare:
              headers:
                command: ["{sh}", prepare]
            selfTest: {file: self.toy, source: self, input: "6 7", output: "42"}
            """
        try Data(text.utf8).write(to: URL(filePath: directory + "/toy.yaml"))
        catalog = try LanguageCatalog(directory: directory)
        store = PreparedStore(state: directory + "/state")
        locator = ToolchainLocator(searchPath: [], home: nil, etc: "/nowhere", prepared: store)
    }

    private func cleanUp() { try? FileManager.default.removeItem(atPath: directory) }

    /// A toolchain that prepares a header, and whose compiler takes it when it is what was prepared.
    private func executor(
        prepares: @escaping @Sendable () -> Outcome = {
            .exited(0, feedback: ["header": "precompiled"])
        },
        compiles: @escaping @Sendable (_ header: String?) -> Outcome = { _ in .compiled }
    ) -> FakeExecutor {
        FakeExecutor { command throws(ExecutorFailure) in
            switch command.arguments[1] {
            case "--version": return .wrote("toy 1.0\n")
            case "prepare": return prepares()
            case "compile":
                let bind = command.root.entries.compactMap { entry -> String? in
                    guard case .bind(let host, "/opt/assay/prepared/headers") = entry else { return nil }
                    return host
                }.first
                return compiles(bind.map { (try? String(contentsOfFile: $0 + "/header", encoding: .utf8)) ?? "" })
            default: return .wrote("42")
            }
        }
    }

    private func prepare(_ executor: FakeExecutor) async throws -> [Preparer.Result.Conclusion] {
        let preparer = Preparer(executor: executor, catalog: catalog, locator: locator, store: store)
        let profile = try #require(catalog.profile("toy"))
        return try await preparer.prepare(profile, try store.beginChange()).map(\.conclusion)
    }

    private var header: String {
        get throws {
            let toolchain = try locator.locate(try #require(catalog.profile("toy")))
            return try #require(toolchain.preparations.first?.entry).directory + "/header"
        }
    }

    private func compile(_ executor: FakeExecutor) async throws -> Compilation {
        let workshop = Workshop(boxes: Boxes(executor), catalog: catalog, locator: locator)
        return try await workshop.compile(.toy(), for: nil).compilation
    }

    @Test func `what is missing is made and tried, and then it is kept`() async throws {
        defer { cleanUp() }
        let seen = Mutex<[String?]>([])
        let executor = executor(compiles: { header in
            seen.withLock { $0.append(header) }
            return .compiled
        })
        guard case .made = try await prepare(executor).first else { throw NotSo() }
        #expect(seen.withLock(\.self) == ["precompiled"])
        guard case .kept = try await prepare(executor).first else { throw NotSo() }
        #expect(executor.commands.count { $0.arguments[1] == "prepare" } == 1)
    }

    private struct NotSo: Error {}

    @Test func `a command that fails leaves nothing, says why, and the language works`() async throws {
        defer { cleanUp() }
        let executor = executor(prepares: { .exited(1, error: "no room\nmore") })
        #expect(try await prepare(executor) == [.failed("no room")])
        #expect(try await compile(executor).artifact != nil)
    }

    @Test func `a state with which the self-test fails is withdrawn`() async throws {
        defer { cleanUp() }
        let executor = executor(compiles: { $0 == nil ? .compiled : .exited(1, error: "bad header") })
        #expect(try await prepare(executor) == [.failed("with it its self-test does not compile: bad header")])
        #expect(try await compile(executor).artifact != nil)
    }

    @Test func `a compiler that refuses by a damaged state refuses nothing`() async throws {
        defer { cleanUp() }
        let path = Mutex("")
        let executor = executor(compiles: { header in
            // It is written while the compiler runs: after we looked, so that only the contents tell.
            if header == "precompiled", !path.withLock(\.isEmpty) {
                try? FileManager.default.removeItem(atPath: path.withLock(\.self))
                try? Data("broken".utf8).write(to: URL(filePath: path.withLock(\.self)))
                return .exited(1, error: "internal compiler error")
            }
            return .compiled
        })
        _ = try await prepare(executor)
        try path.withLock { $0 = try header }
        let compilation = try await compile(executor)
        #expect(compilation.artifact != nil)
        #expect(executor.commands.suffix(1).allSatisfy { $0.root.entries.isEmpty })
    }

    @Test func `a compiler that refuses by an intact state has refused`() async throws {
        defer { cleanUp() }
        let tests = Mutex(0)
        let executor = executor(compiles: { _ in
            // The first is the self-test.
            tests.withLock {
                $0 += 1; return $0
            } == 1 ? .compiled : .exited(1, error: "a mistake")
        })
        _ = try await prepare(executor)
        #expect(try await compile(executor).refusal == .diagnostics)
        #expect(tests.withLock(\.self) == 2)
    }

    @Test(arguments: [("linker failed", 2), ("a mistake", 1)])
    func `a refusal in words that are doubted counts when the step says it without`(
        said: String,
        count: Int
    ) async throws {
        defer { cleanUp() }
        let tests = Mutex(0)
        let executor = executor(compiles: { header in
            // The first is the self-test.
            let test = tests.withLock {
                $0 += 1; return $0
            }
            return test == 1 || header == nil ? .compiled : .exited(1, error: said)
        })
        _ = try await prepare(executor)
        #expect((try await compile(executor).artifact != nil) == (count == 2))
        #expect(tests.withLock(\.self) == 1 + count)
        // What it then makes is kept for what was asked for; a mistake is looked at again.
        let again = try await compile(executor)
        #expect(again.isCached == (count == 2) && (again.artifact != nil) == (count == 2))
        #expect(tests.withLock(\.self) == 3)
        #expect(try FileManager.default.contentsOfDirectory(atPath: store.directory).count == 3)
    }
}

import Core
import FoundationEssentials
import Languages
import Problems

@testable import Grading

/// Languages that need nothing of the host but `/bin/sh`, which is never run: a fake executor plays the programs.
///
/// `java` starts classes, as Java does. The name of a command's policy says what it is: `compile-toy`, `run-toy`, `run-cpp` and so on.
enum Toys {
    private static func profile(_ id: String, extension name: String, compile: Bool = true, more: String = "") -> String
    {
        let step = "    policy: %\n    root: { base: empty }\n"
        let compiling =
            "compile:\n    command: [\"{sh}\", \"-c\", \"{files}\"]\n" + step.replacing("%", with: "compile-\(id)")
        return """
            id: \(id)
            name: Toy \(id)
            extensions: [\(name)]
            packages: [toy-\(id)]
            tools:
                sh: { candidates: ["/bin/sh"], depth: 0 }
            version:
                command: ["{sh}", "--version"]
            \(compile ? compiling : "")
            run:
                command: ["{sh}", "{main}", "{arguments}"]
            \(step.replacing("%", with: "run-\(id)"))\(more)
            selfTest:
                file: self.\(name)
                source: the self-test
                input: "6 7"
                output: "42"

            """
    }

    private static let loaded = Result {
        let directory = FileManager.default.temporaryDirectory.path + "/grading-tests-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let sources = [
            "toy": profile("toy", extension: "toy", more: "outOfMemory: { exitCode: 99 }"),
            "script": profile(
                "script",
                extension: "script",
                compile: false,
                more: "    allowance: { timeFactor: 2, output: 1 MiB }"
            ),
            "absent": profile("absent", extension: "absent").replacing("/bin/sh", with: "/nowhere/absent"),
            "cpp": profile("cpp", extension: "cpp"),
            "python3": profile("python3", extension: "py"),
            "java": profile("java", extension: "java") + "entry: javaClass\n",
        ]
        for (id, source) in sources {
            try Data(source.utf8).write(to: URL(filePath: "\(directory)/\(id).yaml"))
        }
        return try LanguageCatalog(directory: directory)
    }

    static var catalog: LanguageCatalog { get throws { try loaded.get() } }

    static let locator = ToolchainLocator(searchPath: [], home: nil, etc: "/nowhere")

    static func workshop(_ executor: FakeExecutor) throws -> Workshop {
        Workshop(boxes: Boxes(executor), catalog: try catalog, locator: locator)
    }
}

extension Submission {
    /// One file in the toy language.
    static func toy(_ source: String = "the source", language: LanguageID = "toy") -> Submission {
        Submission(
            id: "s1",
            language: language,
            files: [SourceFile(name: "main.\(language)", content: Array(source.utf8))]
        )
    }
}

extension TestCase {
    /// A test whose input is `input` and whose answer is `right`.
    static func toy(_ input: String, isSample: Bool = false, files: [BoxFile] = []) -> TestCase {
        TestCase(
            name: (isSample ? "sample/" : "secret/") + input,
            isSample: isSample,
            input: MemoryBytes(input),
            answer: MemoryBytes("right\n"),
            files: files
        )
    }
}

extension Problem {
    /// A problem whose tests have the inputs `1`, `2`, …: one sample, then secret ones.
    static func toy(tests count: Int = 3, timeLimit: Duration? = .seconds(1)) -> Problem {
        Problem(
            shortName: "toy",
            directory: "/nowhere/toy",
            timeLimit: timeLimit,
            tests: (1...count).map { .toy(String($0), isSample: $0 == 1) }
        )
    }
}

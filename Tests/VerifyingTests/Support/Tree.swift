import FoundationEssentials
import Verifying

/// A package in a directory of its own that is gone with it.
struct Tree: ~Copyable {
    let directory: String
    private let scratch: String

    /// A package called `name` with these files; what begins with `->` is where a symbolic link leads to, and nil is no
    /// file at all.
    init(_ files: [String: String?], name: String = "scratch") throws {
        scratch = FileManager.default.temporaryDirectory.path + "/assay-verifying-tests-\(UUID().uuidString)"
        directory = scratch + "/" + name
        let manager = FileManager.default
        for (path, content) in files {
            guard let content else { continue }
            let full = "\(directory)/\(path)"
            let parent = String(full[..<(full.lastIndex(of: "/") ?? full.endIndex)])
            try manager.createDirectory(atPath: parent, withIntermediateDirectories: true)
            if path.hasSuffix("/") { continue }
            if content.hasPrefix("->") {
                try manager.createSymbolicLink(atPath: full, withDestinationPath: String(content.dropFirst(2)))
            } else {
                try Data(content.utf8).write(to: URL(filePath: full))
            }
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: scratch) }

    /// Right in every way, in the older format.
    static let legacy: [String: String?] = [
        "problem.yaml": "name: A\nauthor: Me\nlicense: cc0\nrights_owner: Me\n",
        "problem_statement/problem.en.tex": "\\problemname{A}\nText.\n",
        "data/sample/1.in": "1\n", "data/sample/1.ans": "2\n",
        "data/secret/1.in": "3\n", "data/secret/1.ans": "4\n",
        "input_validators/validate.py": "import sys\nsys.exit(42)\n",
        "submissions/accepted/a.py": "print(int(input()) + 1)\n",
    ]

    /// Right in every way, in the newer one.
    static let newer: [String: String?] = [
        "problem.yaml": newerMetadata,
        "statement/problem.en.md": "Text.\n",
        "data/sample/1.in": "1\n", "data/sample/1.ans": "2\n",
        "data/secret/1.in": "3\n", "data/secret/1.ans": "4\n",
        "input_validators/validate.py": "import sys\nsys.exit(42)\n",
        "submissions/accepted/a.py": "print(int(input()) + 1)\n",
    ]

    static let newerMetadata = """
        problem_format_version: 2025-09
        name: A
        uuid: 7d0a2c5e-9f0b-4a57-8a39-1b6c1fd0a101
        license: cc0
        rights_owner: Me

        """
}

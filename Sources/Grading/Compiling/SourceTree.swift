internal import Core
internal import Languages
internal import Problems

/// The files that are compiled together.
struct SourceTree: Sendable {
    /// The submission's files in their order, then what the problem adds.
    let files: [BoxFile]
    /// The file (or class) to start, where its author named one.
    let entry: String?
    /// Whether an `entry` that cannot be started refuses the sources, and not the request.
    let isEntryJudged: Bool

    /// The files of `submission` with `includes` over them: a file of the problem replaces one of the same name.
    ///
    /// `prologue` is put before those whose names end in one of `endings`.
    ///
    /// - Throws: `.badInput` when there are no files, or their names cannot be used, or not together.
    init(
        _ submission: Submission,
        includes: [BoxFile],
        prologue: [UInt8] = [],
        endings: [String] = []
    ) throws(GradingError) {
        guard !submission.files.isEmpty else { throw .badInput("no source file was given; name at least one") }
        var names: Set<String> = []
        for file in submission.files {
            guard BoxFile.isAcceptable(path: file.name) else {
                throw .badInput(
                    "the source file name \(file.name.debugDescription) cannot be used; "
                        + "rename it to letters, digits, `.`, `_` and `-`"
                )
            }
            guard names.insert(file.name).inserted else {
                throw .badInput("two source files are called \(file.name); rename one of them")
            }
        }
        let replaced = Set(includes.map(\.path))
        files =
            submission.files
            .filter { !replaced.contains($0.name) }
            .map { file in
                let isSource = endings.contains { file.name.hasSuffix(".\($0)") }
                let content = isSource ? prologue + file.content : file.content
                return BoxFile(path: file.name, content: MemoryBytes(content))
            } + includes
        if let (file, below) = PathCollision.first(among: Set(files.map(\.path))) {
            throw .badInput("\(file) cannot be a file and the directory of \(below) at once; rename one of them")
        }
        entry = submission.entry
        isEntryJudged = submission.isEntryJudged
    }

    /// The given files as they are.
    init(files: [BoxFile], entry: String?) {
        self.files = files
        self.entry = entry
        isEntryJudged = false
    }

    /// Makes sure that the files that a test adds have room beside these.
    ///
    /// - Throws: `.badInput` when one of them is the directory of another.
    func checkRoom(for tests: [TestCase]) throws(GradingError) {
        let own = Set(files.map(\.path))
        for test in tests where !test.files.isEmpty {
            guard let (file, below) = PathCollision.first(among: own.union(test.files.map(\.path))) else { continue }
            throw .badInput(
                "\(file) cannot be a file and the directory of \(below) at once, which the test \(test.name) asks for; "
                    + "rename the source file"
            )
        }
    }

    /// Makes sure that it can be told what to start.
    ///
    /// - Throws: what the language says against it.
    func checkEntry(for toolchain: Toolchain) throws(EntryError) {
        _ = try toolchain.runCommand(
            artifact: ArtifactKey(rawValue: ""),
            files: files,
            entry: entry,
            arguments: [],
            input: MemoryBytes.empty,
            limits: Limits()
        )
    }
}

internal import Core
internal import JailProtocol

/// From a command to what its jailer is asked for.
///
/// Pure: what has to be opened is opened by the slot.
enum BoxPlanning {
    /// The environment of every box, built from nothing; the command's own comes on top.
    static let environment = [
        "PATH": "/usr/bin:/bin",
        "HOME": "/tmp",
        "TMPDIR": "/tmp",
        "LANG": "C.UTF-8",
        "PWD": "/box",
        "USER": "nobody",
        "ONLINE_JUDGE": "1",
    ]

    /// The plan of `command` in the prepared root `root`.
    ///
    /// Among its files are `kept` that it does not bring itself, but the artifact that it is given a copy of.
    ///
    /// - Throws: `ExecutorFailure` for a command that no box can run: the caller's mistake, not the program's.
    static func plan(
        _ command: Command,
        number: Int,
        root: Int,
        filter: [UInt64],
        output: BoxPlan.Output = .file,
        kept: Int = 0
    ) throws(ExecutorFailure) -> BoxPlan {
        if let flaw = command.flaw(besides: kept) {
            throw ExecutorFailure(operation: "run a command", subject: command.arguments.first ?? "", cause: flaw)
        }
        let artifact: String
        let base: String
        switch command.workspace {
        case .artifact(let key):
            artifact = key.rawValue
            base = "/data/"
        // Of a copy the slot has made a scratch with the artifact's files.
        case .scratch, .copy:
            artifact = ""
            base = "/box/"
        }
        var files = table(of: command.files, below: base)
        if copiesInput(command) {
            let offset = command.files.reduce(0) { $0 + $1.content.byteCount }
            let length = command.input.byteCount
            files.append(BoxPlan.File(path: Command.inputCopy, offset: offset, length: length, isExecutable: false))
        }
        let limits = command.limits
        var plan = BoxPlan(
            number: number,
            root: root,
            artifact: artifact,
            arguments: command.arguments,
            environment: environmentList(command),
            directories: directories(for: files.map(\.path), and: command.directories),
            files: files,
            filter: filter,
            cpuStopMicroseconds: limits.cpuStop.inMicroseconds,
            wallMicroseconds: limits.wallTime.inMicroseconds,
            memoryBytes: limits.memory.bytes,
            processes: limits.processes,
            stackBytes: limits.stack.bytes,
            outputBytes: limits.output.bytes,
            scratchBytes: limits.scratch.bytes,
            inodes: limits.inodes,
            openFiles: limits.openFiles,
            collection: command.collection.map {
                BoxPlan.Collection(
                    directory: $0.directory,
                    maximumFiles: $0.maximumFiles,
                    maximumBytes: $0.maximumSize.bytes
                )
            },
            output: output
        )
        plan.directory = command.directory
        return plan
    }

    /// What the files of `command` hold, one behind the other.
    static func contents(of command: Command) -> [any ByteSource] {
        command.files.map(\.content) + (copiesInput(command) ? [command.input] : [])
    }

    /// Whether there is to be a copy of standard input.
    ///
    /// One that has no room in the box's file systems is left out.
    private static func copiesInput(_ command: Command) -> Bool {
        command.copiesInput && command.input.byteCount <= command.limits.scratch.bytes / 2
    }

    /// The plan of an artifact that holds `files`, and how much they hold.
    static func artifact(_ key: ArtifactKey, files: [BoxFile]) -> (ArtifactPlan, size: Int) {
        let plan = ArtifactPlan(
            key: key.rawValue,
            replaces: [],
            directories: directories(for: files.map { "/" + $0.path }, and: []).map { String($0.dropFirst()) },
            files: table(of: files, below: "")
        )
        return (plan, files.reduce(0) { $0 + $1.content.byteCount })
    }

    /// Where each file is in the bundle that holds them one after the other, and where it belongs.
    private static func table(of files: [BoxFile], below base: String) -> [BoxPlan.File] {
        var offset = 0
        return files.map { file in
            defer { offset += file.content.byteCount }
            return BoxPlan.File(
                path: base + file.path,
                offset: offset,
                length: file.content.byteCount,
                isExecutable: file.isExecutable
            )
        }
    }

    private static func environmentList(_ command: Command) -> [String] {
        let all = environment.merging(["PWD": command.directory]) { $1 }.merging(command.environment) { $1 }
        return all.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    }

    /// Every directory that has to be made below `/box` and `/data`, parents first.
    static func directories(for files: [String], and others: [String]) -> [String] {
        var result: [String] = []
        var known: Set<String> = ["/box", "/data"]
        func add(_ path: String) {
            guard !path.isEmpty, known.insert(path).inserted else { return }
            if let slash = path.lastIndex(of: "/"), slash != path.startIndex { add(String(path[..<slash])) }
            result.append(path)
        }
        for file in files {
            if let slash = file.lastIndex(of: "/") { add(String(file[..<slash])) }
        }
        for directory in others { add(directory) }
        return result
    }
}

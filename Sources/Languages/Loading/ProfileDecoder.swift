import Core
import YAML

/// Turns the YAML of a profile into a `LanguageProfile`.
struct ProfileDecoder {
    static let keys = [
        "id", "extends", "name", "aliases", "extensions", "companions", "interpreters", "priority", "names",
        "root", "packages", "pypi", "detected", "variables", "requires", "tools", "paths", "version", "entry",
        "naming", "compile", "run", "prepare", "outOfMemory", "selfTest", "conformance", "notApplicable",
        "knownFailures", "tier",
    ]

    private let reader: FieldReader
    private let directory: String

    /// A decoder of the file `file`, which lies in `directory`.
    init(_ node: YAMLNode, file: String, directory: String) throws(ProfileError) {
        reader = try FieldReader(node, file: file, keys: ProfileDecoder.keys)
        self.directory = directory
    }

    func profile(digest: String, sets: [String]) throws(ProfileError) -> LanguageProfile {
        let id = LanguageID(try reader.string("id"))
        let extensions = try reader.strings("extensions")
        guard !extensions.isEmpty else { throw reader.mistake("extensions", "a list with at least one extension") }
        guard let run = try step("run") else { throw reader.mistake("run", "the step that runs a program") }
        return LanguageProfile(
            id: id,
            name: try reader.string("name"),
            aliases: try reader.strings("aliases"),
            extensions: extensions,
            companions: try reader.strings("companions"),
            interpreters: try reader.strings("interpreters"),
            priority: try reader.int("priority", default: 0),
            isDetected: try reader.bool("detected", default: true),
            names: try names(id: id),
            root: reader.has("root") ? try reader.string("root") : nil,
            packages: try reader.strings("packages"),
            pypi: try reader.strings("pypi"),
            variables: try variables(),
            requires: try reader.strings("requires"),
            tools: try tools(),
            paths: try paths(),
            version: try version(),
            compile: try step("compile"),
            run: run,
            prepare: try Preparation.all(in: reader, directory: directory),
            entryRule: try reader.choice("entry", default: .file),
            naming: try reader.choice("naming", default: .any),
            outOfMemory: try outOfMemory(),
            selfTest: try selfTest(),
            conformance: try ConformanceClaims(reader, sets: sets),
            tier: try reader.choice("tier", default: .rest),
            digest: digest
        )
    }

    private func names(id: LanguageID) throws(ProfileError) -> ForeignNames {
        guard let names = try reader.child("names", keys: ["kattis", "judge0", "piston", "dmoj", "domjudge"]) else {
            return ForeignNames(kattis: id, judge0: [], piston: nil, dmoj: [], domjudge: nil)
        }
        return ForeignNames(
            kattis: LanguageID(try names.string("kattis", default: id.rawValue)),
            judge0: try names.ints("judge0"),
            piston: names.has("piston") ? try names.string("piston") : nil,
            dmoj: try names.strings("dmoj"),
            domjudge: names.has("domjudge") ? try names.string("domjudge") : nil
        )
    }

    private func variables() throws(ProfileError) -> [String: String] {
        guard let node = reader.node["variables"] else { return [:] }
        var result: [String: String] = [:]
        let names = try reader.entries("variables").map(\.key)
        let fields = try FieldReader(node, file: reader.file, prefix: "variables.", keys: names)
        for name in names { result[name] = try fields.string(name) }
        return result
    }

    private func tools() throws(ProfileError) -> [Tool] {
        var tools: [Tool] = []
        for (name, value) in try reader.entries("tools") {
            let fields = try FieldReader(
                value,
                file: reader.file,
                prefix: "tools.\(name).",
                keys: ["candidates", "depth"]
            )
            let candidates = try fields.strings("candidates")
            guard !candidates.isEmpty else { throw fields.mistake("candidates", "a list of names or paths") }
            tools.append(Tool(name: name, candidates: candidates, depth: try fields.int("depth", default: 2)))
        }
        return tools
    }

    private func paths() throws(ProfileError) -> [(name: String, candidates: [String])] {
        guard let node = reader.node["paths"] else { return [] }
        var result: [(name: String, candidates: [String])] = []
        let names = try reader.entries("paths").map(\.key)
        let fields = try FieldReader(node, file: reader.file, prefix: "paths.", keys: names)
        for name in names { result.append((name, try fields.strings(name))) }
        return result
    }

    private func version() throws(ProfileError) -> VersionQuery {
        guard let version = try reader.child("version", keys: ["command", "after"]) else {
            throw reader.mistake("version", "the command that prints the version")
        }
        return VersionQuery(
            command: try version.templates("command"),
            marker: version.has("after") ? try version.string("after") : nil
        )
    }

    private func outOfMemory() throws(ProfileError) -> OutOfMemorySign? {
        let keys = ["exitCode", "signal", "text", "lastLine", "peak"]
        guard let sign = try reader.child("outOfMemory", keys: keys) else { return nil }
        // Any program can write any words.
        guard sign.has("exitCode") || sign.has("signal") else {
            throw reader.mistake("outOfMemory", "how a run ends that ran out of memory: exitCode or signal")
        }
        let exitCode = sign.has("exitCode") ? try sign.int("exitCode", default: 0) : nil
        guard exitCode != 0 else { throw sign.mistake("exitCode", "the exit code of a failure, which 0 is not") }
        let peak = try sign.int("peak", default: 90)
        guard (0...100).contains(peak) else { throw sign.mistake("peak", "a percentage from 0 to 100") }
        return OutOfMemorySign(
            exitCode: exitCode,
            signal: sign.has("signal") ? try sign.string("signal") : nil,
            text: sign.has("text") ? try sign.string("text") : nil,
            lastLine: sign.has("lastLine") ? try sign.string("lastLine") : nil,
            peak: peak
        )
    }

    private func selfTest() throws(ProfileError) -> SelfTest {
        guard let test = try reader.child("selfTest", keys: ["file", "source", "input", "output"]) else {
            throw reader.mistake("selfTest", "a program with its input and output")
        }
        return SelfTest(
            file: try test.string("file"),
            source: try test.string("source"),
            input: try test.string("input", default: ""),
            output: try test.string("output")
        )
    }
}

// MARK: - Steps

extension ProfileDecoder {
    private func step(_ key: String) throws(ProfileError) -> Step? {
        let keys =
            ["command", "environment", "policy", "root", "allowance", "prepared"]
            + (key == "run" ? ["copiesInput"] : [])
        guard let fields = try reader.child(key, keys: keys) else { return nil }
        return Step(
            command: try fields.templates("command"),
            environment: try fields.environment(),
            policy: try fields.string("policy"),
            root: try root(of: fields),
            copiesInput: try fields.bool("copiesInput", default: false),
            allowance: try allowance(of: fields, isCompiling: key == "compile"),
            prepared: try PreparedUse.all(in: fields)
        )
    }

    private func root(of step: FieldReader) throws(ProfileError) -> RootRecipe {
        guard let fields = try step.child("root", keys: ["base", "mounts", "tools"]) else {
            throw step.mistake("root", "what the box is built from, at least `base`")
        }
        guard fields.has("base") else { throw fields.mistake("base", RootRecipe.Base.all) }
        var mounts: [RootRecipe.Mount] = []
        if let list = fields.node["mounts"] {
            guard let elements = list.list else { throw fields.mistake("mounts", "a list of paths") }
            for element in elements { mounts.append(try mount(element)) }
        }
        return RootRecipe(
            base: try fields.choice("base", default: .empty),
            mounts: mounts,
            tools: try fields.strings("tools")
        )
    }

    private func mount(_ element: YAMLNode) throws(ProfileError) -> RootRecipe.Mount {
        if let path = element.string { return RootRecipe.Mount(host: path, box: nil) }
        let fields = try FieldReader(element, file: reader.file, prefix: "mounts.", keys: ["host", "box"])
        let host = try fields.string("host")
        // Files of our own lie beside the profile.
        return RootRecipe.Mount(
            host: host.hasPrefix("./") ? directory + host.dropFirst() : host,
            box: try fields.string("box"),
            isOwn: host.hasPrefix("./")
        )
    }

    private func allowance(of step: FieldReader, isCompiling: Bool) throws(ProfileError) -> Allowance {
        var result = isCompiling ? Allowance.compiling : Allowance.running
        let keys = ["timeFactor", "memory", "processes", "stack", "output", "scratch"]
        guard let fields = try step.child("allowance", keys: keys) else { return result }
        result.timeFactor = try fields.double("timeFactor", default: result.timeFactor)
        guard result.timeFactor > 0, result.timeFactor <= 100 else {
            throw fields.mistake("timeFactor", "a factor above 0 and up to 100")
        }
        result.memory = try fields.size("memory") ?? result.memory
        result.processes = try fields.int("processes", default: result.processes)
        result.stack = try fields.size("stack") ?? result.stack
        result.output = try fields.size("output") ?? result.output
        result.scratch = try fields.size("scratch") ?? result.scratch
        return result
    }
}

extension RootRecipe.Base {
    static var all: String { "one of " + allCases.map(\.rawValue).joined(separator: ", ") }
}

extension Allowance {
    /// What every compiler needs: the drivers of some start a process a core, and what they write is a program.
    static let compiling = Allowance(
        timeFactor: 1,
        memory: ByteCount(0),
        processes: 64,
        // It is also the stack of each thread, so a large one would only be address space.
        stack: .mebibytes(256),
        output: .mebibytes(256),
        scratch: .mebibytes(512)
    )

    /// Nothing beyond what the problem allows.
    static let running = Allowance(
        timeFactor: 1,
        memory: ByteCount(0),
        processes: 1,
        stack: nil,
        output: ByteCount(0),
        scratch: ByteCount(0)
    )
}

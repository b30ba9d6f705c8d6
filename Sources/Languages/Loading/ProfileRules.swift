import Core
import Roots
import YAML

/// A profile with what it was read from, for rules that name lines.
struct ParsedProfile {
    let profile: LanguageProfile
    let source: ProfileSource

    /// A mistake at the value that `path` leads to, or as near to it as the file has something.
    func mistake(_ path: String..., message: String) -> ProfileError {
        var node = source.node
        for key in path {
            guard let next = node[key] else { break }
            node = next
        }
        return ProfileError(file: source.file, line: node.line, message: message)
    }

    var steps: [(key: String, step: Step)] {
        (profile.compile.map { [("compile", $0)] } ?? []) + [("run", profile.run)]
    }
}

/// One thing that has to be so in every profile.
protocol ProfileRule: Sendable {
    /// The first offence of `parsed`; nil when there is none.
    func offence(of parsed: ParsedProfile) -> ProfileError?
}

/// The file is named after the id, and the id is made of letters that every shell and URL takes.
struct IDNamesTheFile: ProfileRule {
    func offence(of parsed: ParsedProfile) -> ProfileError? {
        let id = parsed.profile.id.rawValue
        let isPlain = id.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        guard isPlain, !id.isEmpty else {
            return parsed.mistake("id", message: "the id `\(id)` may have only the letters a to z and digits")
        }
        guard id == parsed.source.stem else {
            return parsed.mistake("id", message: "the id is `\(id)`, so the file must be called \(id).yaml")
        }
        return nil
    }
}

/// Every placeholder stands for something, and a list stands alone.
struct PlaceholdersAreKnown: ProfileRule {
    static let texts = ["main", "stem", "binary", "mainclass"]
    static let numbers = ["memory", "stack", "processes", "threads"]
    static let lists = ["files", "arguments", "prepared"]

    func offence(of parsed: ParsedProfile) -> ProfileError? {
        let profile = parsed.profile
        let own =
            profile.tools.map(\.name) + profile.paths.map(\.name) + profile.variables.keys.sorted()
            + profile.prepare.map(\.name)
        for name in own where (Self.texts + Self.numbers + Self.lists).contains(name) {
            return parsed.mistake("tools", message: "`\(name)` has a meaning of its own; give the tool another name")
        }
        var used: [(key: String, field: String, template: Template)] = []
        for (key, step) in parsed.steps {
            used += step.command.map { (key, "command", $0) } + step.environment.map { (key, "environment", $0.value) }
        }
        for (key, step) in parsed.steps {
            for use in step.prepared {
                let all = use.arguments + use.environment.map(\.value) + (use.command ?? [])
                used += all.map { (key, "prepared", $0) }
            }
        }
        for preparation in profile.prepare {
            let all = preparation.command + preparation.environment.map(\.value)
            used += all.map { ("prepare", preparation.name, $0) }
        }
        used += profile.version.command.map { ("version", "command", $0) }
        for (key, field, template) in used {
            for name in template.placeholders {
                let isList = Self.lists.contains(name)
                if isList && template.pieces.count > 1 {
                    let message = "`\(template.text)`: {\(name)} is several arguments and must stand alone"
                    return parsed.mistake(key, field, message: message)
                }
                if !isList && !(own + Self.texts + Self.numbers).contains(name) {
                    let known = (own + Self.texts + Self.numbers + Self.lists).map { "{\($0)}" }
                    let message = "`\(template.text)`: unknown placeholder; known are \(known.joined(separator: " "))"
                    return parsed.mistake(key, field, message: message)
                }
            }
        }
        return nil
    }
}

/// Commands start with a tool or with the compiled program, never with a path that may differ from host to host.
struct CommandsStartWithATool: ProfileRule {
    func offence(of parsed: ParsedProfile) -> ProfileError? {
        let starts = parsed.profile.tools.map { "{\($0.name)}" } + ["{binary}"]
        for (key, step) in parsed.steps where !starts.contains(step.command[0].text) {
            let message = "a command must start with one of \(starts.joined(separator: " "))"
            return parsed.mistake(key, "command", message: message)
        }
        return nil
    }
}

/// Mounts are absolute and never a whole tree that holds what others put there.
struct MountsAreNarrow: ProfileRule {
    static let tooWide = ["/", "/etc", "/home", "/opt", "/proc", "/root", "/run", "/sys", "/usr/local", "/var", "/dev"]

    func offence(of parsed: ParsedProfile) -> ProfileError? {
        for (key, step) in parsed.steps {
            for mount in step.root.mounts {
                for path in [mount.host, mount.box ?? mount.host] {
                    let isProject = path.hasPrefix(InstallationPlaces.prefix) && path.contains("/")
                    guard path.hasPrefix("/") || isProject, !path.split(separator: "/").contains("..") else {
                        return parsed.mistake(key, "root", "mounts", message: "`\(path)` must be an absolute path")
                    }
                    if Self.tooWide.contains(path) {
                        let message = "`\(path)` must not be mounted as a whole; name what is needed of it"
                        return parsed.mistake(key, "root", "mounts", message: message)
                    }
                }
            }
            for tool in step.root.tools where !parsed.profile.tools.contains(where: { $0.name == tool }) {
                return parsed.mistake(key, "root", "tools", message: "`\(tool)` is not one of the profile's tools")
            }
        }
        return nil
    }
}

/// The root that a profile names has a blueprint beside the profiles.
struct RootIsKnown: ProfileRule {
    func offence(of parsed: ParsedProfile) -> ProfileError? {
        guard let root = parsed.profile.root else { return nil }
        let directory = FileName(FileName(parsed.source.file).directory.dropLast().description).directory + "roots"
        let known = Blueprint.names(in: directory)
        if known.contains(root) { return nil }
        let list =
            known.isEmpty ? "there is no blueprint in \(directory)" : "known are " + known.joined(separator: ", ")
        return parsed.mistake("root", message: "there is no root `\(root)`; \(list)")
    }
}

/// The self-test is a file of the language.
struct SelfTestFits: ProfileRule {
    func offence(of parsed: ParsedProfile) -> ProfileError? {
        let file = parsed.profile.selfTest.file
        guard BoxFile.isAcceptable(path: file), parsed.profile.extensions.contains(FileName(file).fileExtension) else {
            let message = "`\(file)` must be a file name with an extension of the language"
            return parsed.mistake("selfTest", "file", message: message)
        }
        return nil
    }
}

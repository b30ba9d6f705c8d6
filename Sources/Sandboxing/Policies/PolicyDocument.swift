internal import Linux
internal import YAML

/// A policy file as it was read, with what it includes.
struct PolicyDocument {
    /// A decision, and where it was made.
    struct Entry {
        let decision: Decision
        let file: String
        let line: Int
    }

    /// The path of the file.
    let file: String
    /// What happens to the calls that no entry names; nil when neither the file nor what it includes says so.
    private(set) var otherwise: Decision?
    /// What happens to calls, by number.
    private(set) var entries: [Int: Entry] = [:]
    /// Calls that libseccomp need not know.
    private var newer: Set<String> = []

    private static let keys = ["include", "otherwise", "allow", "refuse", "pretend", "kill", "check", "newer"]

    /// Reads the policy `name` of `directory` and what it includes; `including` are the policies being read already.
    static func read(
        _ name: String,
        in directory: String,
        including: [String] = []
    ) throws(PolicyError) -> PolicyDocument {
        var document = PolicyDocument(file: "\(directory)/\(name).yaml")
        let root = try document.root(name, in: directory)
        for (key, _) in root.pairs ?? [] where !keys.contains(key.text ?? "") {
            throw document.error(key, "\(key.kind) means nothing here: write one of \(keys.joined(separator: ", "))")
        }
        if let include = root["include"] {
            let base = try document.string(include, "the name of a policy")
            guard base != name, !including.contains(base) else {
                throw document.error(include, "policies include each other in a circle: take \(base) out here")
            }
            let included = try read(base, in: directory, including: including + [name])
            document.entries = included.entries
            document.otherwise = included.otherwise
        }
        try document.take(root)
        return document
    }

    private init(file: String) { self.file = file }

    private func root(_ name: String, in directory: String) throws(PolicyError) -> YAMLNode {
        let isPlain = name.utf8.allSatisfy { byte in
            UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || byte == UInt8(ascii: "-")
        }
        guard isPlain, !name.isEmpty else {
            throw PolicyError(file: file, line: nil, message: "a policy's name has only a to z and hyphens: rename it")
        }
        do {
            guard let root = try YAML.parse(HostFile.read(file), file: file) else {
                throw PolicyError(file: file, line: nil, message: "the file is empty: say what the policy allows")
            }
            guard root.pairs != nil else { throw error(root, "a policy is a mapping, not \(root.kind)") }
            return root
        } catch let error as YAMLError {
            throw PolicyError(file: file, line: error.line, message: "column \(error.column): \(error.message)")
        } catch let error as PolicyError {
            throw error
        } catch {
            throw PolicyError(
                file: file,
                line: nil,
                message: "the policy cannot be read (\(error)): take one of \(Self.names(in: directory))"
            )
        }
    }

    /// The policies of a directory, for messages.
    private static func names(in directory: String) -> String {
        let entries = (try? HostDirectory.entries(of: directory)) ?? []
        let names = entries.compactMap { $0.name.hasSuffix(".yaml") ? String($0.name.dropLast(5)) : nil }
        return names.isEmpty ? "no policies: \(directory) has none" : names.joined(separator: ", ")
    }
}

// MARK: - What the file itself says

extension PolicyDocument {
    private mutating func take(_ root: YAMLNode) throws(PolicyError) {
        for name in try list(root["newer"]) { newer.insert(try string(name, "a system call")) }
        if let node = root["otherwise"] {
            let decision = try word(node)
            let mend =
                switch decision {
                case .allow: "allow would let through every call that this file forgets"
                case .pretend: "pretend would lie about every call that this file forgets"
                case .kill: "kill would end programs for calls that nobody has listed"
                case .refuse where node.string == "ENOSYS" || node.string == "EPERM": ""
                default: "\(node.kind) is not what a kernel says that lacks a call"
                }
            guard mend.isEmpty else { throw error(node, mend + ": write ENOSYS or EPERM") }
            otherwise = decision
        }
        for call in try names(root["allow"]) { try decide(call, .allow) }
        for (key, group) in try groups(root["refuse"]) {
            let decision = try word(key)
            guard case .refuse = decision else { throw error(key, "\(key.kind) is no error: write one such as EPERM") }
            for call in try names(group) { try decide(call, decision) }
        }
        for call in try names(root["pretend"]) { try decide(call, .pretend) }
        for call in try names(root["kill"]) { try decide(call, .kill) }
        for check in try list(root["check"]) {
            let keys = ["call", "when", "do", "else"]
            try decide(require("call", of: check), decision(check, keys: keys))
        }
    }

    /// Takes down one decision: each file decides a call once, and none softens a kill.
    private mutating func decide(_ call: YAMLNode, _ decision: Decision) throws(PolicyError) {
        let name = try string(call, "a system call")
        let number: Int
        switch SystemCallNames.resolve(name) {
        case .number(let known): number = known
        case .elsewhere: return
        case .unknown where newer.contains(name): return
        case .unknown:
            throw error(call, "libseccomp knows no system call \"\(name)\": mend its name, or list it under newer")
        }
        if let earlier = entries[number] {
            guard earlier.file != file else {
                throw error(call, "line \(earlier.line) has already decided about \(name): take one of them out")
            }
            guard earlier.decision != .kill else {
                let place = "\(earlier.file):\(earlier.line)"
                throw error(call, "\(name) ends the box by \(place), which nothing may soften: take it out here")
            }
        }
        entries[number] = Entry(decision: decision, file: file, line: call.line)
    }
}

// MARK: - Shapes

extension PolicyDocument {
    /// An error at a node.
    func error(_ node: YAMLNode, _ message: String) -> PolicyError {
        PolicyError(file: file, line: node.line, message: message)
    }

    /// A text that must be there.
    func string(_ node: YAMLNode, _ meaning: String) throws(PolicyError) -> String {
        guard let string = node.string else { throw error(node, "\(node.kind) stands where \(meaning) belongs") }
        return string
    }

    /// The elements of what must be a list where it is there.
    private func list(_ node: YAMLNode?) throws(PolicyError) -> [YAMLNode] {
        guard let node else { return [] }
        guard let list = node.list else { throw error(node, "\(node.kind) stands where a list belongs: write [a, b]") }
        return list
    }

    /// The value under a key that must be there.
    func require(_ key: String, of node: YAMLNode) throws(PolicyError) -> YAMLNode {
        guard let value = node[key] else { throw error(node, "\(key): is missing here: write it") }
        return value
    }

    /// The keys and values of what must be a mapping where it is there.
    private func groups(_ node: YAMLNode?) throws(PolicyError) -> [(key: YAMLNode, value: YAMLNode)] {
        guard let node else { return [] }
        guard let pairs = node.pairs else {
            throw error(node, "\(node.kind) stands where titled lists belong: write title: [a, b]")
        }
        return pairs
    }

    /// The names in titled lists.
    private func names(_ node: YAMLNode?) throws(PolicyError) -> [YAMLNode] {
        var names: [YAMLNode] = []
        for (_, calls) in try groups(node) { names += try list(calls) }
        return names
    }

    /// A decision in a word: `allow`, `pretend`, `kill`, or an error's name.
    func word(_ node: YAMLNode) throws(PolicyError) -> Decision {
        let word = try string(node, "allow, pretend, kill or an error such as EPERM")
        switch word {
        case "allow": return .allow
        case "pretend": return .pretend
        case "kill": return .kill
        default:
            guard let errno = KernelConstants.errno(named: word) else {
                throw error(node, "\"\(word)\" is no decision: write allow, pretend, kill or an error such as EPERM")
            }
            return .refuse(errno)
        }
    }
}

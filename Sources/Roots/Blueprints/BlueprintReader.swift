import Core
import Digest
import Linux
import YAML

extension Blueprint {
    /// Reads the blueprint `name` in `directory`.
    ///
    /// - Throws: `RootError` when there is none, or for its first mistake, with its line.
    public init(_ name: String, in directory: String) throws(RootError) {
        let known = Blueprint.names(in: directory)
        guard RootName.isOne(name), known.contains(name) else {
            let list = known.isEmpty ? "\(directory) has none" : "there are " + known.joined(separator: ", ")
            throw .badInput("there is no root \(name) to build; \(list)")
        }
        let file = "\(directory)/\(name).yaml"
        let bytes = try RootError.doing("read", file) { () throws(Errno) in
            try HostFile.read(file, limit: .mebibytes(1))
        }
        self = try BlueprintReader(file: file, bytes: bytes).blueprint(name: name)
    }

    /// The names of the blueprints in `directory`, sorted.
    public static func names(in directory: String) -> [String] {
        let entries = (try? HostDirectory.entries(of: directory)) ?? []
        return entries.map(\.name).filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    }
}

/// Turns the YAML of a blueprint into a `Blueprint`; a key that nobody asks for is a mistake.
struct BlueprintReader {
    private static let keys = [
        "title", "release", "components", "updates", "security", "keyring", "space", "groups",
    ]

    let file: String
    let bytes: [UInt8]

    func blueprint(name: String) throws(RootError) -> Blueprint {
        let parsed: YAMLNode?
        do {
            parsed = try YAML.parse(bytes, file: file)
        } catch {
            throw .failure(error.description)
        }
        guard let node = parsed else { throw .failure("\(file):1: the blueprint is empty; give it a release") }
        try check(node, keys: Self.keys, place: "")
        let keyring = node["keyring"]
        if let keyring { try check(keyring, keys: ["file", "package"], place: "keyring.") }
        guard let list = node["groups"]?.pairs, !list.isEmpty else {
            throw mistake(node["groups"] ?? node, "`groups` must be a mapping with at least one group")
        }
        var groups: [Blueprint.Group] = []
        for (key, value) in list { groups.append(try group(key, value)) }
        var digest = SHA256()
        digest.update(bytes)
        return Blueprint(
            name: name,
            title: try text("title", of: node),
            release: try word("release", of: node),
            components: try words("components", of: node),
            updates: node["updates"] == nil ? nil : try word("updates", of: node),
            security: node["security"] == nil ? nil : try word("security", of: node),
            keyring: try text("file", of: keyring ?? node),
            keyringPackage: try word("package", of: keyring ?? node),
            space: try size("space", of: node),
            groups: groups,
            digest: digest.finish()
        )
    }

    private func group(_ key: YAMLNode, _ value: YAMLNode) throws(RootError) -> Blueprint.Group {
        guard let name = key.text, RootName.isOne(name) else {
            throw mistake(key, "a group's name may have only the letters a to z and digits")
        }
        try check(value, keys: ["space", "packages"], place: "groups.\(name).")
        let packages = try words("packages", of: value)
        for package in packages where !PackageName.isOne(package) {
            throw mistake(value["packages"] ?? value, "`\(package)` is no name of a Debian package")
        }
        return Blueprint.Group(name: name, space: try size("space", of: value), packages: packages)
    }
}

// MARK: - Values

extension BlueprintReader {
    private func mistake(_ node: YAMLNode, _ message: String) -> RootError {
        .failure("\(file):\(node.line): \(message)")
    }

    private func check(_ node: YAMLNode, keys: [String], place: String) throws(RootError) {
        guard let pairs = node.pairs else {
            throw mistake(node, "`\(place.isEmpty ? "a blueprint" : String(place.dropLast()))` must be a mapping")
        }
        for (key, _) in pairs where !keys.contains(key.text ?? "") {
            let known = keys.joined(separator: ", ")
            throw mistake(key, "unknown key `\(place)\(key.text ?? "")`; known here are \(known)")
        }
    }

    private func text(_ key: String, of node: YAMLNode) throws(RootError) -> String {
        guard let value = node[key] else { throw mistake(node, "`\(key)` is missing; give a text") }
        guard let text = value.string, !text.isEmpty else { throw mistake(value, "`\(key)` must be a text") }
        return text
    }

    /// A text that is one word: it becomes a line in apt's own files.
    private func word(_ key: String, of node: YAMLNode) throws(RootError) -> String {
        let text = try text(key, of: node)
        guard Self.isWord(text) else { throw mistake(node[key] ?? node, "`\(key)` must be one plain word") }
        return text
    }

    private func words(_ key: String, of node: YAMLNode) throws(RootError) -> [String] {
        guard let value = node[key] else { throw mistake(node, "`\(key)` is missing; give a list of names") }
        let words = (value.list ?? []).compactMap(\.text)
        guard !words.isEmpty, words.count == value.list?.count, words.allSatisfy(Self.isWord) else {
            throw mistake(value, "`\(key)` must be a list of names")
        }
        return words
    }

    private func size(_ key: String, of node: YAMLNode) throws(RootError) -> ByteCount {
        guard let value = node[key] else { throw mistake(node, "`\(key)` is missing; give a size such as 300 MiB") }
        let words = value.string?.split(separator: " ") ?? []
        guard words.count == 2, words[1] == "MiB", let number = Int(words[0]), (0...1_000_000).contains(number) else {
            throw mistake(value, "`\(key)` must be a size such as 300 MiB")
        }
        return .mebibytes(number)
    }

    private static func isWord(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (33...126).contains($0) && $0 != 34 && $0 != 91 && $0 != 93 }
    }
}

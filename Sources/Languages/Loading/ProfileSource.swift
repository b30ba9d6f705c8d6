import Core
import Digest
import Linux
import YAML

/// The file of one profile, as read.
struct ProfileFile {
    /// The file, as messages call it.
    let file: String
    /// The file's name without `.yaml`.
    let stem: String
    /// Its bytes.
    let bytes: [UInt8]

    init(directory: String, name: String) throws(ProfileError) {
        file = directory + "/" + name
        stem = String(name.dropLast(".yaml".count))
        do {
            bytes = try HostFile.read(file, limit: .mebibytes(1))
        } catch {
            throw ProfileError(file: file, line: nil, message: "cannot be read: \(error)")
        }
    }
}

/// The YAML of one profile.
struct ProfileSource {
    /// The file, as messages call it.
    let file: String
    /// The file's name without `.yaml`.
    let stem: String
    /// Its bytes.
    let bytes: [UInt8]
    /// What it holds.
    let node: YAMLNode
    /// The sets of programs that its conformance is tried with, where it names none: its own, then those of what it
    /// extends while that is the same language, with the same extensions.
    let sets: [String]

    init(_ source: ProfileFile) throws(ProfileError) {
        file = source.file
        stem = source.stem
        bytes = source.bytes
        let parsed: YAMLNode?
        do {
            parsed = try YAML.parse(bytes, file: file)
        } catch {
            throw ProfileError(file: file, line: error.line, message: error.message)
        }
        guard let parsed else {
            throw ProfileError(file: file, line: 1, message: "the profile is empty; give it an id")
        }
        node = parsed
        sets = [stem]
    }

    private init(file: String, stem: String, bytes: [UInt8], node: YAMLNode, sets: [String]) {
        self.file = file
        self.stem = stem
        self.bytes = bytes
        self.node = node
        self.sets = sets
    }

    var digest: String {
        var digest = SHA256()
        digest.update(bytes)
        return digest.finish()
    }

    /// The source with all that it `extends` filled in: what it has itself wins, mappings are joined key by key.
    ///
    /// Names are a profile's own and are never taken over.
    func extended(by sources: [String: ProfileSource]) throws(ProfileError) -> ProfileSource {
        try extended(by: sources, through: [stem])
    }

    private func extended(
        by sources: [String: ProfileSource],
        through heirs: [String]
    ) throws(ProfileError) -> ProfileSource {
        guard let reference = node["extends"] else { return self }
        guard let found = reference.string.flatMap({ sources[$0] }) else {
            let message = "`extends` must name another profile, not \(reference.kind)"
            throw ProfileError(file: file, line: reference.line, message: message)
        }
        guard !heirs.contains(found.stem) else {
            let message = "`\(found.stem)` extends this profile; only one of them may extend the other"
            throw ProfileError(file: file, line: reference.line, message: message)
        }
        let base = try found.extended(by: sources, through: heirs + [found.stem])
        let own = ["id", "name", "aliases", "names", "tier"]
        let inherited = (base.node.pairs ?? []).filter { !own.contains($0.key.text ?? "") }
        let basis = YAMLNode(.mapping(inherited), line: node.line, column: node.column)
        let joined = ProfileSource.join(basis, node)
        let sets = [stem] + (node["extensions"] == nil ? base.sets : [])
        return ProfileSource(file: file, stem: stem, bytes: bytes + base.bytes, node: joined, sets: sets)
    }

    private static func join(_ base: YAMLNode, _ own: YAMLNode) -> YAMLNode {
        guard let basePairs = base.pairs, let ownPairs = own.pairs else { return own }
        let kept = basePairs.map { pair in
            (key: pair.key, value: own[pair.key.text ?? ""].map { join(pair.value, $0) } ?? pair.value)
        }
        let added = ownPairs.filter { base[$0.key.text ?? ""] == nil }
        return YAMLNode(.mapping(kept + added), line: own.line, column: own.column)
    }
}

internal import Problems
internal import YAML

/// `problem.yaml` as it is written, for what judging does not need of it.
struct Description: Sendable {
    static let path = "problem.yaml"

    /// The version of the format.
    let format: Problem.Format
    private let node: YAMLNode?

    /// The file in `folder`; nil where it is no mapping, or of an unknown format: loading says so.
    init?(_ folder: PackageFolder) {
        guard let bytes = folder.bytes(Self.path), let parsed = try? YAML.parse(bytes, file: Self.path) else {
            // An empty file is one of the older format.
            guard folder.bytes(Self.path)?.allSatisfy({ $0 <= 0x20 }) == true else { return nil }
            (format, node) = (.legacy, nil)
            return
        }
        guard parsed.pairs != nil || parsed.isNull else { return nil }
        switch parsed["problem_format_version"]?.string {
        case nil, "legacy", "legacy-icpc": format = .legacy
        case "2025-09": format = .y2025_09
        case "2023-07-draft", "2023-07": format = .draft
        default: return nil
        }
        node = parsed
    }

    /// The value under `key`; nil also for null.
    subscript(key: String) -> YAMLNode? {
        guard let value = node?[key], !value.isNull else { return nil }
        return value
    }

    /// The problem's names by language; a single text is English.
    var names: [String: String] {
        guard let name = self["name"] else { return [:] }
        if let text = name.string { return ["en": text] }
        var names: [String: String] = [:]
        for (key, value) in name.pairs ?? [] {
            if let language = key.text { names[language] = value.string ?? "" }
        }
        return names
    }

    /// The words of its type; of the older format also those of its validation.
    var isScoring: Bool { words("type").contains("scoring") }

    /// The words under `key`: a text split at whitespace, or a list.
    func words(_ key: String) -> [String] {
        guard let value = self[key] else { return [] }
        if let text = value.string { return text.split(whereSeparator: \.isWhitespace).map(String.init) }
        return value.list?.compactMap(\.text) ?? []
    }
}

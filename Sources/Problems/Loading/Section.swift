internal import Core
internal import YAML

/// A mapping of a YAML file, read key by key; what has the wrong type becomes an issue that says what is wanted.
struct Section {
    /// The key it is under, for messages.
    let name: String
    /// The file's path below the package.
    let path: String
    let findings: Findings
    private let node: YAMLNode

    /// The mapping `node`; nil, and an issue, when it is none.
    init?(_ node: YAMLNode, name: String, path: String, findings: Findings) {
        self.node = node
        self.name = name
        self.path = path
        self.findings = findings
        guard node.pairs != nil else {
            findings.report(
                path,
                line: node.line,
                "\(name) is \(node.kind) and must be a mapping",
                mend: "write \"key: value\" lines"
            )
            return nil
        }
    }

    /// The value under `key`; nil also for null, which means the same as leaving the key out.
    subscript(key: String) -> YAMLNode? {
        guard let value = node[key], !value.isNull else { return nil }
        return value
    }

    /// All keys and values.
    var pairs: [(key: YAMLNode, value: YAMLNode)] { node.pairs ?? [] }

    /// Notes every key that is not among `known`.
    func noteKeys(except known: Set<String>) {
        for (key, _) in pairs {
            guard let text = key.text, !known.contains(text) else { continue }
            let place = name == "the file" ? "" : " in \(name)"
            findings.note(path, line: key.line, "the unknown key \"\(text)\"\(place) is ignored", isUnknownKey: true)
        }
    }

    /// An issue with the value under `key`.
    func report(_ key: String, _ message: String, mend: String) {
        findings.report(path, line: node[key]?.line ?? node.line, message, mend: mend)
    }

    /// Something about the value under `key` that breaks the format, and with which judging goes on.
    func fault(_ key: String, _ message: String, mend: String) {
        findings.fault(path, line: node[key]?.line ?? node.line, message, mend: mend)
    }

    /// The mapping under `key`.
    func section(_ key: String) -> Section? {
        self[key].flatMap { Section($0, name: key, path: path, findings: findings) }
    }

    /// The text under `key`.
    func text(_ key: String) -> String? {
        guard let value = self[key] else { return nil }
        if let text = value.string { return text }
        report(key, "\(key) is \(value.kind) and must be a text", mend: "write one")
        return nil
    }

    /// The truth value under `key`.
    func bool(_ key: String) -> Bool? {
        guard let value = self[key] else { return nil }
        if let bool = value.bool { return bool }
        report(key, "\(key) is \(value.kind) and must be true or false", mend: "write one of them")
        return nil
    }

    /// The whole number under `key`, within `range`.
    func int(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let value = self[key] else { return nil }
        if let int = value.int, range.contains(int) { return int }
        report(
            key,
            "\(key) is \(value.kind) and must be a whole number from \(range.lowerBound) to \(range.upperBound)",
            mend: "write one"
        )
        return nil
    }

    /// The number under `key`, at least `minimum` or, where `isOpen`, above it.
    func number(_ key: String, from minimum: Double, isOpen: Bool = false) -> Double? {
        guard let value = self[key] else { return nil }
        if let number = value.double, isOpen ? number > minimum : number >= minimum { return number }
        let bound = isOpen ? "above \(minimum)" : "from \(minimum) on"
        report(key, "\(key) is \(value.kind) and must be a number \(bound)", mend: "write one")
        return nil
    }

    /// The words under `key`: a text split at whitespace or, where `allowsList`, the texts of a list as they are.
    func words(_ key: String, allowsList: Bool = true) -> [String]? {
        guard let value = self[key] else { return nil }
        if let text = value.string { return text.split(whereSeparator: \.isWhitespace).map(String.init) }
        if allowsList, let list = value.list {
            let texts = list.compactMap(\.text)
            if texts.count == list.count { return texts }
        }
        let wanted = allowsList ? "a list of texts" : "a text"
        report(key, "\(key) is \(value.kind) and must be \(wanted)", mend: "write one")
        return nil
    }
}

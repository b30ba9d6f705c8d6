internal import YAML

/// A mapping of `init.yml` with those around it: what is not in it is looked for further out, as DMOJ does.
struct InheritedSettings {
    /// The mapping itself first, then outwards.
    private let nodes: [YAMLNode]
    let path: String
    let findings: Findings

    init(root: YAMLNode, path: String, findings: Findings) {
        nodes = [root]
        self.path = path
        self.findings = findings
    }

    private init(_ nodes: [YAMLNode], _ outer: InheritedSettings) {
        self.nodes = nodes
        path = outer.path
        findings = outer.findings
    }

    /// The mapping `node` in this one.
    func inner(_ node: YAMLNode) -> InheritedSettings { InheritedSettings([node] + nodes, self) }

    /// The value under `key`, here or further out.
    subscript(key: String) -> YAMLNode? {
        for node in nodes {
            if let value = node[key] { return value.isNull ? nil : value }
        }
        return nil
    }

    /// The value under `key` in this very mapping.
    func own(_ key: String) -> YAMLNode? { nodes.first?[key].flatMap { $0.isNull ? nil : $0 } }

    /// Where this mapping begins.
    var line: Int { nodes.first?.line ?? 1 }

    /// An issue with `node`, or with the mapping.
    func report(_ node: YAMLNode?, _ message: String, mend: String) {
        findings.report(path, line: node?.line ?? line, message, mend: mend)
    }

    /// Notes the keys of this very mapping that are not among `known`; those that are code are mistakes.
    func noteKeys(except known: Set<String>) {
        for (key, _) in nodes.first?.pairs ?? [] {
            guard let text = key.text, !known.contains(text) else { continue }
            if text.hasSuffix("+") {
                report(
                    key,
                    "the value of \"\(Excerpt.text(text.utf8.prefix(40)))\" is Python code, which is not run",
                    mend: "write out what it gives"
                )
            } else {
                findings.note(
                    path,
                    line: key.line,
                    "the unknown key \"\(Excerpt.text(text.utf8.prefix(40)))\" is ignored"
                )
            }
        }
    }

    /// The text under `key`.
    func text(_ key: String) -> String? {
        guard let value = self[key] else { return nil }
        if let text = value.string { return text }
        report(value, "\(key) is \(value.kind) and must be a text", mend: "write one")
        return nil
    }

    /// The truth value under `key`; false without one.
    func bool(_ key: String) -> Bool {
        guard let value = self[key] else { return false }
        if let bool = value.bool { return bool }
        report(value, "\(key) is \(value.kind) and must be true or false", mend: "write one of them")
        return false
    }

    /// One text, or the texts of a list.
    func texts(_ key: String) -> [String]? {
        guard let value = self[key] else { return nil }
        if let text = value.string { return [text] }
        if let list = value.list {
            let texts = list.compactMap(\.string)
            if texts.count == list.count, !texts.isEmpty { return texts }
        }
        report(value, "\(key) is \(value.kind) and must be a text or a list of texts", mend: "write one")
        return nil
    }
}

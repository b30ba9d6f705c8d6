internal import YAML

extension InitFile {
    private static let inputFormat =
        #"^(?=.*?\.in|in).*?(?:(?:^|\W)(?P<batch>\d+)[^\d\s]+)?(?P<case>\d+)[^\d\s]*$"#
    private static let outputFormat =
        #"^(?=.*?\.out|out).*?(?:(?:^|\W)(?P<batch>\d+)[^\d\s]+)?(?P<case>\d+)[^\d\s]*$"#

    /// A number, or another word, by which cases and batches are sorted: words first.
    private enum Key: Hashable, Comparable {
        case word(String)
        case number(Int)
    }

    private struct Files {
        var input: String?
        var output: String?
    }

    /// The cases that the names in the archive tell, by the patterns in `node` or DMOJ's own.
    func discoveredCases(_ node: YAMLNode?) -> [YAMLNode] {
        let place = node ?? settings["archive"]
        if let node {
            let own = InheritedSettings(root: node, path: InitFile.path, findings: tree.findings)
            own.noteKeys(except: ["input_format", "output_format", "case_points"])
            for key in ["input_format", "output_format"] { _ = own.text(key) }
            if let points = own["case_points"], points.list == nil {
                own.report(points, "case_points is \(points.kind) and must be a list of numbers", mend: "write [5, 10]")
            }
        }
        guard let archive = files.archive else {
            if settings["archive"] == nil {
                settings.report(
                    place,
                    node == nil
                        ? "there are neither test_cases nor an archive"
                        : "test_cases has patterns for the names in an archive, and there is none",
                    mend: "list the cases under test_cases, or name a zip file with them under archive"
                )
            }
            return []
        }
        let names = archive.paths(below: "")
        for issue in archive.findings.issues { tree.findings.add(issue) }
        do throws(NamePatternError) {
            let input = try NamePattern(node?["input_format"]?.string ?? InitFile.inputFormat)
            let output = try NamePattern(node?["output_format"]?.string ?? InitFile.outputFormat)
            return try cases(of: names, input, output, points: node?["case_points"], at: place)
        } catch {
            settings.report(place, error.message, mend: "list the cases under test_cases, or mend the pattern")
            return []
        }
    }

    private func cases(
        of names: [String],
        _ input: NamePattern,
        _ output: NamePattern,
        points: YAMLNode?,
        at place: YAMLNode?
    ) throws(NamePatternError) -> [YAMLNode] {
        var groups: [Key: [Key: Files]] = [:]
        var batches: Set<Key> = []
        for (pattern, isInput) in [(input, true), (output, false)] {
            for name in names {
                guard let found = try pattern.match(name) else { continue }
                guard let number = found["case"] else {
                    throw NamePatternError(
                        message: "the pattern gives no case for \(Excerpt.text(name.utf8.prefix(80)))"
                    )
                }
                let caseKey = InitFile.key(number)
                let batchKey = found["batch"].map(InitFile.key)
                if let batchKey { batches.insert(batchKey) }
                var files = groups[batchKey ?? caseKey]?[caseKey] ?? Files()
                if isInput { files.input = name } else { files.output = name }
                groups[batchKey ?? caseKey, default: [:]][caseKey] = files
            }
        }
        var shares = (points?.list ?? [])[...]
        return try groups.sorted { $0.key < $1.key }.map { key, cases throws(NamePatternError) in
            var pairs: [(String, YAMLNode)] = []
            if let list = points?.list {
                guard let share = shares.popFirst() else {
                    throw NamePatternError(message: "case_points has \(list.count) numbers, and there are more cases")
                }
                pairs.append(("points", share))
            }
            let nodes = cases.sorted { $0.key < $1.key }.map { InitFile.node($0.value, at: place) }
            if batches.contains(key) {
                pairs.append(("batched", InitFile.node(.sequence(nodes), at: place)))
            } else {
                guard nodes.count == 1 else {
                    throw NamePatternError(message: "several cases have the number \(key)")
                }
                pairs += (nodes[0].pairs ?? []).compactMap { pair in pair.key.text.map { ($0, pair.value) } }
            }
            return InitFile.node(.mapping(pairs.map { (InitFile.text($0.0, at: place), $0.1) }), at: place)
        }
    }

    private static func key(_ text: String) -> Key { Int(text).map { .number($0) } ?? .word(text) }

    private static func node(_ files: Files, at place: YAMLNode?) -> YAMLNode {
        let pairs = [("in", files.input), ("out", files.output)].compactMap { key, name in
            name.map { (key: text(key, at: place), value: text($0, at: place)) }
        }
        return node(.mapping(pairs), at: place)
    }

    private static func text(_ text: String, at place: YAMLNode?) -> YAMLNode {
        node(.scalar(text, isPlain: false), at: place)
    }

    private static func node(_ value: YAMLNode.Value, at place: YAMLNode?) -> YAMLNode {
        YAMLNode(value, line: place?.line ?? 1, column: place?.column ?? 1)
    }
}

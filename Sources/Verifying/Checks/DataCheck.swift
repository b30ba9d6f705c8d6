internal import Linux
internal import Problems
internal import YAML

/// Looks at what is below `data`: names, pairs, groups.
struct DataCheck {
    let folder: PackageFolder
    let description: Description

    private var isOlder: Bool { description.format != .y2025_09 }

    func findings() -> [Finding] {
        guard folder.kind("data") == .directory else { return [] }
        let entries = folder.entries("data")
        let names = Set(entries.map(\.name))
        var findings = top(entries)
        if !names.contains("sample") || folder.entries("data/sample").allSatisfy({ !$0.name.contains(".in") }) {
            findings.append(
                Finding(
                    .warning,
                    .noSample,
                    "data/sample",
                    "there is no sample",
                    mend: "add one as sample/1.in and 1.ans"
                )
            )
        }
        if isOlder { findings += rootSettings() }
        for name in ["sample", "secret"] where names.contains(name) {
            findings += directory("data/\(name)", isGroup: true, depth: 0)
        }
        if !isOlder { findings += special(names) }
        return findings
    }

    private func top(_ entries: [HostDirectory.Entry]) -> [Finding] {
        let known: Set =
            isOlder
            ? ["sample", "secret", "testdata.yaml"]
            : ["sample", "secret", "invalid_input", "invalid_output", "valid_output"]
        return entries.filter { !known.contains($0.name) }.map { entry in
            let kinds = isOlder ? "sample and secret" : known.sorted().joined(separator: ", ")
            return Finding(
                .error,
                .dataEntry,
                "data/\(entry.name)",
                "this is neither of \(kinds)",
                mend: "move it, or remove it"
            )
        }
    }

    // MARK: - One directory

    private func directory(_ path: String, isGroup: Bool, depth: Int) -> [Finding] {
        guard depth <= 16 else { return [] }
        let entries = folder.entries(path)
        let files = CaseFiles(entries, format: description.format)
        var findings: [Finding] = []
        for stray in files.strays {
            findings.append(
                Finding(
                    .warning,
                    .strayFile,
                    "\(path)/\(stray)",
                    "the format has no such file here",
                    mend: "rename or remove it"
                )
            )
        }
        for (name, endings) in files.endings.sorted(by: { $0.key < $1.key }) {
            findings += testCase("\(path)/\(name)", name: name, endings)
            if files.directories.contains(name) {
                findings.append(
                    Finding(
                        .error,
                        .caseName,
                        "\(path)/\(name)",
                        "a directory has the name of a case",
                        mend: "rename one"
                    )
                )
            }
        }
        if files.endings.isEmpty, files.directories.isEmpty, path != "data/sample", isOlder, isGroup {
            findings.append(Finding(.error, .emptyGroup, path, "the group is empty", mend: "add tests, or remove it"))
        }
        findings += order(files.directories, in: path)
        if isOlder { findings += settings(path) }
        for name in files.directories where !folder.isLink("\(path)/\(name)") {
            findings += directory("\(path)/\(name)", isGroup: isOlder, depth: depth + 1)
        }
        return findings
    }

    /// What the files of one case must be among themselves.
    private func testCase(_ path: String, name: String, _ endings: Set<String>) -> [Finding] {
        var findings: [Finding] = []
        func add(
            _ severity: Finding.Severity,
            _ code: Finding.Code,
            _ ending: String,
            _ message: String,
            _ mend: String
        ) {
            findings.append(Finding(severity, code, "\(path).\(ending)", message, mend: mend))
        }
        if name == "test_group" || name == "testdata" {
            add(.error, .caseName, "in", "a case cannot be called \(name)", "rename it")
        }
        // Loading tells of inputs without answers, and the other way round.
        let isAlone = endings.isDisjoint(with: ["in", "ans", "interaction"])
        if isAlone || (!isOlder && !endings.contains("in") && !endings.contains("ans")) {
            let ending = endings.min() ?? ""
            add(.warning, .strayFile, ending, "there is no input for this file", "add \(name).in, or remove it")
        }
        if endings.intersection(CaseFiles.images).count > 1 {
            let ending = endings.intersection(CaseFiles.images).max() ?? ""
            add(.error, .images, ending, "the case has several pictures", "keep one")
        }
        if endings.isSuperset(of: ["in.statement", "interaction"]) {
            add(
                .error,
                .display,
                "in.statement",
                "the input is shown in two ways",
                "keep .in.statement or .interaction"
            )
        }
        let outputs = endings.intersection(["out", "ans.statement", "interaction"])
        if outputs.count > 1 {
            let message = "the output is shown in \(outputs.count) ways"
            add(.error, .display, outputs.min() ?? "", message, "keep one of .out, .ans.statement and .interaction")
        }
        for kind in ["in", "ans"] where endings.contains("\(kind).statement") && !endings.contains("\(kind).download") {
            let message = "what is shown is not what can be downloaded"
            add(.error, .display, "\(kind).statement", message, "add \(name).\(kind).download")
        }
        if endings.contains("interaction") { findings += interaction("\(path).interaction") }
        return findings
    }

    private func interaction(_ path: String) -> [Finding] {
        guard let bytes = folder.bytes(path) else { return [] }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() {
            if line.hasPrefix("<") || line.hasPrefix(">") || line.hasPrefix("---") { continue }
            if line.isEmpty, number == lines.count - 1 { continue }
            let message = "the line begins with neither < nor >"
            return [Finding(.error, .interaction, path, line: number + 1, message, mend: "write who says it")]
        }
        return []
    }

    /// Groups whose order surprises people, as `10` before `2`.
    private func order(_ names: [String], in path: String) -> [Finding] {
        let byNumber = names.sorted { NaturalOrder.precedes($0, $1) }
        guard let first = zip(names, byNumber).first(where: { $0 != $1 }) else { return [] }
        return [
            Finding(
                .warning,
                .groupOrder,
                "\(path)/\(first.0)",
                "the groups are judged in the order \(names.prefix(4).joined(separator: ", "))",
                mend: "put zeros before their numbers, as in 02"
            )
        ]
    }

    private func settings(_ path: String) -> [Finding] {
        guard let (file, _, line) = ignoringSample(path) else { return [] }
        let message = "ignore_sample is for data/testdata.yaml only"
        return [Finding(.error, .ignoreSample, file, line: line, message, mend: "remove it")]
    }

    /// Whoever fails a sample is at the end there, so that the samples decide which are to be ignored.
    private func rootSettings() -> [Finding] {
        guard let (file, node, line) = ignoringSample("data"), node["grading"]?.string != "custom",
            node["on_reject"]?.string ?? "break" == "break"
        else { return [] }
        let message =
            "ignore_sample is there without on_reject: continue, so that whoever fails a sample is judged by that"
        return [Finding(.error, .ignoreSample, file, line: line, message, mend: "write on_reject: continue as well")]
    }

    /// The settings in a directory that have the flag, and the line of that.
    private func ignoringSample(_ path: String) -> (file: String, node: YAMLNode, line: Int)? {
        let file = "\(path)/testdata.yaml"
        guard let bytes = folder.bytes(file), let node = try? YAML.parse(bytes, file: file),
            let flags = node["grader_flags"],
            flags.string?.split(separator: " ").contains("ignore_sample") == true
        else { return nil }
        return (file, node, flags.line)
    }

    // MARK: - Cases for validators

    /// The directories whose cases are about validators alone (2025-09).
    private func special(_ names: Set<String>) -> [Finding] {
        var findings: [Finding] = []
        let needed = [
            "invalid_input": ["in"], "invalid_output": ["in", "ans", "out"], "valid_output": ["in", "ans", "out"],
        ]
        for (name, endings) in needed.sorted(by: { $0.key < $1.key }) where names.contains(name) {
            let path = "data/\(name)"
            let directories = folder.items(below: path).filter { item in
                // What is in the files of a case is no case.
                item.kind == .directory && !item.path.split(separator: "/").contains { $0.hasSuffix(".files") }
            }
            for item in [path] + directories.map(\.path) {
                let files = CaseFiles(folder.entries(item), format: description.format)
                for (test, found) in files.endings.sorted(by: { $0.key < $1.key }) {
                    for ending in endings where !found.contains(ending) {
                        let message = "there is no .\(ending) for this case"
                        findings.append(
                            Finding(
                                .error,
                                .strayFile,
                                "\(item)/\(test).\(found.min() ?? "")",
                                message,
                                mend: "add \(test).\(ending)"
                            )
                        )
                    }
                }
                for stray in files.strays {
                    let message = "the format has no such file here"
                    findings.append(
                        Finding(.warning, .strayFile, "\(item)/\(stray)", message, mend: "rename or remove it")
                    )
                }
            }
        }
        return findings
    }
}

/// The order in which people sort names with numbers in them.
enum NaturalOrder {
    /// Whether `left` comes before `right`, numbers in them by their values.
    static func precedes(_ left: String, _ right: String) -> Bool {
        let (left, right) = (parts(left), parts(right))
        for (one, other) in zip(left, right) where one != other {
            if let first = Int(one), let second = Int(other), first != second { return first < second }
            return one.utf8.lexicographicallyPrecedes(other.utf8)
        }
        return left.count < right.count
    }

    private static func parts(_ text: String) -> [String] {
        var parts: [String] = []
        var wasDigit: Bool?
        for byte in text.unicodeScalars {
            let digit = byte.isASCII && isDigit(UInt8(truncatingIfNeeded: byte.value))
            if digit == wasDigit {
                parts[parts.count - 1].unicodeScalars.append(byte)
            } else {
                parts.append(String(byte))
            }
            wasDigit = digit
        }
        return parts
    }
}

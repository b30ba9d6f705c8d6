internal import Core
internal import Linux

/// Reads the tests below `data`, in the package's order, without their contents.
struct TestData {
    private let tree: PackageTree
    private let metadata: Metadata
    private let isStandard: Bool
    private var validators: [[String]: StandardValidator] = [:]
    private(set) var tests: [TestCase] = []
    private(set) var unsupported: [String] = []

    /// Reads all tests; `isStandard` tells whether the standard validator checks them.
    init(_ tree: PackageTree, _ metadata: Metadata, isStandard: Bool) {
        self.tree = tree
        self.metadata = metadata
        self.isStandard = isStandard
        guard tree.kind("data") == .directory else {
            tree.findings.report("data", "there is no test data", mend: "add tests as data/secret/NAME.in and NAME.ans")
            return
        }
        var settings = GroupSettings()
        settings.validatorArgumentsPlace.line = metadata.validatorArgumentsLine
        let names = Set(tree.entries("data").map(\.name))
        if metadata.format == .legacy { read("testdata.yaml", in: "data", names, into: &settings) }
        for group in ["sample", "secret"] where names.contains(group) {
            readGroup("data/\(group)", name: group, settings, depth: 0)
        }
        if !tests.contains(where: { !$0.isSample }) && tree.findings.issues.isEmpty {
            tree.findings.report("data/secret", "there is no secret test", mend: "add tests as NAME.in and NAME.ans")
        }
    }

    private var settingsFile: String { metadata.format == .legacy ? "testdata.yaml" : "test_group.yaml" }

    private mutating func read(
        _ file: String,
        in group: String,
        _ names: Set<String>,
        into settings: inout GroupSettings
    ) {
        guard names.contains(file), let section = tree.section("\(group)/\(file)", constants: metadata.constants) else {
            return
        }
        let missing = metadata.format == .legacy ? settings.readLegacy(section) : settings.readGroup(section)
        for phrase in missing where !unsupported.contains(phrase) { unsupported.append(phrase) }
    }

    private mutating func readGroup(_ directory: String, name: String, _ inherited: GroupSettings, depth: Int) {
        guard depth <= PackageTree.maximumDepth else {
            tree.findings.report(
                directory,
                "groups are nested more than \(PackageTree.maximumDepth) deep",
                mend: "look for a symbolic link to a directory above"
            )
            return
        }
        let entries = tree.entries(directory)
        let names = Set(entries.map(\.name))
        var settings = inherited
        read(settingsFile, in: directory, names, into: &settings)
        for file in ["testdata.yaml", "test_group.yaml"] where file != settingsFile && names.contains(file) {
            tree.findings.note(
                "\(directory)/\(file)",
                "ignored; in the format \(metadata.format.rawValue) the file is called \(settingsFile)"
            )
        }
        // In the order of the names without endings, which is not that of the directory: `a` comes before `a-b`.
        for item in items(entries, names, in: directory) {
            if item.isGroup {
                readGroup("\(directory)/\(item.name)", name: "\(name)/\(item.name)", settings, depth: depth + 1)
            } else {
                readCase("\(directory)/\(item.name)", name: "\(name)/\(item.name)", settings, names)
            }
        }
    }

    private struct Item {
        let name: String
        let isGroup: Bool
    }

    private func items(_ entries: [HostDirectory.Entry], _ names: Set<String>, in directory: String) -> [Item] {
        var items: [Item] = []
        for entry in entries {
            let name = entry.name
            if entry.kind == .directory {
                let owner = name.hasSuffix(".files") ? String(name.dropLast(6)) : nil
                if owner.map({ names.contains($0 + ".in") }) != true { items.append(Item(name: name, isGroup: true)) }
            } else if name.hasSuffix(".in") {
                items.append(Item(name: String(name.dropLast(3)), isGroup: false))
            } else if name.hasSuffix(".ans"), !names.contains(name.dropLast(4) + ".in") {
                tree.findings.report(
                    "\(directory)/\(name)",
                    "there is no input for this answer",
                    mend: "add \(name.dropLast(4)).in or remove the answer"
                )
            }
        }
        return items.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    private mutating func readCase(_ path: String, name: String, _ group: GroupSettings, _ names: Set<String>) {
        let base = String(name.split(separator: "/").last ?? "")
        guard names.contains(base + ".ans") else {
            tree.findings.report("\(path).in", "there is no answer for this input", mend: "add \(base).ans")
            return
        }
        var settings = group
        if metadata.format != .legacy, names.contains(base + ".yaml"), let section = tree.section("\(path).yaml") {
            settings.readCase(section)
        }
        guard let input = tree.file("\(path).in"), let answer = tree.file("\(path).ans") else { return }
        let arguments = metadata.validatorArguments + settings.validatorArguments
        tests.append(
            TestCase(
                name: name,
                isSample: name.hasPrefix("sample/"),
                fullFeedback: settings.fullFeedback,
                onReject: settings.onReject,
                input: input,
                answer: answer,
                arguments: settings.arguments,
                validatorArguments: arguments,
                standardValidator: isStandard ? validator(arguments, settings) : nil,
                files: names.contains(base + ".files") ? tree.boxFiles(below: "\(path).files") : []
            )
        )
    }

    /// The standard validator for these arguments, which most tests have in common.
    private mutating func validator(_ arguments: [String], _ settings: GroupSettings) -> StandardValidator {
        if let known = validators[arguments] { return known }
        var validator = StandardValidator()
        do throws(StandardValidator.ArgumentError) {
            validator = try StandardValidator(arguments: arguments, format: metadata.format)
        } catch {
            let place = settings.validatorArgumentsPlace
            tree.findings.report(place.path, line: place.line, error.description, mend: "")
        }
        validators[arguments] = validator
        return validator
    }
}

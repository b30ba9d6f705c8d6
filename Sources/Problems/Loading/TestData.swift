internal import Core
internal import Linux

/// Reads the tests below `data`, in the package's order, without their contents.
struct TestData {
    private let tree: PackageTree
    private let metadata: Metadata
    private let isStandard: Bool
    private var validators: [[String]: StandardValidator] = [:]
    private(set) var tests: [TestCase] = []
    private(set) var root = TestGroup(name: "")
    /// Whether a group asks for the static validator.
    private(set) var hasStaticTests = false
    /// The groups that say that their score is unbounded.
    private var unbounded: Set<String> = []
    /// Whether a group asks for the package's own grader.
    private(set) var hasCustomGraders = false

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
        if metadata.format.hasGraders {
            if names.contains(settingsFile), let section = section("data") {
                settings.readLegacy(section, isScoring: metadata.type.isScoring)
            }
            root = group(settings, name: "")
        } else if metadata.type.isScoring {
            // The samples give no score, and take none.
            root.onReject = .continue
        }
        for name in ["sample", "secret"] where names.contains(name) {
            root.members.append(.group(readGroup("data/\(name)", name: name, settings)))
        }
        if metadata.format == .y2025_09 {
            GroupRules(tree, metadata.type, tests: tests, unbounded: unbounded).check(root)
        }
        let hasSecret = tests.contains { !$0.isSample } || hasStaticTests
        if !hasSecret && tree.findings.issues.isEmpty {
            tree.findings.report("data/secret", "there is no secret test", mend: "add tests as NAME.in and NAME.ans")
        }
    }

    private var settingsFile: String { metadata.format.hasGraders ? "testdata.yaml" : "test_group.yaml" }

    private func section(_ directory: String) -> Section? {
        tree.section("\(directory)/\(settingsFile)", constants: metadata.constants)
    }

    /// Reads the group in `directory`, which is called `name`.
    private mutating func readGroup(
        _ directory: String,
        name: String,
        _ inherited: GroupSettings,
        depth: Int = 0
    ) -> TestGroup {
        var settings = inherited
        settings.own = GroupSettings.OwnSettings()
        if tree.kind("\(directory)/\(settingsFile)") != nil, let section = section(directory) {
            switch metadata.format {
            case .legacy, .draft: settings.readLegacy(section, isScoring: metadata.type.isScoring)
            case .y2025_09:
                settings.readGroup(section, isScoring: metadata.type.isScoring, isSample: name == "sample")
            }
        }
        var group = group(settings, name: name)
        readMembers(directory, of: &group, at: name, settings, depth: depth)
        return group
    }

    /// The group without its members.
    private mutating func group(_ settings: GroupSettings, name: String) -> TestGroup {
        var group = TestGroup(name: name)
        group.onReject = settings.onReject
        switch metadata.format {
        case .legacy, .draft: group.grading = legacyGrading(settings, name: name)
        case .y2025_09:
            group.requires = settings.own.requires
            if case .unbounded = settings.own.maximum { unbounded.insert(name) }
            if let score = settings.own.staticScore {
                let points: Int? = if case .points(let points) = score { points } else { nil }
                group.staticTest = StaticTest(score: points, arguments: settings.staticArguments)
                hasStaticTests = true
            }
            if metadata.type.isScoring, name != "sample" { group.grading = .newer(newerGrading(settings, name: name)) }
        }
        return group
    }

    private mutating func legacyGrading(_ settings: GroupSettings, name: String) -> GroupGrading {
        if settings.hasCustomGrader {
            hasCustomGraders = true
            return .customGrader(flags: settings.graderFlags, settings.scores)
        }
        var flags = settings.graderFlags
        // A flag of the root's, for all that a group below inherits it.
        if !name.isEmpty { flags.removeAll { $0 == "ignore_sample" } }
        var unknown = ""
        guard let grader = StandardGrader(flags: flags, unknown: &unknown) else {
            let place = settings.graderFlagsPlace
            tree.findings.report(
                place.path,
                line: place.line,
                "the standard grader has no flag \"\(unknown)\"",
                mend: "it has worst_error, first_error, always_accept, sum, avg, min, max, ignore_sample and "
                    + "accept_if_any_accepted"
            )
            return .passFail
        }
        return .standardGrader(grader, settings.scores)
    }

    private func newerGrading(_ settings: GroupSettings, name: String) -> NewerGrading {
        let isSecret = name == "secret"
        let maximum: Int? =
            switch settings.own.maximum {
            case .bounded(let points): points
            case .unbounded: nil
            case nil: isSecret ? 100 : nil
            }
        return NewerGrading(
            aggregation: settings.own.aggregation ?? (isSecret ? .sum : .passFail),
            maximum: maximum
        )
    }

    private mutating func readMembers(
        _ directory: String,
        of group: inout TestGroup,
        at name: String,
        _ settings: GroupSettings,
        depth: Int
    ) {
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
        for file in ["testdata.yaml", "test_group.yaml"] where file != settingsFile && names.contains(file) {
            tree.findings.note(
                "\(directory)/\(file)",
                "ignored; in the format \(metadata.format.rawValue) the file is called \(settingsFile)"
            )
        }
        // In the order of the names without endings, which is not that of the directory: `a` comes before `a-b`.
        for item in items(entries, names, in: directory) {
            let (path, itemName) = ("\(directory)/\(item.name)", "\(name)/\(item.name)")
            if !item.isGroup {
                if let test = readCase(path, name: itemName, settings, names) {
                    group.members.append(.test(tests.count))
                    tests.append(test)
                }
            } else if isGroup(path) {
                group.members.append(.group(readGroup(path, name: itemName, settings, depth: depth + 1)))
            } else {
                readMembers(path, of: &group, at: itemName, settings, depth: depth + 1)
            }
        }
    }

    /// Whether a directory is a group; in the newer format one without a `test_group.yaml` is just a directory.
    private func isGroup(_ directory: String) -> Bool {
        metadata.format.hasGraders || tree.kind("\(directory)/\(settingsFile)") != nil
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

    private mutating func readCase(
        _ path: String,
        name: String,
        _ group: GroupSettings,
        _ names: Set<String>
    ) -> TestCase? {
        let base = String(name.split(separator: "/").last ?? "")
        guard names.contains(base + ".ans") else {
            tree.findings.report("\(path).in", "there is no answer for this input", mend: "add \(base).ans")
            return nil
        }
        var settings = group
        if !metadata.format.hasGraders, names.contains(base + ".yaml"), let section = tree.section("\(path).yaml") {
            settings.readCase(section)
        }
        guard let input = tree.file("\(path).in"), let answer = tree.file("\(path).ans") else { return nil }
        let arguments = metadata.validatorArguments + settings.validatorArguments
        var test = TestCase(
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
        test.inputValidatorArguments = settings.inputValidatorArguments
        return test
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

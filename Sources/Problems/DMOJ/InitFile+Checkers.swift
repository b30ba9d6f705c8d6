internal import Core
internal import YAML

extension InitFile {
    /// Reads who checks the outputs of a case: a checker that DMOJ knows by name, or a program.
    mutating func readChecker(
        _ settings: InheritedSettings,
        position: Int,
        batch: Int,
        isBinary: Bool,
        into test: inout TestCase
    ) {
        test.namedChecker = .standard
        guard let node = settings["checker"] else {
            _ = decide("", settings, nil)
            return
        }
        let isMapping = node.pairs != nil
        guard let name = isMapping ? node["name"]?.string : node.string else {
            settings.report(node, "checker is \(node.kind) and must be a name, or a mapping with one", mend: "write it")
            return
        }
        let arguments = isMapping ? node["args"].flatMap { $0.isNull ? nil : $0 } : nil
        if let arguments, arguments.pairs == nil {
            settings.report(arguments, "args is \(arguments.kind) and must be a mapping", mend: "write one")
            return
        }
        if name == "bridged" {
            guard let arguments else {
                settings.report(node, "the checker \"bridged\" has no args", mend: "name its files under args")
                return
            }
            let isNew = programSource == nil
            guard decide(arguments.json ?? "bridged", settings, node) else { return }
            if isNew, let bridge = bridge(arguments, purpose: .checker) { use(bridge) }
            (test.namedChecker, test.standardValidator) = (nil, nil)
            test.validatorArguments = bridgeArguments(test.points)
        } else if name.contains(".") {
            guard usePython(name, settings, node) else { return }
            (test.namedChecker, test.standardValidator) = (nil, nil)
            let options = """
                {"args":\(arguments?.json ?? "{}"),"point_value":\(test.points),"case_position":\(position),\
                "batch":\(batch),"header":\(YAMLNode.quoted(signature?.header.path ?? "")),\
                "binary_data":\(isBinary),"problem_id":""}
                """
            test.validatorArguments = [name, options]
        } else {
            guard decide("", settings, node) else { return }
            let reader = InheritedSettings(
                root: arguments ?? YAMLNode(.mapping([]), line: node.line, column: node.column),
                path: InitFile.path,
                findings: tree.findings
            )
            if let checker = NamedChecker(name, reader, at: node) { test.namedChecker = checker }
        }
    }

    /// Makes the bridge the problem's output validator.
    mutating func use(_ bridge: Bridge) {
        program = bridge.program
        bridgeCall = bridge
    }

    private mutating func usePython(_ name: String, _ settings: InheritedSettings, _ node: YAMLNode) -> Bool {
        let isNew = programSource == nil
        guard decide("python \(name)", settings, node) else { return false }
        guard isNew else { return program != nil }
        guard name.hasSuffix(".py") else {
            settings.report(
                node,
                "the checker \(Excerpt.text(name.utf8.prefix(80))) is no Python file",
                mend: "name a .py file, or use bridged for C and C++"
            )
            return false
        }
        guard let file = files.file(name, line: node.line) else { return false }
        let main = "assay-bridge.py"
        program = PackageProgram(
            name: name,
            kind: .python(main: main),
            files: [
                BoxFile(path: main, content: MemoryBytes(PythonBridgeSource.checker)),
                BoxFile(path: name, content: file),
            ]
        )
        return true
    }

    /// Every case must be checked by the same program, or none of them by any (`""`).
    private mutating func decide(_ source: String, _ settings: InheritedSettings, _ node: YAMLNode?) -> Bool {
        guard let known = programSource else {
            programSource = source
            return true
        }
        if known == source { return true }
        settings.report(
            node,
            "the cases have different programs as their checkers",
            mend: "have one program check all of them"
        )
        return false
    }
}

extension NamedChecker {
    /// The checker of that name, with its arguments; nil, and an issue, for an unknown one.
    init?(_ name: String, _ arguments: InheritedSettings, at node: YAMLNode) {
        var known: Set<String> = []
        switch name {
        case "standard": self = .standard
        case "identical":
            known = ["pe_allowed"]
            self = .identical
        case "easy": self = .easy
        case "rstripped":
            known = ["filter_new_line"]
            self = .rstripped(ignoresEmptyLines: arguments.bool("filter_new_line"))
        case "unordered": self = .sortedTokens
        case "sorted":
            known = ["split_on"]
            switch arguments.text("split_on") ?? "lines" {
            case "lines": self = .sortedLines
            case "whitespace": self = .sortedTokens
            default:
                arguments.report(arguments["split_on"], "split_on is none of its words", mend: "lines or whitespace")
                return nil
            }
        case "floats", "floatsabs", "floatsrel":
            known = ["precision", "error_mode"]
            guard let floats = NamedChecker(floats: name, arguments) else { return nil }
            self = floats
        case "linecount":
            known = ["feedback"]
            self = .lineCount
        case "linematches":
            known = ["point_distribution", "filler_lines_required"]
            guard let matches = NamedChecker(matches: arguments) else { return nil }
            self = matches
        default:
            let near = NearNames.of(name, among: NamedChecker.names)
            arguments.report(
                node,
                "the checker \"\(Excerpt.text(name.utf8.prefix(40)))\" is unknown",
                mend: near.isEmpty
                    ? "known are \(NamedChecker.names.joined(separator: ", ")), and files that end in .py"
                    : "did you mean \(near.joined(separator: " or "))?"
            )
            return nil
        }
        arguments.noteKeys(except: known)
    }

    private static let names = [
        "standard", "identical", "easy", "rstripped", "sorted", "unordered", "floats", "floatsabs", "floatsrel",
        "linecount", "linematches", "bridged",
    ]

    private init?(floats name: String, _ arguments: InheritedSettings) {
        var epsilon = 1e-6
        if let value = arguments["precision"] {
            guard let precision = value.int, (-300...300).contains(precision) else {
                arguments.report(value, "precision is \(value.kind) and must be a whole number", mend: "write one")
                return nil
            }
            epsilon = Double("1e\(-precision)") ?? epsilon
        }
        let stated = arguments.text("error_mode") ?? "default"
        let mode = name == "floatsabs" ? .absolute : name == "floatsrel" ? .relative : FloatMode(rawValue: stated)
        guard let mode else {
            arguments.report(
                arguments["error_mode"],
                "error_mode is none of its words",
                mend: "default, absolute or relative"
            )
            return nil
        }
        self = .floats(epsilon: epsilon, mode)
    }

    private init?(matches arguments: InheritedSettings) {
        let shares = arguments["point_distribution"]?.list?.compactMap(\.double) ?? [1]
        guard shares.count == arguments["point_distribution"]?.list?.count ?? 1, shares.allSatisfy({ $0 >= 0 }),
            shares.reduce(0, +) > 0
        else {
            arguments.report(
                arguments["point_distribution"],
                "point_distribution must be a list of numbers from 0 on, not all of them 0",
                mend: "write one"
            )
            return nil
        }
        let needsAll = arguments["filler_lines_required"] == nil || arguments.bool("filler_lines_required")
        self = .lineMatches(points: shares, needsEveryLine: needsAll)
    }
}

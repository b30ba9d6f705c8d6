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
        guard let node = settings["checker"] else { return }
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
            let source = "bridged \(arguments.json ?? "")"
            let place = place(of: source) { file in file.bridge(arguments, purpose: .checker).map { .bridge($0) } }
            guard let place, let bridge = checkers[place].bridge else { return }
            test.isCheckedBy(place, arguments: bridge.arguments(points: test.points))
        } else if name.contains(".") {
            guard let place = place(of: name, made: { $0.pythonChecker(name, settings, node) }) else { return }
            let options = """
                {"args":\(arguments?.json ?? "{}"),"point_value":\(test.points),"case_position":\(position),\
                "batch":\(batch),"header":\(YAMLNode.quoted(signature?.header.path ?? "")),\
                "binary_data":\(isBinary),"problem_id":""}
                """
            test.isCheckedBy(place, arguments: [name, options])
        } else {
            let reader = InheritedSettings(
                root: arguments ?? YAMLNode(.mapping([]), line: node.line, column: node.column),
                path: InitFile.path,
                findings: tree.findings
            )
            if let checker = NamedChecker(name, reader, at: node) { test.namedChecker = checker }
        }
    }

    /// The place of the checker that `source` describes, which is made once; nil for one that cannot be.
    private mutating func place(
        of source: String,
        made: (inout InitFile) -> CheckerProgram.Kind?
    ) -> Int? {
        if let known = checkers.firstIndex(where: { $0.source == source }) {
            return checkers[known].kind == nil ? nil : known
        }
        let kind = made(&self)
        // What is wrong with it is told once.
        checkers.append(CheckerProgram(source: source, kind: kind))
        return kind == nil ? nil : checkers.count - 1
    }

    private func pythonChecker(_ name: String, _ settings: InheritedSettings, _ node: YAMLNode) -> CheckerProgram.Kind?
    {
        guard name.hasSuffix(".py") else {
            settings.report(
                node,
                "the checker \(Excerpt.text(name.utf8.prefix(80))) is no Python file",
                mend: "name a .py file, or use bridged for C and C++"
            )
            return nil
        }
        guard let file = files.file(name, line: node.line) else { return nil }
        let main = "assay-bridge.py"
        return .python(
            PackageProgram(
                name: name,
                kind: .python(main: main),
                files: [
                    BoxFile(path: main, content: MemoryBytes(PythonBridgeSource.checker)),
                    BoxFile(path: name, content: file),
                ]
            )
        )
    }
}

/// A program that checks outputs.
struct CheckerProgram {
    enum Kind {
        case bridge(InitFile.Bridge)
        case python(PackageProgram)
    }

    /// By what `init.yml` says of it, it is told from the others.
    var source: String
    /// nil where something is wrong with it.
    var kind: Kind?

    var program: PackageProgram? {
        switch kind {
        case .bridge(let bridge): bridge.program
        case .python(let program): program
        case nil: nil
        }
    }
    var bridge: InitFile.Bridge? { if case .bridge(let bridge) = kind { bridge } else { nil } }
}

extension TestCase {
    /// Has the program in that place among the problem's check it.
    fileprivate mutating func isCheckedBy(_ place: Int, arguments: [String]) {
        (namedChecker, standardValidator, validatorPlace) = (nil, nil, place)
        validatorArguments = arguments
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

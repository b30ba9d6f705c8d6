internal import Core
internal import Linux
internal import YAML

extension InitFile {
    /// A checker or interactor in C or C++, and how it is called.
    struct Bridge {
        var program: PackageProgram
        var role: String
        var kind: String
        var isShown: Bool
        var arguments: [String]

        /// What it is told on a test that is worth `points`.
        func arguments(points: Double) -> [String] {
            [role, kind, "\(points)", isShown ? "shown" : "hidden"] + arguments
        }
    }

    /// What such a program is for.
    enum BridgePurpose: String {
        case checker, interactor
    }

    /// The program that `node` describes by `files`, `lang`, `type` and the like; nil, and an issue, for a wrong one.
    mutating func bridge(_ node: YAMLNode, purpose: BridgePurpose) -> Bridge? {
        let settings = InheritedSettings(root: node, path: InitFile.path, findings: tree.findings)
        settings.noteKeys(except: [
            "files", "lang", "type", "flags", "feedback", "time_limit", "memory_limit", "compiler_time_limit",
            "args_format_string", "preprocessing_time", "unbuffered", "cached",
        ])
        guard let names = settings.texts("files") else {
            if settings["files"] == nil {
                settings.report(node, "the \(purpose.rawValue) has no files", mend: "name them under files")
            }
            return nil
        }
        guard let arguments = arguments(settings, purpose),
            let program = program(names, settings, "lang", node, purpose.rawValue, withBridge: true)
        else { return nil }
        readBridgeLimits(settings)
        return Bridge(
            program: program,
            role: purpose.rawValue
                + (settings["unbuffered"] != nil && !settings.bool("unbuffered") ? "-buffered" : ""),
            kind: settings.text("type") ?? "default",
            isShown: settings["feedback"] == nil ? purpose == .checker : settings.bool("feedback"),
            arguments: arguments
        )
    }

    private func arguments(_ settings: InheritedSettings, _ purpose: BridgePurpose) -> [String]? {
        let usual: String
        switch settings.text("type") ?? "default" {
        case "default", "coci":
            usual = purpose == .checker ? "{input_file} {output_file} {answer_file}" : "{input_file} {answer_file}"
        case "testlib": usual = "{input_file} {output_file} {answer_file}"
        case "peg" where purpose == .checker: usual = "{answer_file} {output_file} {input_file}"
        case let type:
            settings.report(
                settings["type"],
                "the type \"\(Excerpt.text(type.utf8.prefix(40)))\" is unknown",
                mend: "default, testlib, coci\(purpose == .checker ? " and peg" : "") are read"
            )
            return nil
        }
        let format = settings.text("args_format_string") ?? usual
        let known: Set = ["{input_file}", "{output_file}", "{answer_file}"]
        guard let words = InitFile.words(format), words.count < 50,
            words.allSatisfy({ known.contains($0) || !$0.contains { "{}\\".contains($0) } })
        else {
            settings.report(
                settings["args_format_string"],
                "args_format_string has more than words, {input_file}, {output_file} and {answer_file}",
                mend: "write only these, with spaces between"
            )
            return nil
        }
        return words
    }

    /// The words of a command line, where quotes of both kinds keep spaces; nil where one is not closed.
    private static func words(_ text: String) -> [String]? {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in text {
            if character == quote {
                quote = nil
            } else if quote != nil {
                word?.append(character)
            } else if character == "\"" || character == "'" {
                quote = character
                word = word ?? ""
            } else if character == " " {
                if let word { words.append(word) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        if let word { words.append(word) }
        return quote == nil ? words : nil
    }

    private mutating func readBridgeLimits(_ settings: InheritedSettings) {
        if let value = settings["time_limit"] ?? settings["preprocessing_time"] {
            if let seconds = value.double, let time = Duration(limitSeconds: seconds) {
                // An interactor lives as long as the submission does, and may need its own time besides.
                limits.validationTime = max(limits.validationTime, time)
            } else {
                settings.report(value, "the time is \(value.kind) and must be a number of seconds", mend: "write one")
            }
        }
        if let value = settings["memory_limit"] {
            if let kibibytes = value.int, (1...(Ceilings.memory.bytes >> 10)).contains(kibibytes) {
                limits.validationMemory = ByteCount(kibibytes << 10)
            } else {
                settings.report(value, "memory_limit is \(value.kind) and must be a number of KiB", mend: "write one")
            }
        }
    }

    /// A program of these files, the first of which has its `main`.
    func program(
        _ names: [String],
        _ settings: InheritedSettings,
        _ languageKey: String,
        _ node: YAMLNode,
        _ purpose: String,
        withBridge: Bool
    ) -> PackageProgram? {
        let main = names[0]
        let kind: PackageProgram.Kind
        let stated = settings.text(languageKey)?.uppercased()
        switch (stated, main.split(separator: ".").last) {
        case ("C"?, _), ("C11"?, _), ("C23"?, _), ("CLANG"?, _), (nil, "c"?): kind = .c
        case (let language?, _)
        where language.hasPrefix("CPP") || language.hasPrefix("CLANGX")
            || language.hasPrefix("CLPP"):
            kind = .cpp
        case (nil, "cpp"?), (nil, "cc"?), (nil, "cxx"?): kind = .cpp
        // The bridge is compiled along, so that what it calls has to be compiled as well.
        case ("PY3"?, _) where !withBridge, ("PYPY3"?, _) where !withBridge, (nil, "py"?) where !withBridge:
            kind = .python(main: main)
        default:
            settings.report(
                settings[languageKey] ?? node,
                "the \(purpose) \(Excerpt.text(main.utf8.prefix(80))) is in a language that is not run here",
                mend: withBridge
                    ? "C and C++ are; call it .c or .cpp, or name it under \(languageKey)"
                    : "C, C++ and Python 3 are; call it .c, .cpp or .py, or name it under \(languageKey)"
            )
            return nil
        }
        let definitions = kind == .python(main: main) ? "" : definitions(settings)
        var contents: [BoxFile] = []
        for name in names {
            guard let file = files.file(name, line: node.line) else { return nil }
            guard !definitions.isEmpty else {
                contents.append(BoxFile(path: name, content: file))
                continue
            }
            do throws(ByteSourceFailure) {
                let text = try file.bytes()
                let head = definitions + "#line 1 \"\(name)\"\n"
                contents.append(BoxFile(path: name, content: MemoryBytes(Array(head.utf8) + text)))
            } catch {
                settings.report(node, "\(name) cannot be read", mend: "correct its permissions")
                return nil
            }
        }
        if withBridge {
            let name = kind == .c ? "assay-bridge.c" : "assay-bridge.cpp"
            contents.append(BoxFile(path: name, content: MemoryBytes(BridgeSource.text)))
        }
        // The package's own copy of what DMOJ has at hand.
        if !names.contains("testlib.h"), tree.kind("testlib.h") == .file, let file = tree.file("testlib.h") {
            contents.append(BoxFile(path: "testlib.h", content: file))
        }
        return PackageProgram(name: main, kind: kind, files: contents)
    }

    /// Lines that define what the compiler's flags `-DNAME` and `-DNAME=VALUE` would; all other flags are noted.
    private func definitions(_ settings: InheritedSettings) -> String {
        guard let node = settings.own("flags") else { return "" }
        var definitions = ""
        for flag in node.list ?? [node] {
            let text = flag.string ?? ""
            let parts = text.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if text.hasPrefix("-D"), let name = parts.first, !name.isEmpty, !text.contains(where: \.isNewline) {
                definitions += "#define \(name) \(parts.count > 1 ? parts[1] : "1")\n"
            } else {
                tree.findings.note(
                    InitFile.path,
                    line: flag.line,
                    "the flag \(Excerpt.text(text.utf8.prefix(40))) is ignored; only -D is not, beside the language's usual ones"
                )
            }
        }
        return definitions
    }
}

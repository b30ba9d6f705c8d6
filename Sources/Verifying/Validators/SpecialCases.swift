internal import Core
internal import Linux
internal import Problems
internal import YAML

/// The cases that are about validators alone (2025-09): `invalid_input`, `invalid_output`, `valid_output`.
struct SpecialCases {
    let folder: PackageFolder

    /// One of them.
    struct Case: Sendable {
        /// Its path below the package, without an ending.
        let path: String
        let input: any ByteSource
        let answer: (any ByteSource)?
        let output: (any ByteSource)?
        let inputArguments: InputValidatorArguments
        let outputArguments: [String]
        let arguments: [String]
        /// What is put into the working directory.
        let files: [BoxFile]
    }

    private struct Settings {
        var inputArguments = InputValidatorArguments()
        var outputArguments: [String] = []
        var arguments: [String] = []

        mutating func read(_ node: YAMLNode?) {
            guard let node else { return }
            if let words = Settings.words(node["args"]) { arguments = words }
            if let words = Settings.words(node["output_validator_args"]) { outputArguments = words }
            guard let value = node["input_validator_args"] else { return }
            inputArguments = InputValidatorArguments()
            if let words = Settings.words(value) { inputArguments.common = words }
            for (key, value) in value.pairs ?? [] {
                if let name = key.text, let words = Settings.words(value) { inputArguments.byName[name] = words }
            }
        }

        private static func words(_ node: YAMLNode?) -> [String]? {
            node?.list?.compactMap(\.text) ?? node?.string?.split(whereSeparator: \.isWhitespace).map(String.init)
        }
    }

    /// The cases in `data/NAME` and below it.
    func cases(in name: String) -> [Case] { cases(in: "data/\(name)", Settings(), depth: 0) }

    private func cases(in directory: String, _ inherited: Settings, depth: Int) -> [Case] {
        guard depth < 16, folder.kind(directory) == .directory else { return [] }
        var settings = inherited
        settings.read(yaml("\(directory)/test_group.yaml"))
        var cases: [Case] = []
        for entry in folder.entries(directory) {
            let path = "\(directory)/\(entry.name)"
            if entry.kind == .directory {
                if !entry.name.hasSuffix(".files"), !folder.isLink(path) {
                    cases += self.cases(in: path, settings, depth: depth + 1)
                }
            } else if entry.name.hasSuffix(".in"), let input = file(path) {
                let base = String(path.dropLast(3))
                var own = settings
                own.read(yaml(base + ".yaml"))
                cases.append(
                    Case(
                        path: base,
                        input: input,
                        answer: file(base + ".ans"),
                        output: file(base + ".out"),
                        inputArguments: own.inputArguments,
                        outputArguments: own.outputArguments,
                        arguments: own.arguments,
                        files: files(base + ".files")
                    )
                )
            }
        }
        return cases
    }

    private func yaml(_ path: String) -> YAMLNode? {
        guard let bytes = folder.bytes(path) else { return nil }
        return (try? YAML.parse(bytes, file: path)) ?? nil
    }

    private func files(_ directory: String) -> [BoxFile] {
        guard folder.kind(directory) == .directory else { return [] }
        return folder.items(below: directory).filter { $0.kind == .file }.compactMap { item in
            let name = String(item.path.dropFirst(directory.count + 1))
            guard BoxFile.isAcceptable(path: name), let content = file(item.path) else { return nil }
            return BoxFile(path: name, content: content)
        }
    }

    private func file(_ path: String) -> (any ByteSource)? { PackageFolderFile.source(folder, path) }
}

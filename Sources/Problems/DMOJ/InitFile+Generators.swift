internal import Core
internal import YAML

extension InitFile {
    /// How the case is made, where a generator is named for it.
    mutating func generation(_ settings: InheritedSettings) -> CaseGeneration? {
        guard let node = settings["generator"] else { return nil }
        let own = InheritedSettings(root: node, path: InitFile.path, findings: tree.findings)
        let isMapping = node.pairs != nil
        let names = isMapping ? own.texts("source") : settings.texts("generator")
        guard let names else {
            if isMapping, own["source"] == nil {
                own.report(node, "the generator has no source", mend: "name its file under source")
            }
            return nil
        }
        guard let place = generator(names, own, node) else { return nil }
        var generation = CaseGeneration(generator: place, arguments: [])
        generation.arguments = arguments(settings["generator_args"] ?? own["args"], settings)
        if isMapping { readLimits(own, into: &generation) }
        if let input = settings["generator_in"], let name = settings.text("generator_in") {
            guard let file = files.file(name, line: input.line) else { return nil }
            generation.input = file
        }
        return generation
    }

    private mutating func generator(_ names: [String], _ settings: InheritedSettings, _ node: YAMLNode) -> Int? {
        let source = node.json ?? names.joined(separator: " ")
        if let known = generatorPlaces[source] { return known < 0 ? nil : known }
        guard let program = program(names, settings, "language", node, "generator", withBridge: false) else {
            // Once is enough.
            generatorPlaces[source] = -1
            return nil
        }
        generatorPlaces[source] = generators.count
        generators.append(program)
        return generators.count - 1
    }

    private func arguments(_ node: YAMLNode?, _ settings: InheritedSettings) -> [String] {
        guard let node else { return [] }
        let texts = node.list?.map { $0.isNull ? "None" : $0.pythonText } ?? [nil]
        let known = texts.compactMap(\.self)
        guard known.count == texts.count, known.allSatisfy({ !$0.utf8.contains(0) && $0.utf8.count < 65_536 }) else {
            settings.report(
                node,
                "generator_args is \(node.kind) and must be a list of plain values",
                mend: "write one"
            )
            return []
        }
        return known
    }

    private func readLimits(_ settings: InheritedSettings, into generation: inout CaseGeneration) {
        if let value = settings["time_limit"] {
            if let seconds = value.double, let time = Duration(limitSeconds: seconds) {
                generation.time = time
            } else {
                settings.report(value, "time_limit is \(value.kind) and must be a number of seconds", mend: "write one")
            }
        }
        if let value = settings["memory_limit"] {
            if let kibibytes = value.int, (1...(Ceilings.memory.bytes >> 10)).contains(kibibytes) {
                generation.memory = ByteCount(kibibytes << 10)
            } else {
                settings.report(value, "memory_limit is \(value.kind) and must be a number of KiB", mend: "write one")
            }
        }
    }
}

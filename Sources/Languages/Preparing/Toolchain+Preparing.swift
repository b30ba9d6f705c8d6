public import Core
import Digest
import Linux

extension Toolchain {
    /// The command that makes `preparation`, with a collection of what it leaves.
    ///
    /// Its limits are its own: it is run once, and no submission is in its box.
    public func command(making preparation: Preparation) -> Command {
        let compile = preparation.place == .compile ? profile.compile : nil
        let step = compile ?? profile.run
        let values = values(limits: step.allowance.applied(to: Limits()), memory: Limits().memory)
        var root = (compile == nil ? runRoot : compileRoot).unprepared
        let place = Preparation.directory(preparation.name)
        // What remembers its own path remembers the one under which it is used.
        root.entries.append(.link(box: place, target: Preparation.workplace))
        var environment: [String: String] = [:]
        for (name, value) in step.environment + preparation.environment {
            environment[name] = value.joined(with: values)
        }
        var command = Command(
            arguments: preparation.command.flatMap { $0.expanded(with: values) },
            environment: environment,
            root: root,
            policy: step.policy,
            workspace: .scratch,
            files: preparation.files.map { BoxFile(path: $0.name, content: MemoryBytes($0.text)) },
            directories: [Preparation.workplace] + preparation.directories.map { "\(Preparation.workplace)/\($0)" },
            limits: Self.preparing,
            collection: Command.Collection(
                directory: Preparation.workplace,
                maximumFiles: 16_384,
                maximumSize: .mebibytes(768)
            )
        )
        command.copiesInput = false
        return command
    }

    /// What it may take: more than any submission, since what is prepared are whole libraries.
    private static let preparing = Limits(
        cpuTime: .seconds(600),
        memory: .mebibytes(4096),
        processes: 256,
        stack: .mebibytes(256),
        output: .mebibytes(1024),
        scratch: .mebibytes(2048),
        inodes: 65_536,
        openFiles: 4096
    )

    /// The digest of all that `preparation` is made from.
    func key(of preparation: Preparation, tools: String, watched: [(path: String, fingerprint: String)]) -> String {
        let command = command(making: preparation)
        var digest = SHA256()
        digest.update(field: "assay prepared 1")
        digest.update(field: tools)
        digest.update(field: "watched \(watched.count)")
        for (path, fingerprint) in watched {
            digest.update(field: path)
            digest.update(field: fingerprint)
        }
        digest.update(making: command)
        digest.update(field: "files \(preparation.files.count)")
        for (name, text) in preparation.files {
            digest.update(field: name)
            digest.update(field: text)
        }
        digest.update(field: "directories \(command.directories.count)")
        for name in command.directories { digest.update(field: name) }
        return digest.finish()
    }

    /// The same toolchain as if nothing had ever been prepared.
    public var unprepared: Toolchain { without(Set(preparations.map(\.preparation.name))) }

    /// The same toolchain as if these had never been prepared.
    private func without(_ names: Set<String>) -> Toolchain {
        var result = self
        for index in result.preparations.indices where names.contains(preparations[index].preparation.name) {
            result.preparations[index].condition = .missing
        }
        result.runRoot = runRoot.unprepared.adding(result.preparations, for: profile.run)
        result.compileRoot = compileRoot.unprepared
        if let compile = profile.compile {
            result.compileRoot = compileRoot.unprepared.adding(result.preparations, for: compile)
        }
        return result
    }

    /// Whether `command` is one in which something prepared is used.
    public func usesPrepared(_ command: Command) -> Bool { command.root != command.root.unprepared }

    /// The toolchain without those of the prepared things that the compile step may have been refused for, by what
    /// `diagnostics` say; nil when there are none.
    public func withoutDoubted(by diagnostics: String, isTruncated: Bool) -> Toolchain? {
        let doubted = (profile.compile?.prepared ?? []).filter { use in
            guard preparations.contains(where: { $0.preparation.name == use.name && $0.entry != nil }) else {
                return false
            }
            return !use.doubts.isEmpty && (isTruncated || use.doubts.contains { diagnostics.contains($0) })
        }
        return doubted.isEmpty ? nil : without(Set(doubted.map(\.name)))
    }

    /// Whether all that is prepared is what it was when it was made, byte by byte.
    ///
    /// What is not is withdrawn, and nobody meets it again.
    public func withdrawDamaged() -> Bool {
        var isIntact = true
        for state in preparations where state.entry != nil {
            guard let prepared, !prepared.isIntact(state.key) else { continue }
            prepared.withdraw(state.key)
            isIntact = false
        }
        return isIntact
    }

    /// The uses of what is prepared that `step` can make of a submission that lies as in `layout`.
    func uses(by step: Step, of layout: SourceLayout) -> [PreparedUse] {
        step.prepared.filter { use in
            guard preparations.contains(where: { $0.preparation.name == use.name && $0.entry != nil }) else {
                return false
            }
            guard let opening = use.opening else { return true }
            return layout.files.filter { profile.isSource($0.path) }.allSatisfy { file in
                (try? file.content.bytes(upTo: 1 << 16)).map { SourceOpening.isLine(opening, of: $0) } ?? false
            }
        }
    }
}

extension Root {
    /// The root without what was prepared.
    package var unprepared: Root {
        Root(
            entries: entries.filter { entry in
                guard case .bind(_, let box) = entry else { return true }
                return !box.hasPrefix(Preparation.base + "/")
            }
        )
    }

    /// The root with what `step` uses of `states`.
    func adding(_ states: [PreparationState], for step: Step) -> Root {
        let used = Set(step.prepared.map(\.name))
        let entries = states.compactMap { state -> Entry? in
            guard let entry = state.entry, used.contains(state.preparation.name) else { return nil }
            return .bind(host: entry.directory, box: Preparation.directory(state.preparation.name))
        }
        return Root(entries: self.entries + entries)
    }
}

internal import Core
internal import JailProtocol
internal import Linux

/// What a slot's thread has before it: the jailer, the roots that it keeps, and the files that outputs go into.
struct Workbench: ~Copyable {
    private let number: Int
    private let surroundings: Slot.Surroundings
    private var jailer: JailerProcess?
    private var cgroups: SlotCgroups?
    private var roots = PreparedRootList()
    private var artifacts = PreparedArtifactList()
    private var outputs = OutputFiles()

    init(number: Int, _ surroundings: Slot.Surroundings) {
        self.number = number
        self.surroundings = surroundings
    }

    /// Runs one command.
    ///
    /// `begun` is told the jailer when the run is with it, and can be cancelled.
    mutating func run(
        _ command: Command,
        begun: (JailerProcess) -> Void
    ) throws(ExecutorFailure) -> Outcome {
        let command = try unfolded(command)
        let filter = try surroundings.policies.filter(named: command.policy)
        let jailer = try startedJailer()
        let root = try prepare(command.root, jailer)
        if case .artifact(let key) = command.workspace { try prepare(key, jailer) }
        let plan = try BoxPlanning.plan(command, root: root, filter: filter.instructions)
        let input = try Self.sealed("assay-stdin", command.input)
        var bundle: [CInt] = []
        defer { Descriptor.close(bundle) }
        if !command.files.isEmpty {
            bundle.append(try Self.sealed("assay-files", Concatenation(command.files.map(\.content))).release())
        }
        let files = try outputs.prepare()
        let descriptors = [input.number, files.output, files.error] + bundle
        do throws(JailerProcess.RunFailure) {
            let answer = try jailer.run(plan, descriptors) { begun(jailer) }
            return try outcome(of: answer, command)
        } catch {
            switch error {
            case .failed(let failure): throw failure
            case .jailerLost(let failure):
                close()
                throw failure
            }
        }
    }

    /// The command with the files of the artifact that it wants a copy of; its own files replace those of the same name.
    private func unfolded(_ command: Command) throws(ExecutorFailure) -> Command {
        guard case .copy(let key) = command.workspace else { return command }
        var command = command
        let own = Set(command.files.map(\.path))
        command.files += try surroundings.store.files(of: key).filter { !own.contains($0.path) }
        command.workspace = .scratch
        return command
    }

    /// Ends the jailer and removes what the slot had on the host.
    mutating func close() {
        jailer?.stop()
        jailer = nil
        cgroups?.remove()
        cgroups = nil
        roots = PreparedRootList()
        artifacts = PreparedArtifactList()
    }

    private mutating func startedJailer() throws(ExecutorFailure) -> JailerProcess {
        if let jailer { return jailer }
        let identity = SlotIdentity(slot: number, process: Processes.ownNumber, isRoot: surroundings.isRoot)
        let cgroups = try SlotCgroups(slot: number, in: surroundings.cgroups, owner: identity.hostIDs?.jailer)
        self.cgroups = cgroups
        do throws(ExecutorFailure) {
            let started = try JailerProcess(
                executable: surroundings.jailer.number,
                cgroups: cgroups,
                controllers: surroundings.cgroups.controllers,
                identity: identity
            )
            jailer = started
            return started
        } catch {
            close()
            throw error
        }
    }

    private mutating func prepare(_ root: Root, _ jailer: JailerProcess) throws(ExecutorFailure) -> Int {
        switch roots.use(root) {
        case .nothing(let id):
            return id
        case .prepare(let id, let replaced):
            do throws(ExecutorFailure) {
                let (plan, trees) = try RootPlanning.plan(
                    root,
                    id: id,
                    replacing: replaced,
                    clonesTrees: surroundings.isRoot
                )
                defer { Descriptor.close(trees) }
                try jailer.ask(.prepare(plan), trees)
                return id
            } catch {
                roots.forget(id)
                throw error
            }
        }
    }

    private mutating func prepare(_ key: ArtifactKey, _ jailer: JailerProcess) throws(ExecutorFailure) {
        if artifacts.use(key) { return }
        let files = try surroundings.store.files(of: key)
        let (plan, size) = BoxPlanning.artifact(key, files: files)
        let bundle = try Self.sealed("assay-artifact", Concatenation(files.map(\.content)))
        var full = plan
        full.replaces = artifacts.add(key, size: size).map(\.rawValue)
        do throws(ExecutorFailure) {
            try jailer.ask(.artifact(full), [bundle.number])
        } catch {
            artifacts.forget(key)
            throw error
        }
    }

    private mutating func outcome(
        of answer: consuming JailerProcess.RunAnswer,
        _ command: Command
    ) throws(JailerProcess.RunFailure) -> Outcome {
        let result = answer.result
        do throws(ExecutorFailure) {
            let output = try outputs.take(.output, length: result.outputLength, limit: command.limits.output)
            // The limit is for both together; a jailer takes one byte more, to see that it was passed.
            let rest = ByteCount(command.limits.output.bytes - output.byteCount)
            let error = try outputs.take(.error, length: result.errorLength, limit: rest)
            let collected = try CollectedBundle.bundle(result, answer.takeBundle())
            return OutcomeTranslation.outcome(
                result,
                standardOutput: output,
                standardError: error,
                collected: collected
            )
        } catch {
            throw .failed(error)
        }
    }

    private static func sealed(_ name: String, _ source: any ByteSource) throws(ExecutorFailure) -> Descriptor {
        do throws(MemoryFile.FillFailure) {
            return try MemoryFile.sealed(name, holding: source)
        } catch {
            throw ExecutorFailure(operation: "hand over the input", subject: name, cause: "\(error)")
        }
    }
}

extension JailerProcess.RunAnswer {
    /// The bundle, handed on.
    consuming func takeBundle() -> Descriptor? { bundle }
}

internal import Core
internal import JailProtocol
internal import Linux

/// What a slot's thread has before it: the jailer, the roots that it keeps, and the files that outputs go into.
struct Workbench: ~Copyable {
    private let place: Place
    private let surroundings: Slot.Surroundings
    private var jailer: JailerProcess?
    private var cgroups: SlotCgroups?
    private var roots = PreparedRootList()
    private var artifacts = PreparedArtifactList()
    /// For the run that is going on and for the one behind it.
    private var outputs = OutputFiles()
    private var nextOutputs = OutputFiles()
    /// How many runs the jailer was asked for and has not answered yet.
    private var unanswered = 0
    /// How often what was asked for last was asked for before it, without anything else in between.
    private var repetitions = 0

    init(_ place: Place, _ surroundings: Slot.Surroundings) {
        self.place = place
        self.surroundings = surroundings
    }

    /// What was asked for last, without a number.
    private var last: BoxPlan?
    /// The box that the jailer was told to expect a run of.
    private var expectation: Expectation?

    /// A box that stands ready for a run like the last one.
    private struct Expectation: ~Copyable {
        let plan: BoxPlan
        let input: Descriptor
    }

    /// A run that the jailer was asked for.
    struct Flight {
        let number: Int
        let command: Command
        let jailer: JailerProcess
        /// Whether its standard output goes to another box.
        let isConversing: Bool
    }

    /// The ends of the pipes by which a run is joined to another one.
    struct Ends {
        let input: CInt
        let output: CInt
        let kind: BoxPlan.Output
    }

    private var identity: SlotIdentity { surroundings.ids.identity(of: place) }

    /// Asks the jailer for a run, and does what has to be done before.
    ///
    /// What it reads and writes is its own, or that of another run which it is joined to by `ends`.
    mutating func begin(
        _ command: Command,
        number: Int,
        joined ends: Ends? = nil
    ) throws(ExecutorFailure) -> Flight {
        let kept = jailer
        do throws(ExecutorFailure) {
            return try ask(command, number: number, joined: ends)
        } catch {
            // It has ended since its last run, and before it took this one, which another one can take.
            guard let kept, kept === jailer, !kept.isUsable, unanswered == 0 else { throw error }
            return try ask(command, number: number, joined: ends)
        }
    }

    private mutating func ask(
        _ command: Command,
        number: Int,
        joined ends: Ends?
    ) throws(ExecutorFailure) -> Flight {
        let own = command.files.count
        let command = try unfolded(command)
        let filter = try surroundings.policies.filter(named: command.policy)
        let jailer = try startedJailer()
        let root = try prepare(command.root, jailer)
        if case .artifact(let key) = command.workspace { try prepare(key, jailer) }
        var plan = try BoxPlanning.plan(
            command,
            number: 0,
            root: root,
            filter: filter.instructions,
            output: ends?.kind ?? .file,
            kept: command.files.count - own
        )
        repetitions = plan == last ? repetitions + 1 : 0
        last = plan
        // Whatever else is asked for now, the jailer gives it up.
        if let expected = expectation.take(), expected.plan == plan {
            try begin(consume expected, command.input, number, jailer)
            unanswered += 1
            return Flight(number: number, command: command, jailer: jailer, isConversing: false)
        }
        plan.number = number
        // Ours until the jailer has them.
        var opened: [CInt] = []
        defer { Descriptor.close(opened) }
        if ends == nil { opened.append(try Self.sealed("assay-stdin", command.input).release()) }
        let input = ends?.input ?? opened[0]
        var bundle: [CInt] = []
        let contents = BoxPlanning.contents(of: command)
        if !contents.isEmpty {
            bundle.append(try Self.sealed("assay-files", Concatenation(contents)).release())
            opened += bundle
        }
        let files = try nextOutputs.prepare()
        // A packet goes as a whole or not at all: when it does not, the jailer is as it was, and so is the run before.
        try jailer.begin(plan, [input, ends?.output ?? files.output, files.error] + bundle)
        unanswered += 1
        return Flight(number: number, command: command, jailer: jailer, isConversing: ends != nil)
    }

    private mutating func begin(
        _ expected: consuming Expectation,
        _ input: any ByteSource,
        _ number: Int,
        _ jailer: JailerProcess
    ) throws(ExecutorFailure) {
        try Self.handingOver("assay-stdin") { () throws(MemoryFile.FillFailure) in
            try MemoryFile.fill(expected.input, with: input)
        }
        try jailer.beginExpected(number: number)
    }

    /// Has the jailer make a box for one more run like the last, when the last three were the same.
    ///
    /// Then the next is most probably of that program, too, on another input. Should it not be, the box is given up, and
    /// nobody has been in it. A failure shows when the box is asked for.
    mutating func expectAnother() {
        guard repetitions > 1, let jailer, let last, last.files.isEmpty, last.collection == nil, !last.artifact.isEmpty,
            last.output == .file
        else { return }
        do {
            let input = try MemoryFile.make("assay-stdin")
            let files = try nextOutputs.prepare()
            try jailer.expect(last, [input.number, files.output, files.error])
            expectation = Expectation(plan: last, input: input)
        } catch {
            // The run is then asked for in the usual way, which tells why it cannot be had.
        }
    }

    /// Gives the box up that is expected to be needed, when nothing comes.
    mutating func settle() {
        guard expectation.take() != nil else { return }
        try? jailer?.settle()
    }

    /// Whether a run of `command` can be asked for while another is going on: the jailer must have all that it needs.
    func canBeginAhead(_ command: Command) -> Bool {
        guard hasUsableJailer, roots.contains(command.root, parts: RootParts.identities(of: command.root)) else {
            return false
        }
        if case .artifact(let key) = command.workspace { return artifacts.contains(key) }
        return true
    }

    /// The run that was asked for last is the one that is going on now.
    mutating func advance() {
        swap(&outputs, &nextOutputs)
    }

    /// What became of a run, and when its first process ended, in nanoseconds of the machine's monotonic clock.
    struct Finished {
        let outcome: Outcome
        let end: Int
    }

    /// Waits for what becomes of the run that is going on.
    mutating func finish(_ flight: Flight) throws(ExecutorFailure) -> Finished {
        if has(flight) { unanswered -= 1 }
        do throws(JailerProcess.RunFailure) {
            let answer = try flight.jailer.runAnswer()
            let end = answer.result.endedNanoseconds
            return Finished(outcome: try outcome(of: answer, flight), end: end)
        } catch {
            switch error {
            case .failed(let failure): throw failure
            case .unexecutable(let failure):
                guard let outcome = UnexecutableProgram.outcome(of: flight.command, failure) else {
                    throw ExecutorFailure(failure)
                }
                return Finished(outcome: outcome, end: Int(Clock.nanoseconds))
            case .jailerLost(let failure):
                if jailer === flight.jailer { close() }
                throw failure
            }
        }
    }

    /// Whether there is a jailer that can be asked for something.
    var hasUsableJailer: Bool { jailer?.isUsable == true }

    /// Whether the jailer that `flight` was asked of is still ours.
    func has(_ flight: Flight) -> Bool { jailer === flight.jailer }

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
        unanswered = 0
        expectation = nil
        last = nil
    }

    private mutating func startedJailer() throws(ExecutorFailure) -> JailerProcess {
        if let jailer, jailer.isUsable { return jailer }
        // The last one has ended, without a run or after one.
        close()
        let identity = identity
        let cgroups = try SlotCgroups(place, in: surroundings.cgroups, owner: identity.jailer)
        self.cgroups = cgroups
        do throws(ExecutorFailure) {
            let started = try JailerProcess(
                executable: surroundings.jailer.number,
                cgroups: cgroups,
                identity: identity,
                SlotConfiguration(
                    jailerID: identity.jailerID,
                    programID: SlotIdentity.programID,
                    clearsGroups: identity.hasOwnProgramID,
                    controllers: surroundings.cgroups.controllers,
                    landlock: surroundings.landlock,
                    processor: surroundings.processors.isEmpty ? -1 : surroundings.processors[place.slot]
                )
            )
            jailer = started
            return started
        } catch {
            close()
            throw error
        }
    }

    private mutating func prepare(_ root: Root, _ jailer: JailerProcess) throws(ExecutorFailure) -> Int {
        switch roots.use(root, parts: RootParts.identities(of: root)) {
        case .nothing(let id):
            return id
        case .prepare(let id, let replaced):
            do throws(ExecutorFailure) {
                let (plan, trees) = try RootPlanning.plan(
                    root,
                    id: id,
                    replacing: replaced,
                    clonesTrees: identity.jailer != nil
                )
                defer { Descriptor.close(trees) }
                // The jailer gives its waiting box up for this.
                expectation = nil
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
        expectation = nil
        do throws(ExecutorFailure) {
            try jailer.ask(.artifact(full), [bundle.number])
        } catch {
            artifacts.forget(key)
            throw error
        }
    }

    private mutating func outcome(
        of answer: consuming JailerProcess.RunAnswer,
        _ flight: Flight
    ) throws(JailerProcess.RunFailure) -> Outcome {
        let result = answer.result
        let command = flight.command
        do throws(ExecutorFailure) {
            let length = flight.isConversing ? 0 : result.outputLength
            let output = try outputs.take(.output, length: length, limit: command.limits.output)
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
        try handingOver(name) { () throws(MemoryFile.FillFailure) in try MemoryFile.sealed(name, holding: source) }
    }

    private static func handingOver<Value: ~Copyable>(
        _ name: String,
        _ body: () throws(MemoryFile.FillFailure) -> Value
    ) throws(ExecutorFailure) -> Value {
        do throws(MemoryFile.FillFailure) {
            return try body()
        } catch {
            throw ExecutorFailure(operation: "hand over the input", subject: name, cause: "\(error)")
        }
    }
}

extension JailerProcess.RunAnswer {
    /// The bundle, handed on.
    consuming func takeBundle() -> Descriptor? { bundle }
}

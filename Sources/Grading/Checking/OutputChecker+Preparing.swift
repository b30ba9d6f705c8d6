internal import Core
internal import Languages
internal import Problems

extension OutputChecker {
    /// The checker of `problem`, with its validators compiled.
    ///
    /// One that cannot be compiled is a broken checker and no error: the submission then gets a judge error that says
    /// so.
    ///
    /// - Throws: `.machinery` when the executor failed.
    init(for problem: Problem, in workshop: Workshop) async throws(GradingError) {
        guard case .custom(let programs) = problem.validator else {
            self = .standard
            return
        }
        var validators: [Validator] = []
        for program in programs {
            do throws(GradingError) {
                validators.append(try await Validator(program, limits: problem.limits, in: workshop))
            } catch {
                guard case .badInput(let why) = error else { throw error }
                self = .broken("the output validator \(program.name) cannot be used: \(why)")
                return
            }
        }
        self = .custom(validators)
    }
}

extension Validator {
    /// The compiled `program`.
    ///
    /// - Throws: `.badInput` when it cannot be compiled, `.machinery` when the executor failed.
    init(_ program: PackageProgram, limits: ProblemLimits, in workshop: Workshop) async throws(GradingError) {
        guard let language = program.language else { throw .badInput("its scripts build and run are not run yet") }
        let toolchain = try workshop.toolchain(for: language)
        let sources = SourceTree(files: program.files, entry: program.entry)
        let compilation = try await workshop.compile(sources, with: toolchain, limits: limits)
        guard let artifact = compilation.artifact else {
            let said = BoundedText(compilation.note.diagnostics, limit: BoundedText.messageLimit).text
            throw .badInput("it does not compile\n\(said)")
        }
        self.init(
            boxes: workshop.boxes,
            name: program.name,
            program: Program(toolchain: toolchain, artifact: artifact, sources: sources),
            limits: Limits(
                cpuTime: limits.validationTime,
                memory: limits.validationMemory,
                output: limits.validationOutput
            )
        )
    }
}

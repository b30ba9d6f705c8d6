internal import Core
internal import Problems

extension OutputChecker {
    /// The checker of `problem`, with its validators compiled.
    ///
    /// One that cannot be compiled is a broken checker and no error: the submission then gets a judge error that says
    /// so.
    ///
    /// - Throws: `.machinery` when the executor failed.
    init(
        for problem: Problem,
        submission: SourceTree? = nil,
        in workshop: Workshop
    ) async throws(GradingError) {
        guard case .custom(let programs) = problem.validator else {
            self = .standard
            return
        }
        var validators: [Validator] = []
        for program in programs {
            do throws(GradingError) {
                var validator = try await Validator(program, limits: problem.limits, in: workshop)
                if problem.showsSources { validator.surroundings = submission?.files }
                validators.append(validator)
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
        self.init(
            boxes: workshop.boxes,
            name: program.name,
            program: try await workshop.prepare(program, limits: limits),
            limits: Limits(
                cpuTime: limits.validationTime,
                memory: limits.validationMemory,
                output: limits.validationOutput
            )
        )
    }
}

internal import Core
internal import Problems

extension OutputChecker {
    /// The checker of `problem`, with its validators compiled; `submission` is what they find in their working directory
    /// where the format says so.
    ///
    /// One that cannot be compiled is a broken checker and no error: the submission then gets a judge error that says
    /// so.
    ///
    /// - Throws: `.machinery` when the executor failed.
    init(
        for problem: Problem,
        beside submission: [BoxFile] = [],
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
                if problem.showsSources { validator.surroundings = submission }
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

extension Problem {
    /// Whether a program of the package is to find the submission in its working directory.
    var needsSurroundings: Bool {
        if staticValidator != nil { return true }
        if case .custom = validator { return showsSources }
        return false
    }
}

extension Workshop {
    /// The files of a submission as the format 2025-09 wants validators to find them: what was handed in, the include
    /// files, and what was compiled of them.
    ///
    /// - Throws: `.machinery` when the executor failed.
    func surroundings(from product: Product) async throws(GradingError) -> [BoxFile] {
        let sources = product.sources.files
        guard let program = product.program else { return sources }
        let own = Set(sources.map(\.path))
        let made = try await boxes.files(ofArtifact: program.artifact).filter { !own.contains($0.path) }
        // A directory that the compiler made must not be a file that was handed in.
        let all = sources + made
        return PathCollision.first(among: Set(all.map(\.path))) == nil ? all : sources
    }
}

internal import Core
internal import Problems
internal import Synchronization

/// Tests that programs of their package make, each made once for all submissions that are judged on it.
final class GeneratedCases: Sendable {
    /// One test's input and answer.
    private struct Case: Sendable {
        var input: any ByteSource
        var answer: any ByteSource

        var byteCount: Int { input.byteCount + answer.byteCount }
    }

    private struct State {
        var cases: [String: Case] = [:]
        var byteCount = 0
    }

    private let state = Mutex(State())

    /// What one test may have, input and answer together.
    private static let largest = ByteCount.mebibytes(256)
    /// How much is kept for the next submission.
    private static let kept = 512 << 20

    /// `problem` with all of its tests made; `hash` tells the package from others, without one nothing is kept.
    ///
    /// - Throws: `.badInput` when a generator fails, `.machinery` when the executor failed.
    func problem(_ problem: Problem, hash: String?, in workshop: Workshop) async throws(GradingError) -> Problem {
        guard problem.tests.contains(where: { $0.generation != nil }) else { return problem }
        guard let hash else { return try await made(problem, hash: nil, in: workshop) }
        return try await workshop.boxes.makers.pass("generated \(hash)") { () async throws(GradingError) in
            try await made(problem, hash: hash, in: workshop)
        }
    }

    private func made(_ problem: Problem, hash: String?, in workshop: Workshop) async throws(GradingError) -> Problem {
        var problem = problem
        var programs: [Int: PreparedProgram] = [:]
        for index in problem.tests.indices {
            guard let generation = problem.tests[index].generation else { continue }
            let key = hash.map { "\($0) \(index)" }
            var made = key.flatMap { key in state.withLock { $0.cases[key] } }
            if made == nil {
                let name = problem.generators[generation.generator].name
                let program: PreparedProgram
                if let known = programs[generation.generator] {
                    program = known
                } else {
                    program = try await prepared(problem, generation, name, workshop)
                    programs[generation.generator] = program
                }
                let place = "the generator \(name) on the test \(problem.tests[index].name)"
                let new = try await run(generation, program, place, workshop)
                made = new
                if let key { keep(new, as: key) }
            }
            guard let made else { continue }
            problem.tests[index].input = made.input
            if generation.makesAnswer { problem.tests[index].answer = made.answer }
        }
        return problem
    }

    private func prepared(
        _ problem: Problem,
        _ generation: CaseGeneration,
        _ name: String,
        _ workshop: Workshop
    ) async throws(GradingError) -> PreparedProgram {
        do throws(GradingError) {
            return try await workshop.prepare(problem.generators[generation.generator], limits: problem.limits)
        } catch {
            guard case .badInput(let why) = error else { throw error }
            throw .badInput("the generator \(name) cannot be used: \(why)")
        }
    }

    private func run(
        _ generation: CaseGeneration,
        _ program: PreparedProgram,
        _ place: String,
        _ workshop: Workshop
    ) async throws(GradingError) -> Case {
        let limits = Limits(
            cpuTime: generation.time,
            memory: generation.memory,
            output: GeneratedCases.largest
        )
        var command = try program.command(arguments: generation.arguments, limits: limits)
        command.input = generation.input
        let outcome = try await workshop.boxes.run(command)
        let run = program.seen(outcome, of: command, limits: limits)
        guard let judgement = Judgement.decide(run, check: nil) else {
            return Case(input: outcome.standardOutput, answer: outcome.standardError)
        }
        let reason = judgement.reason.map { " (\($0))" } ?? ""
        throw .badInput("\(place) came to \(judgement.verdict.rawValue)\(reason); mend it")
    }

    private func keep(_ made: Case, as key: String) {
        state.withLock { state in
            guard state.cases[key] == nil, state.byteCount + made.byteCount <= GeneratedCases.kept else { return }
            state.cases[key] = made
            state.byteCount += made.byteCount
        }
    }
}

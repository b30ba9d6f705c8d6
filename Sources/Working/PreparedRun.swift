internal import Core
internal import Grading
internal import Queueing

/// A program that is run once, with all that it is run with.
struct PreparedRun: PreparedJob {
    let tools: JudgingTools
    let submission: Submission
    let request: JudgingRequest
    let run: JudgingRequest.Run
    let input: [UInt8]
    let surroundings: GradingJudge.Surroundings

    func judge(_ progress: @escaping @Sendable (Progress) -> Void) async throws(JudgingFailure) -> JobResult {
        let defaults = Limits()
        let limits = Limits(
            cpuTime: request.options.timeLimitMilliseconds.map { .milliseconds($0) } ?? defaults.cpuTime,
            wallTime: run.wallTimeMilliseconds.map { .milliseconds($0) },
            memory: request.options.memoryLimitBytes.map { ByteCount($0) } ?? defaults.memory,
            output: run.outputLimitBytes.map { ByteCount($0) } ?? defaults.output
        )
        let encode = surroundings.encode
        try await tools.prove(submission.language.rawValue)
        let result: PlainRun.Result
        do throws(GradingError) {
            result = try await tools.runner.run(
                submission,
                arguments: run.arguments,
                input: MemoryBytes(input),
                limits: limits,
                onCompiled: { compile in
                    if let detail = try? encode(CompiledEvent(compile)) {
                        progress(Progress(.compiled, detail: detail))
                    }
                }
            )
        } catch {
            switch error {
            case .badInput(let line): throw .refused(line)
            case .machinery(let failure): throw .machinery(failure)
            case .cancelled: throw .cancelled
            }
        }
        do {
            return JobResult(verdict: result.verdict.rawValue, report: try surroundings.encodeRun(result))
        } catch {
            throw .machinery(
                ExecutorFailure(operation: "write a report", subject: submission.id, cause: "\(error)")
            )
        }
    }
}

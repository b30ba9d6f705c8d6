public import Service

/// A run as Piston would tell of it.
public enum PistonAnswer {
    /// What `POST /api/v2/execute` answers.
    ///
    /// Where a language is not compiled, what its check has found wrong is what the program would have written.
    public static func json(_ result: RunResult, runtime: PistonRuntimes.Runtime) -> JSONValue {
        let isCompiled = runtime.language.isCompiled
        var members: [JSONValue.Member] = []
        if isCompiled, let compiling = result.compiling { members.append(.init("compile", compile(compiling, result))) }
        if result.ending != .compileError {
            members.append(.init("run", run(result)))
        } else if !isCompiled {
            members.append(.init("run", refused(result)))
        }
        members.append(.init("language", .text(runtime.name)))
        members.append(.init("version", .text(runtime.version.text)))
        return .object(members)
    }

    /// One stage.
    private struct Stage {
        var output = ""
        var errors = ""
        var code: Int?
        var signal: String?
        var message: String?
        var status: String?
        var cpuTime: Double?
        var wallTime: Double?
        var memory: Int?

        var json: JSONValue {
            .object([
                .init("stdout", .text(output)),
                .init("stderr", .text(errors)),
                .init("output", .text(output + errors)),
                .init("code", .number(orNull: code)),
                .init("signal", .text(orNull: signal.map { "SIG" + $0 })),
                .init("message", .text(orNull: message)),
                .init("status", .text(orNull: status)),
                .init("cpu_time", .number(orNull: cpuTime.map { Int(($0 * 1000).rounded()) })),
                .init("wall_time", .number(orNull: wallTime.map { Int(($0 * 1000).rounded()) })),
                .init("memory", .number(orNull: memory)),
            ])
        }
    }

    private static func compile(_ compiling: RunResult.Compiling, _ result: RunResult) -> JSONValue {
        Stage(
            errors: result.diagnostics ?? "",
            code: compiling.isGood ? 0 : 1,
            message: compiling.isGood ? nil : "Exited with error status 1",
            status: compiling.isGood ? nil : "RE",
            cpuTime: compiling.cpuTime,
            wallTime: compiling.wallTime,
            memory: compiling.peakMemory
        ).json
    }

    private static func refused(_ result: RunResult) -> JSONValue {
        Stage(
            errors: result.diagnostics ?? "",
            code: 1,
            message: "Exited with error status 1",
            status: "RE",
            cpuTime: result.compiling?.cpuTime,
            wallTime: result.compiling?.wallTime,
            memory: result.compiling?.peakMemory
        ).json
    }

    private static func run(_ result: RunResult) -> JSONValue {
        var stage = Stage(
            // What is no UTF-8 is shown with the wrong bytes replaced, as there.
            output: String(decoding: result.output, as: UTF8.self),
            errors: String(decoding: result.errors, as: UTF8.self),
            code: result.exitCode,
            signal: result.signal,
            cpuTime: result.cpuTime,
            wallTime: result.wallTime,
            memory: result.peakMemory
        )
        switch result.ending {
        case .exited where result.exitCode != 0:
            (stage.status, stage.message) = ("RE", "Exited with error status \(result.exitCode ?? 0)")
        case .exited, .compileError: break
        case .signaled:
            let number = result.signal.flatMap(SignalNumber.of) ?? 0
            (stage.status, stage.message) = ("SG", "Caught fatal signal \(number)")
        case .timeLimit: stop(&stage, "TO", "Time limit exceeded")
        case .wallLimit: stop(&stage, "TO", "Time limit exceeded (wall clock)")
        // There is no word for it there; a program of theirs is killed.
        case .memoryLimit: stop(&stage, "SG", "Memory limit exceeded")
        case .outputLimit: stop(&stage, "OL", "Output limit exceeded")
        }
        return stage.json
    }

    private static func stop(_ stage: inout Stage, _ status: String, _ message: String) {
        stage.status = status
        stage.message = message
        stage.code = nil
        stage.signal = stage.signal ?? "KILL"
    }
}

internal import Linux
internal import Queueing
public import Service

/// A run as Judge0 would tell of it.
public struct Judge0Answer: Sendable {
    private let run: RunRecord
    private let isBase64: Bool
    private let languages: Judge0Languages

    /// An answer about that run; `isBase64`: its texts are in Base64.
    public init(_ run: RunRecord, isBase64: Bool, languages: Judge0Languages) {
        self.run = run.asInterpreted
        self.isBase64 = isBase64
        self.languages = languages
    }

    /// The given fields.
    ///
    /// - Throws: 400, when one of the texts can only be told in Base64.
    public func json(_ fields: Judge0Fields) throws(Judge0Complaint) -> JSONValue {
        var members: [JSONValue.Member] = []
        for name in fields.names { members.append(.init(name, try value(name))) }
        return .object(members)
    }

    private var status: Judge0Status { Judge0Status(run) }

    private func value(_ name: String) throws(Judge0Complaint) -> JSONValue {
        switch name {
        case "token": .text(Judge0Token(JobID(rawValue: run.id)).text)
        case "status": status.json
        case "status_id": .number(status.rawValue)
        case "stdout": try text(output)
        case "stderr": try text(isMixed ? nil : run.result?.errors)
        case "compile_output": try text(run.result?.diagnostics.map { Array($0.utf8) })
        case "message": try text(message.map { Array($0.utf8) })
        case "source_code": try text(run.source)
        case "stdin": try text(run.input)
        case "expected_output": try text(run.notes[Judge0Request.Note.expected].map { Array($0.utf8) })
        case "time": .text(orNull: run.result?.cpuTime.map(Judge0Answer.seconds))
        case "wall_time": .text(orNull: run.result?.wallTime.map(Judge0Answer.seconds))
        case "memory": .number(orNull: run.result?.peakMemory.map { $0 / 1024 })
        case "exit_code": .number(orNull: run.result?.exitCode)
        case "exit_signal": .number(orNull: run.result?.signal.flatMap(SignalNumber.of))
        case "language_id": .number(orNull: languageID)
        case "language": language
        case "created_at", "queued_at": .text(Self.moment(run.createdAt))
        case "started_at": .text(orNull: run.startedAt.map(Self.moment))
        case "finished_at": .text(orNull: run.endedAt.map(Self.moment))
        case "updated_at": .text(Self.moment(run.endedAt ?? run.startedAt ?? run.createdAt))
        case "callback_url": .text(orNull: run.notes[Judge0Request.Note.callback])
        case "command_line_arguments": .text(orNull: run.notes[Judge0Request.Note.arguments])
        case "redirect_stderr_to_stdout": .flag(isMixed)
        case "enable_network", "enable_per_process_and_thread_time_limit", "enable_per_process_and_thread_memory_limit":
            .flag(false)
        default: limit(name)
        }
    }

    private var isMixed: Bool { run.notes[Judge0Request.Note.mixed] != nil }

    private var output: [UInt8]? {
        guard let result = run.result else { return nil }
        return isMixed ? result.output + result.errors : result.output
    }

    private var languageID: Int? { run.notes[Judge0Request.Note.language].flatMap { Int($0) } }

    private var language: JSONValue {
        guard let id = languageID else { return .null }
        return .object([.init("id", .number(id)), .init("name", .text(languages[id]?.title ?? run.language))])
    }

    /// A limit as it was stated, or as it is where nothing was; null for all that has no value here.
    private func limit(_ name: String) -> JSONValue {
        guard let field = Judge0Bounds.all.first(where: { $0.name == name }) else { return .null }
        let stated = run.notes[Judge0Request.Note.limits]?.split(separator: " ").lazy
            .map { $0.split(separator: "=") }.first { $0.count == 2 && $0[0] == name }
        let value = stated.flatMap { Double(String($0[1])) } ?? field.usual
        return field.isWhole ? .number(Int(value)) : .text("\(value)")
    }

    /// What Judge0 says in a few words besides the status.
    private var message: String? {
        guard let result = run.result else {
            return switch run.state {
            case .dead: "the judge could not run it"
            case .cancelled: "cancelled"
            default: nil
            }
        }
        if status == .internalError { return "the output is longer than what is kept, and was not compared" }
        if result.isOutputCut, result.ending == .exited, result.exitCode == 0 {
            return "the output is longer than what is kept: its end is missing"
        }
        return switch result.ending {
        case .compileError: nil
        case .timeLimit: "Time limit exceeded"
        case .wallLimit: "Time limit exceeded (wall clock)"
        case .memoryLimit: "Memory limit exceeded"
        case .outputLimit: "Output limit exceeded"
        case .signaled: signalMessage(result)
        case .exited: result.exitCode == 0 ? nil : "Exited with error code \(result.exitCode ?? 0)"
        }
    }

    private func signalMessage(_ result: RunResult) -> String {
        if let call = result.reason, call.hasPrefix("syscall:") { return "Forbidden system call \(call.dropFirst(8))" }
        return "Caught fatal signal \(result.signal.flatMap(SignalNumber.of) ?? 0)"
    }

    /// A text; null where there is none, and, as Judge0 has it, where it is empty.
    private func text(_ bytes: [UInt8]?) throws(Judge0Complaint) -> JSONValue {
        guard let bytes, !bytes.isEmpty else { return .null }
        if isBase64 { return .text(Base64.encode(bytes)) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Judge0Complaint(400, Judge0Complaint.notText)
        }
        return .text(text)
    }

    private static func moment(_ moment: Timestamp) -> String {
        Clock.utc(millisecondsSince1970: moment.milliseconds)
    }

    /// Seconds with three digits, as a text.
    private static func seconds(_ value: Double) -> String {
        let thousandths = Int((value * 1000).rounded())
        let rest = String(thousandths % 1000)
        return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
    }
}

extension RunRecord {
    /// The run as an interpreter would have ended it, where a check before the run has found a mistake in a source that is
    /// not compiled.
    fileprivate var asInterpreted: RunRecord {
        guard let result, result.ending == .compileError, notes[Judge0Request.Note.interpreted] != nil else {
            return self
        }
        var run = self
        var told = RunResult(.exited)
        told.exitCode = 1
        told.errors = Array((result.diagnostics ?? "").utf8)
        told.cpuTime = result.compiling?.cpuTime
        told.wallTime = result.compiling?.wallTime
        told.peakMemory = result.compiling?.peakMemory
        run.result = told
        return run
    }
}

/// Which parts of a submission are answered, in which order.
public struct Judge0Fields: Hashable, Sendable {
    /// The names.
    public let names: [String]

    /// What is answered where nothing is said.
    static let usual = ["stdout", "time", "memory", "stderr", "token", "compile_output", "message", "status"]

    /// Everything that there is.
    static let all = [
        "source_code", "language_id", "stdin", "expected_output", "stdout", "status_id", "created_at", "finished_at",
        "time", "memory", "stderr", "token", "number_of_runs", "cpu_time_limit", "cpu_extra_time", "wall_time_limit",
        "memory_limit", "stack_limit", "max_processes_and_or_threads", "enable_per_process_and_thread_time_limit",
        "enable_per_process_and_thread_memory_limit", "max_file_size", "compile_output", "exit_code", "exit_signal",
        "message", "wall_time", "compiler_options", "command_line_arguments", "redirect_stderr_to_stdout",
        "callback_url", "additional_files", "enable_network", "status", "language",
    ]

    /// What versions behind 1.13.1 have besides: clients of that version stumble over it when they did not ask for it.
    static let newer = ["started_at", "queued_at", "updated_at", "queue_host", "execution_host"]

    /// The usual ones.
    public init() { self.init(names: Judge0Fields.usual) }

    private init(names: [String]) { self.names = names }

    /// The fields that a request names, as in `stdout,time`; nil: the usual ones; `*`: all.
    public init(_ text: String?) throws(Judge0Complaint) {
        guard let text, !text.isEmpty else {
            self.init()
            return
        }
        if text == "*" {
            self.init(names: Judge0Fields.all)
            return
        }
        let asked = text.split(separator: ",").map { $0.drop { $0 == " " } }.map(String.init)
        let unknown = asked.filter { !(Judge0Fields.all + Judge0Fields.newer).contains($0) }
        guard unknown.isEmpty else {
            throw Judge0Complaint(400, "invalid fields: [\(unknown.joined(separator: ", "))]")
        }
        self.init(names: asked)
    }

    /// Whether one of these is asked for.
    public func wants(_ name: String) -> Bool { names.contains(name) }
}

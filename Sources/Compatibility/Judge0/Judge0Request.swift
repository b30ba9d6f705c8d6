internal import Core
internal import Languages
public import Service

/// One submission as Judge0's clients send it, read and checked.
public enum Judge0Request {
    /// The notes under which a submission's own words are kept.
    enum Note {
        static let language = "judge0.language"
        static let expected = "judge0.expectedText"
        static let mixed = "judge0.redirect"
        static let limits = "judge0.limits"
        static let arguments = "judge0.arguments"
        static let callback = "judge0.callback"
        /// Of a language that is run from its source, whatever is checked before.
        static let interpreted = "judge0.interpreted"
    }

    /// The run that `body` asks for.
    ///
    /// - Parameters:
    ///   - body: The submission.
    ///   - isBase64: Whether its texts are in Base64.
    ///   - languages: The languages that there are.
    /// - Returns: The run, with notes by which an answer is made of it later.
    /// - Throws: What Judge0 would say to it.
    public static func order(
        _ body: JSONValue,
        isBase64: Bool,
        languages: Judge0Languages
    ) throws(Judge0Complaint) -> RunOrder {
        guard case .object = body else { throw Judge0Complaint(400, "a submission is a JSON object") }
        var form = Judge0Form(body: body, isBase64: isBase64)
        let source = form.text("source_code", isNeeded: true)
        let language = form.language(languages)
        let input = form.text("stdin") ?? []
        let expected = form.text("expected_output")
        let arguments = form.arguments()
        var bounds: [String: Double] = [:]
        for field in Judge0Bounds.all { bounds[field.name] = form.number(field) }
        form.refuse("compiler_options", "compiler options cannot be set: a language's own are used")
        form.refuse("additional_files", "additional files are not taken: use the native API for several files")
        form.refuse("enable_network", "this option cannot be enabled")
        let callback = form.address("callback_url")
        guard form.complaints.isEmpty, let language, let source else { throw Judge0Complaint(fields: form.complaints) }

        func bound(_ field: Judge0Bounds.Field) -> Double { bounds[field.name] ?? field.usual }
        var notes = [Note.language: String(language.id), Note.limits: limits(bounds)]
        if let expected {
            notes[Judge0Expectation.note] = Judge0Expectation(expected).digest
            // A longer one is known by its digest alone.
            if expected.count <= 4096, let text = String(validating: expected, as: UTF8.self) {
                notes[Note.expected] = text
            }
        }
        if form.flag("redirect_stderr_to_stdout") { notes[Note.mixed] = "yes" }
        if let line = form.plain("command_line_arguments") { notes[Note.arguments] = line }
        if let callback { notes[Note.callback] = callback }
        if !language.offered.isCompiled { notes[Note.interpreted] = "yes" }
        return RunOrder(
            language: language.offered.profile.id,
            files: [.init(name: language.offered.fileName, content: source)],
            input: input,
            arguments: arguments,
            bounds: .init(
                time: bound(Judge0Bounds.time),
                wall: bound(Judge0Bounds.wall),
                memory: .kibibytes(Int(bound(Judge0Bounds.memory))),
                output: .kibibytes(max(1, Int(bound(Judge0Bounds.fileSize))))
            ),
            notes: notes,
            callback: callback
        )
    }

    /// The limits that were stated, as `fields=*` tells them again.
    private static func limits(_ bounds: [String: Double]) -> String {
        bounds.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    }

    /// The submissions of a batch; at most twenty, as by default there.
    public static func batch(_ body: JSONValue) throws(Judge0Complaint) -> [JSONValue] {
        guard case .list(let items)? = body["submissions"] else {
            throw Judge0Complaint(400, "there should be a list \"submissions\"")
        }
        guard !items.isEmpty else { throw Judge0Complaint(400, "there should be at least one submission in a batch") }
        guard items.count <= 20 else {
            throw Judge0Complaint(400, "number of submissions in a batch should be less than or equal to 20")
        }
        return items
    }
}

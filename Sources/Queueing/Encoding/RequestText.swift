/// A request as the text that engines store: JSON, so that whoever looks into a database can read it.
public enum RequestText {
    /// The request as one line of JSON; the same request is always the same text.
    public static func encode(_ request: JudgingRequest) -> String {
        var members: [(String, JSONText)] = [
            ("problem", .text(request.problem.name)),
            ("package", .text(request.problem.package.rawValue)),
            ("language", .text(request.language)),
            (
                "files",
                .list(
                    request.files.map {
                        .object([("name", .text($0.name)), ("sha256", .text($0.content.rawValue))])
                    }
                )
            ),
        ]
        if let entry = request.entry { members.append(("entry", .text(entry))) }
        if request.options.samplesOnly { members.append(("samples", .flag(true))) }
        if request.options.allTests { members.append(("allTests", .flag(true))) }
        if let time = request.options.timeLimitMilliseconds { members.append(("timeMilliseconds", .number(time))) }
        if let memory = request.options.memoryLimitBytes { members.append(("memoryBytes", .number(memory))) }
        if let run = request.run { members.append(("run", .object(encode(run)))) }
        if !request.notes.isEmpty {
            let notes = request.notes.sorted { $0.key < $1.key }.map { ($0.key, JSONText.text($0.value)) }
            members.append(("notes", .object(notes)))
        }
        return JSONText.object(members).text
    }

    /// The request that was stored as `text`; nil when it is none.
    ///
    /// What a newer Assay has added is passed over.
    public static func decode(_ text: String) -> JudgingRequest? {
        guard let json = JSONText(parsing: text),
            let problem = json["problem"]?.string,
            let package = json["package"]?.string,
            let language = json["language"]?.string,
            case .list(let list)? = json["files"]
        else { return nil }
        var files: [JudgingRequest.File] = []
        for item in list {
            guard let name = item["name"]?.string, let digest = item["sha256"]?.string else { return nil }
            files.append(JudgingRequest.File(name: name, content: ContentDigest(rawValue: digest)))
        }
        var notes: [String: String] = [:]
        if case .object(let members)? = json["notes"] {
            for (key, value) in members { notes[key] = value.string }
        }
        var request = JudgingRequest(
            problem: .init(name: problem, package: ContentDigest(rawValue: package)),
            language: language,
            files: files,
            entry: json["entry"]?.string,
            options: .init(
                samplesOnly: json["samples"]?.boolean ?? false,
                allTests: json["allTests"]?.boolean ?? false,
                timeLimitMilliseconds: json["timeMilliseconds"]?.integer,
                memoryLimitBytes: json["memoryBytes"]?.integer
            ),
            notes: notes
        )
        if let run = json["run"] {
            guard let decoded = decode(run) else { return nil }
            request.run = decoded
        }
        return request
    }

    private static func encode(_ run: JudgingRequest.Run) -> [(String, JSONText)] {
        var members: [(String, JSONText)] = [("input", .text(run.input.rawValue))]
        if !run.arguments.isEmpty { members.append(("arguments", .list(run.arguments.map(JSONText.text)))) }
        if let wall = run.wallTimeMilliseconds { members.append(("wallMilliseconds", .number(wall))) }
        if let output = run.outputLimitBytes { members.append(("outputBytes", .number(output))) }
        return members
    }

    private static func decode(_ json: JSONText) -> JudgingRequest.Run? {
        guard let input = json["input"]?.string else { return nil }
        var arguments: [String] = []
        if case .list(let items)? = json["arguments"] { arguments = items.compactMap(\.string) }
        return JudgingRequest.Run(
            input: ContentDigest(rawValue: input),
            arguments: arguments,
            wallTimeMilliseconds: json["wallMilliseconds"]?.integer,
            outputLimitBytes: json["outputBytes"]?.integer
        )
    }
}

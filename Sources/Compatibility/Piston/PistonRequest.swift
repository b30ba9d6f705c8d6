internal import Core
internal import Languages
public import Service

/// What Piston answers to what it cannot do.
public struct PistonComplaint: Error, Hashable, Sendable {
    /// The status code.
    public var status: Int
    /// What is wrong.
    public var message: String

    /// A refusal.
    public init(_ status: Int, _ message: String) {
        self.status = status
        self.message = message
    }

    /// The body.
    public var body: JSONValue { .object([.init("message", .text(message))]) }
}

/// A request to execute something, as Piston's clients send it, read and checked.
public enum PistonRequest {
    /// The run that `body` asks for, and by which runtime.
    ///
    /// - Throws: What Piston would say to it.
    public static func order(
        _ body: JSONValue,
        runtimes: PistonRuntimes
    ) throws(PistonComplaint) -> (order: RunOrder, runtime: PistonRuntimes.Runtime) {
        let language = try text(body, "language"), version = try text(body, "version")
        guard case .list(let items)? = body["files"] else {
            throw PistonComplaint(400, "files is required as an array")
        }
        // No name and no range of versions is longer, and both are echoed.
        guard language.utf8.count <= 100, version.utf8.count <= 100 else {
            throw PistonComplaint(400, "language and version have at most 100 bytes each")
        }
        guard let range = VersionRange(version), let runtime = runtimes.find(language, range) else {
            throw PistonComplaint(400, "\(language)-\(version) runtime is unknown")
        }
        let files = try files(items, runtime.language)
        var input: [UInt8] = []
        if let given = body.given("stdin") {
            guard case .text(let text) = given else { throw PistonComplaint(400, "stdin must be a string") }
            input = Array(text.utf8)
        }
        let run = try milliseconds(body, "run_timeout", usual: 3000)
        let cpu = try milliseconds(body, "run_cpu_time", usual: run)
        // How long a compiler may take is the language's own affair; what is no number is still told.
        for name in ["compile_timeout", "compile_cpu_time"] { _ = try milliseconds(body, name, usual: 10_000) }
        for name in ["compile_memory_limit"] { _ = try memory(body, name) }
        let order = RunOrder(
            language: runtime.language.profile.id,
            files: files,
            entry: files.count > 1 ? files[0].name : nil,
            input: input,
            arguments: try arguments(body),
            bounds: .init(
                time: Double(min(cpu, run)) / 1000,
                wall: Double(run) / 1000,
                memory: try memory(body, "run_memory_limit"),
                output: .mebibytes(8)
            )
        )
        return (order, runtime)
    }

    private static func text(_ body: JSONValue, _ name: String) throws(PistonComplaint) -> String {
        guard case .text(let text)? = body[name], !text.isEmpty else {
            throw PistonComplaint(400, "\(name) is required as a string")
        }
        return text
    }

    private static func arguments(_ body: JSONValue) throws(PistonComplaint) -> [String] {
        guard let given = body.given("args") else { return [] }
        guard case .list(let items) = given else { throw PistonComplaint(400, "args must be an array") }
        guard items.count <= 1000 else { throw PistonComplaint(400, "args has at most 1000 strings") }
        var words: [String] = []
        var size = 0
        for item in items {
            guard case .text(let word) = item else { throw PistonComplaint(400, "args must be an array of strings") }
            guard !word.utf8.contains(0) else { throw PistonComplaint(400, "args must be without NUL") }
            size += word.utf8.count
            guard size <= 1 << 16 else { throw PistonComplaint(400, "args has at most 64 KiB") }
            words.append(word)
        }
        return words
    }

    /// The longest time that a run may ask for.
    static let longest = 60_000

    private static func milliseconds(_ body: JSONValue, _ name: String, usual: Int) throws(PistonComplaint) -> Int {
        let value: Double
        switch body.given(name) {
        case nil: return usual
        case let given?:
            guard let number = given.double else {
                throw PistonComplaint(400, "if specified, \(name) must be a number")
            }
            value = number
        }
        guard value >= 0 else { throw PistonComplaint(400, "\(name) must be non-negative") }
        guard value <= Double(longest) else {
            throw PistonComplaint(400, "\(name) cannot exceed the configured limit of \(longest)")
        }
        // 0 would be no limit; it is the least there is.
        return max(1, Int(value))
    }

    /// Memory in bytes; -1 is as much as anybody may have.
    private static func memory(_ body: JSONValue, _ name: String) throws(PistonComplaint) -> ByteCount {
        let most = 2 << 30
        guard let given = body.given(name) else { return .mebibytes(512) }
        guard let number = given.double else { throw PistonComplaint(400, "if specified, \(name) must be a number") }
        if number == -1 { return .mebibytes(512) }
        guard number >= 0 else { throw PistonComplaint(400, "\(name) must be non-negative") }
        guard number <= Double(most) else {
            throw PistonComplaint(400, "\(name) cannot exceed the configured limit of \(most)")
        }
        return ByteCount(max(Int(number), 1 << 20))
    }

    private static func files(
        _ items: [JSONValue],
        _ language: OfferedLanguage
    ) throws(PistonComplaint) -> [Submission.SourceFile] {
        guard !items.isEmpty else { throw PistonComplaint(400, "files must include at least one file") }
        guard items.count <= 100 else { throw PistonComplaint(400, "files must be at most 100") }
        let known = language.profile.extensions + language.profile.companions
        var files: [Submission.SourceFile] = []
        for (place, item) in items.enumerated() {
            guard case .text(let content)? = item["content"] else {
                throw PistonComplaint(400, "files[\(place)].content is required as a string")
            }
            var name: String
            switch item.given("name") {
            // Some clients send an empty name for none.
            case nil, .text("")?: name = place == 0 ? language.fileName : "file\(place)"
            case .text(let given)?: name = given
            default: throw PistonComplaint(400, "files[\(place)].name must be a string")
            }
            // What a box takes no file by is refused here: a run that cannot be would be nobody's mistake but ours.
            guard BoxFile.isAcceptable(path: name), !name.contains("/"), !name.hasPrefix("-"), name.utf8.count <= 200
            else { throw PistonComplaint(400, "files[\(place)].name must be a name without directories") }
            // By their extensions it is known what is compiled; Piston goes by the language alone.
            let suffix = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last.map(String.init)
            if place == 0, !known.contains(suffix ?? "") { name += "." + (language.profile.extensions.first ?? "txt") }
            guard !files.contains(where: { $0.name == name }) else {
                throw PistonComplaint(400, "files[\(place)].name is there already")
            }
            let bytes = try decoded(content, item.given("encoding"), place)
            guard bytes.count <= SubmissionOrder.fileLimit else {
                throw PistonComplaint(400, "files[\(place)].content has more than \(SubmissionOrder.fileLimit) bytes")
            }
            files.append(.init(name: name, content: bytes))
        }
        return files
    }

    private static func decoded(
        _ content: String,
        _ encoding: JSONValue?,
        _ place: Int
    ) throws(PistonComplaint) -> [UInt8] {
        let bytes: [UInt8]?
        switch encoding {
        case nil, .text("utf8")?: bytes = Array(content.utf8)
        case .text("base64")?: bytes = LooseBase64.decode(content)
        case .text("hex")?: bytes = hexadecimal(content)
        default: throw PistonComplaint(400, "files[\(place)].encoding must be utf8, base64 or hex")
        }
        guard let bytes else { throw PistonComplaint(400, "files[\(place)].content is not what its encoding says") }
        return bytes
    }

    private static func hexadecimal(_ text: String) -> [UInt8]? {
        let digits = text.compactMap(\.hexDigitValue)
        guard digits.count == text.count, digits.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}

public import Access
internal import Core

/// What somebody wants to have judged or run, as a request's body says it, with nothing looked up yet.
public struct SubmissionOrder: Sendable {
    /// One source file.
    public struct File: Hashable, Sendable {
        /// Its name.
        public var name: String
        /// Its bytes.
        public var content: [UInt8]

        /// A file of that name and content.
        public init(name: String, content: [UInt8]) {
            self.name = name
            self.content = content
        }
    }

    /// Where the end of a submission is told.
    public struct Webhook: Hashable, Sendable {
        /// The address.
        public var url: String
        /// What signs the message; nil: a secret that the service keeps for the tenant and that address.
        public var secret: String?
        /// In which form it is told; nil: as Standard Webhooks lays it down.
        public var style: String?

        /// A webhook at that address.
        public init(url: String, secret: String? = nil, style: String? = nil) {
            self.url = url
            self.secret = secret
            self.style = style
        }
    }

    /// The source files.
    public var files: [File]
    /// The name of the problem; nil: a plain run.
    public var problem: String?
    /// The language; nil: it is told from the files.
    public var language: String?
    /// The file (or class) to start.
    public var entry: String?
    /// Whether the samples alone are run.
    public var samplesOnly = false
    /// Whether tests go on behind the first that is not accepted.
    public var allTests = false
    /// Standard input of a plain run.
    public var input: [UInt8] = []
    /// Arguments of a plain run.
    public var arguments: [String] = []
    /// CPU time, in milliseconds.
    public var timeMilliseconds: Int?
    /// Time on the clock, in milliseconds.
    public var wallMilliseconds: Int?
    /// Memory, in bytes.
    public var memoryBytes: Int?
    /// Output, in bytes.
    public var outputBytes: Int?
    /// Jobs of a higher one go first.
    public var priority = 0
    /// What a worker must have besides the language.
    public var labels: [String] = []
    /// Where its end is told.
    public var webhook: Webhook?
    /// By which the same order that comes twice is known.
    public var key: String?
    /// Where in the body it is, for errors.
    public var path = ""
    /// What whoever enqueues it wants to find with it again.
    public var notes: [String: String] = [:]

    /// A plain run, or (with a problem) a submission of these files.
    public init(files: [File], problem: String? = nil, language: String? = nil) {
        self.files = files
        self.problem = problem
        self.language = language
    }

    /// Bytes of one file.
    public static let fileLimit = 16 << 20
    private static let fileCount = 100

    /// Reads an order from the object of a body.
    ///
    /// - Throws: `Fault` for what is missing, unknown, wrong, or an admin's alone.
    public init(_ reader: inout BodyReader, by identity: Identity) throws(Fault) {
        self.init(files: try Self.files(&reader), problem: try reader.text("problem"))
        path = reader.path
        language = try reader.text("language")
        entry = try reader.text("entry")
        try readKind(&reader)
        try readLimits(&reader, isAdmin: identity.may(.admin))
        priority = try reader.integer("priority", in: -100...100) ?? 0
        if priority > 0, !identity.may(.admin) {
            throw Fault(.forbidden, "a priority above 0 is for an admin", at: reader.pointer("priority"))
        }
        labels = try reader.texts("labels", limit: 60) ?? []
        if !labels.isEmpty, !identity.may(.admin) {
            throw Fault(.forbidden, "labels are for an admin", at: reader.pointer("labels"))
        }
        if let value = reader.value("webhook") {
            var part = try BodyReader(value, at: reader.pointer("webhook"))
            guard let url = try part.text("url") else { throw Fault(.invalidField, "url is missing", at: part.path) }
            webhook = Webhook(url: url, secret: try part.text("secret"))
            try part.finish()
        }
    }

    private mutating func readKind(_ reader: inout BodyReader) throws(Fault) {
        if problem != nil {
            samplesOnly = try reader.flag("samples")
            allTests = try reader.flag("allTests")
            for name in ["stdin", "arguments"] where reader.value(name) != nil {
                throw Fault(.invalidField, "this is for plain runs, without a problem", at: reader.pointer(name))
            }
            return
        }
        input = try reader.content("stdin", limit: Self.fileLimit) ?? []
        arguments = try reader.texts("arguments", limit: 1000) ?? []
        let isPlain =
            arguments.allSatisfy { !$0.utf8.contains(0) } && arguments.reduce(0) { $0 + $1.utf8.count } <= 1 << 16
        guard isPlain else {
            throw Fault(.invalidField, "arguments have no NUL, and 64 KiB at most", at: reader.pointer("arguments"))
        }
        for name in ["samples", "allTests"] where reader.value(name) != nil {
            throw Fault(.invalidField, "this is for problems, and none is named", at: reader.pointer(name))
        }
    }

    private mutating func readLimits(_ reader: inout BodyReader, isAdmin: Bool) throws(Fault) {
        guard let value = reader.value("limits") else { return }
        var limits = try BodyReader(value, at: reader.pointer("limits"))
        if problem != nil, !isAdmin {
            throw Fault(.forbidden, "a problem has its limits; others are for an admin", at: limits.path)
        }
        // What nobody could mean is refused to everybody; what is dear, to those who do not run this service.
        let longest = isAdmin ? 3600 : 60
        timeMilliseconds = try limits.seconds("time", limit: longest)
        let memory = isAdmin ? Ceilings.memory.bytes : 2 << 30
        memoryBytes = try limits.integer("memory", in: 1 << 20...memory)
        if problem == nil {
            wallMilliseconds = try limits.seconds("wall", limit: isAdmin ? 3600 : 2 * longest + 10)
            outputBytes = try limits.integer("output", in: 1...(isAdmin ? Ceilings.output.bytes : 64 << 20))
        }
        try limits.finish()
    }

    private static func files(_ reader: inout BodyReader) throws(Fault) -> [File] {
        guard let value = reader.value("files") else {
            throw Fault(.invalidField, "files are missing", at: reader.pointer("files"))
        }
        guard let members = value.members, !members.isEmpty, members.count <= fileCount else {
            throw Fault(.invalidField, "this must be an object of 1 to \(fileCount) files", at: reader.pointer("files"))
        }
        let files = try BodyReader(value, at: reader.pointer("files"))
        var result: [File] = []
        for member in members {
            let path = files.pointer(member.name)
            let name = member.name
            guard BoxFile.isAcceptable(path: name), !name.contains("/"), !name.hasPrefix("-"), name.utf8.count <= 255
            else {
                throw Fault(.invalidField, "this is no name that a source file can have", at: path)
            }
            result.append(File(name: name, content: try BodyReader.content(member.value, at: path, limit: fileLimit)))
        }
        return result
    }
}

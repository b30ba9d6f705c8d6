internal import Core

/// The files that a validator left in its feedback directory.
struct Feedback: Sendable {
    private let files: [BoxFile]

    /// How many files there may be.
    static let mostFiles = 64

    /// The name of the next pass's input.
    static let nextPass = "nextpass.in"

    init(_ files: [BoxFile]) { self.files = files }

    /// What is left for the validator's next pass: everything but the input of that.
    var remaining: [BoxFile] { files.filter { $0.path != Feedback.nextPass } }

    /// The whole of a small file; nil where there is none.
    func bytes(_ path: String) throws(ByteSourceFailure) -> [UInt8]? {
        guard let file = file(path) else { return nil }
        return try file.content.bytes(upTo: 4096)
    }

    /// The beginning of a message; empty where there is none.
    func message(_ path: String) throws(ByteSourceFailure) -> String {
        guard let file = file(path) else { return "" }
        return try BoundedText([file.content], limit: BoundedText.messageLimit).text
    }

    /// A file, by its name.
    func file(_ path: String) -> BoxFile? { files.first { $0.path == path } }
}

internal import Queueing

/// What Judge0's clients call a submission: a UUID, which some of them insist on.
///
/// It is the submission's id and nothing else, between what makes a UUID of it: `6f0c…` of 16 digits is
/// `6f0c1d2e-3a4b-45c6-8d00-6a7564676530`, whose version says random, as Judge0's do, and whose last part says judge0.
struct Judge0Token: Hashable, Sendable {
    /// As clients are told it; an id that is none of ours is told as it is.
    let text: String
    /// The submission's id.
    let id: JobID

    private static let end = "00-6a7564676530"

    /// The token of a submission.
    init(_ id: JobID) {
        self.id = id
        let digits = Array(id.rawValue)
        guard digits.count == 16, digits.allSatisfy(Self.isDigit) else {
            text = id.rawValue
            return
        }
        func part(_ range: Range<Int>) -> String { String(digits[range]) }
        text = "\(part(0..<8))-\(part(8..<12))-4\(part(12..<15))-8\(part(15..<16))\(Self.end)"
    }

    /// The token that a client has sent: one of ours in either case, or the id itself.
    init(reading text: String) {
        let lowered = text.lowercased()
        let digits = Array(lowered)
        let id =
            digits.count == 36
            ? String(digits[0..<8] + digits[9..<13] + digits[15..<18] + digits[20..<21]) : text
        let made = Judge0Token(JobID(rawValue: id))
        // Every other UUID is nobody's.
        self = made.text == lowered ? made : Judge0Token(id: JobID(rawValue: text), text: text)
    }

    private init(id: JobID, text: String) {
        self.id = id
        self.text = text
    }

    private static func isDigit(_ character: Character) -> Bool {
        ("0"..."9").contains(character) || ("a"..."f").contains(character)
    }
}

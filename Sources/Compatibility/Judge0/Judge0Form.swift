internal import Service
internal import Webhooks

/// Reads the fields of a submission and keeps what is wrong with them, so that all of it is told at once.
struct Judge0Form {
    let body: JSONValue
    let isBase64: Bool
    private(set) var complaints: [(name: String, message: String)] = []

    init(body: JSONValue, isBase64: Bool) {
        self.body = body
        self.isBase64 = isBase64
    }

    mutating func complain(_ name: String, _ message: String) { complaints.append((name, message)) }

    /// A field that is not to be given; what is false or empty asks for nothing.
    mutating func refuse(_ name: String, _ message: String) {
        switch body.given(name) {
        case nil, .flag(false)?, .text("")?: break
        default: complain(name, message)
        }
    }

    /// A text of the kind that is in Base64 where the request says so.
    mutating func text(_ name: String, isNeeded: Bool = false) -> [UInt8]? {
        guard let value = body.given(name) else {
            if isNeeded { complain(name, "can't be blank") }
            return nil
        }
        guard case .text(let text) = value else {
            complain(name, "is not a text")
            return nil
        }
        let bytes = isBase64 ? LooseBase64.decode(text) : Array(text.utf8)
        guard let bytes else {
            complain(name, "is not Base64")
            return nil
        }
        guard bytes.count <= SubmissionOrder.fileLimit else {
            complain(name, "is too long (maximum is \(SubmissionOrder.fileLimit) bytes)")
            return nil
        }
        if isNeeded, bytes.allSatisfy({ $0 == 32 || (9...13).contains($0) }) {
            complain(name, "can't be blank")
            return nil
        }
        return bytes
    }

    /// A text that is never in Base64; nil where it is empty.
    func plain(_ name: String) -> String? {
        guard case .text(let text)? = body.given(name), !text.isEmpty else { return nil }
        return text
    }

    /// Where something is told; nil where it is not given.
    mutating func address(_ name: String) -> String? {
        switch body.given(name) {
        case nil, .text("")?: return nil
        case .text(let text)?:
            do throws(EndpointFlaw) {
                return try EndpointURL(text).text
            } catch {
                complain(name, "\(error)")
            }
        default: complain(name, "is not a text")
        }
        return nil
    }

    func flag(_ name: String) -> Bool {
        switch body.given(name) {
        case .flag(let flag)?: flag
        case .text(let text)?: text == "true"
        default: false
        }
    }

    /// A limit; nil where it is not stated.
    ///
    /// Many clients send numbers as texts.
    mutating func number(_ field: Judge0Bounds.Field) -> Double? {
        let value: Double? =
            switch body.given(field.name) {
            case nil: nil
            case .text(let text)?: Double(text) ?? .nan
            case let other?: other.double ?? .nan
            }
        guard let value else { return nil }
        if !value.isFinite {
            complain(field.name, "is not a number")
        } else if field.isWhole, value != value.rounded() {
            complain(field.name, "must be an integer")
        } else if value > field.most {
            complain(field.name, "must be less than or equal to \(Self.shown(field.most))")
        } else if value < field.least {
            complain(field.name, "must be greater than or equal to \(Self.shown(field.least))")
        } else if value == 0, field.name == Judge0Bounds.time.name {
            // No limit at all is what nobody may ask for.
            complain(field.name, "must be greater than 0")
        } else {
            return value
        }
        return nil
    }

    private static func shown(_ number: Double) -> String {
        number == number.rounded() ? String(Int(number)) : String(number)
    }

    mutating func language(_ languages: Judge0Languages) -> (id: Int, offered: OfferedLanguage)? {
        let id: Int? =
            switch body.given("language_id") {
            case .text(let text)?: Int(text)
            case let other?: other.double.flatMap { Int(exactly: $0) }
            case nil: nil
            }
        guard body.given("language_id") != nil else {
            complain("language_id", "can't be blank")
            return nil
        }
        guard let id else {
            complain("language_id", "is not a number")
            return nil
        }
        guard let language = languages[id] else {
            complain("language_id", "language with id \(id) doesn't exist")
            return nil
        }
        guard language.isAvailable else {
            complain("language_id", "language with id \(id) is archived and cannot be used: no worker has it")
            return nil
        }
        return (id, language)
    }

    mutating func arguments() -> [String] {
        guard let line = plain("command_line_arguments") else { return [] }
        guard line.utf8.count <= 512 else {
            complain("command_line_arguments", "is too long (maximum is 512 characters)")
            return []
        }
        guard !line.utf8.contains(0) else {
            complain("command_line_arguments", "has a NUL in it")
            return []
        }
        guard let words = ShellWords.split(line) else {
            complain("command_line_arguments", "has a quote that is not closed")
            return []
        }
        return words
    }
}

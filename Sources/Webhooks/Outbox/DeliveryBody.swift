internal import Linux
internal import Queueing

extension Delivery {
    /// The body of the message in the form of Standard Webhooks: `type`, `timestamp` and `data`.
    ///
    /// It says what happened, and where to read more with a key; never anything that only some keys may see.
    public var standardBody: [UInt8] { standardBody(withReason: false) }

    /// The same; `withReason`: also why a submission was given up, which is for whoever runs the service: it names workers
    /// and files of theirs.
    func standardBody(withReason: Bool) -> [UInt8] {
        var data = [
            ("id", quoted(job.rawValue)), ("state", quoted(kind == .finished ? "done" : kind.rawValue)),
            ("tenant", quoted(tenant)), ("problem", quoted(problem)), ("language", quoted(language)),
            ("verdict", verdict.map(quoted) ?? "null"), ("score", score.map(Self.number) ?? "null"),
        ]
        if withReason, let reason { data.append(("reason", quoted(reason))) }
        data.append(("url", quoted("/v1/submissions/\(job.rawValue)")))
        let members = [
            ("type", quoted("submission.\(kind.rawValue)")),
            ("timestamp", quoted(Clock.utc(millisecondsSince1970: at.milliseconds))),
            ("data", object(data)),
        ]
        return Array(object(members).utf8)
    }

    private static func number(_ value: Double) -> String {
        guard value.isFinite else { return "null" }
        return value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }

    private func object(_ members: [(String, String)]) -> String {
        "{" + members.map { quoted($0.0) + ":" + $0.1 }.joined(separator: ",") + "}"
    }

    private func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case _ where scalar.value < 32 || (127...159).contains(scalar.value):
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

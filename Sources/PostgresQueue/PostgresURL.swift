public import Queueing

/// A database's URL as programs are given it: what libpq takes, and with it parameters that only the queue knows.
///
/// | parameter | what it says |
/// |---|---|
/// | `assay_schema=NAME` | the schema that the queue's tables are in |
/// | `assay_pooler=transaction` | a pooler is between, which gives every transaction another connection |
/// | `assay_listen=HOST:PORT` | where the server itself is, past the pooler: notifications are heard there |
public struct PostgresURL: Hashable, Sendable {
    /// What libpq is given.
    public let address: String
    /// How the database is used.
    public let settings: PostgresSettings

    /// How often is looked where nothing can be heard.
    private static let pollInterval = Duration.milliseconds(200)

    /// Reads a URL.
    ///
    /// - Throws: `invalid` for a parameter that begins with `assay_` and is none of ours, or says what it cannot.
    public init(_ url: String) throws(QueueError) {
        let parts = url.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var rest: [Substring] = []
        var settings = PostgresSettings()
        var listen: String?
        for item in (parts.count > 1 ? parts[1] : "").split(separator: "&") {
            let pair = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let value = pair.count > 1 ? pair[1] : ""
            switch pair[0] {
            case "assay_schema": settings.schema = value
            case "assay_pooler" where value == "transaction":
                settings.prepares = false
                settings.listening = .polling
                settings.pollInterval = Self.pollInterval
            case "assay_pooler": throw .invalid("assay_pooler=\(value): only transaction needs to be said")
            case "assay_listen" where Self.isPlace(value): listen = value
            case "assay_listen": throw .invalid("assay_listen=\(value): write HOST:PORT, as in db.example:5432")
            case let name where name.hasPrefix("assay_"):
                throw .invalid("\(name): the queue knows assay_schema, assay_pooler and assay_listen")
            default: rest.append(item)
            }
        }
        let query = rest.isEmpty ? "" : "?" + rest.joined(separator: "&")
        address = parts[0] + query
        if let listen {
            settings.listening = .at(Self.moved(String(parts[0]), to: listen) + query)
            settings.pollInterval = PostgresSettings().pollInterval
        }
        self.settings = settings
    }

    private static func isPlace(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                (48...58).contains(byte) || (97...122).contains(byte | 32) || [45, 46, 91, 93, 95].contains(byte)
            }
    }

    /// The URL with another host and port; user, password and database stay.
    private static func moved(_ url: String, to place: String) -> String {
        guard let scheme = url.firstRange(of: "://") else { return url }
        let behind = url[scheme.upperBound...]
        let end = behind.firstIndex(of: "/") ?? behind.endIndex
        // A password may have an @ in it where it was not written as %40.
        let user = behind[..<end].lastIndex(of: "@").map { behind[...$0] } ?? ""
        return url[..<scheme.upperBound] + user + place + behind[end...]
    }
}

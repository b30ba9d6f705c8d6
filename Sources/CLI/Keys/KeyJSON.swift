internal import Access
internal import Queueing

/// A key as `--json` shows it; never what its owner shows.
struct KeyJSON: Encodable {
    var id: String
    /// Only where it was just made.
    var key: String?
    var name: String
    var tenant: String
    var scopes: [String]
    var state: String
    var createdAt: String
    var expiresAt: String?
    var revokedAt: String?
    var lastUsedAt: String?

    init(_ record: KeyRecord, key: KeyText? = nil, now: Timestamp) {
        id = record.id
        self.key = key?.text
        name = record.name
        tenant = record.tenant
        scopes = Scope.allCases.filter(record.scopes.contains).map(\.rawValue)
        state = Self.state(of: record, now: now)
        createdAt = UTCTime.text(record.createdAt)
        expiresAt = record.expiresAt.map(UTCTime.text)
        revokedAt = record.revokedAt.map(UTCTime.text)
        lastUsedAt = record.lastUsedAt.map(UTCTime.text)
    }

    static func state(of record: KeyRecord, now: Timestamp) -> String {
        record.revokedAt != nil ? "revoked" : record.isValid(at: now) ? "valid" : "expired"
    }
}

internal import Access

/// Whose eyes something is for.
public enum Viewer: Hashable, Sendable {
    /// Who may know what is for candidates, and nothing of what is secret.
    case candidate
    /// Who may know everything.
    case admin

    /// The eyes of whoever has these rights.
    init(_ identity: Identity) { self = identity.may(.admin) ? .admin : .candidate }
}

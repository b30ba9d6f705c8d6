/// What somebody may do.
public enum Scope: String, CaseIterable, Sendable {
    /// Enqueue submissions and runs, and cancel those of one's own tenant.
    case submit
    /// Read jobs, events and reports of one's own tenant, without what is secret in a problem.
    case read
    /// Everything, of all tenants.
    case admin
}

public import Core

/// A step of a grading that is worth showing while it goes on.
///
/// Events come in package order.
public enum GradingEvent: Sendable, Hashable {
    /// The submission was compiled, or refused.
    case compiled(Report.Compile)
    /// The test at `index` of `total` was judged. Tests that are skipped have no event.
    case test(index: Int, Report.Test, total: Int)
}

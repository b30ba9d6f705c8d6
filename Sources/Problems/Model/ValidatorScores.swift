/// Whether a legacy package's validators give scores.
public enum ValidatorScores: Hashable, Sendable {
    /// A score is a mistake.
    case never
    /// Whatever they accept has one (`validation: custom score`).
    case always
    /// What has none has the group's `accept_score` (2023-07-draft, which has no word for it).
    case sometimes
}

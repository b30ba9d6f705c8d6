/// Which jobs are kept when they have ended; their reports, events and unused content go with them.
public struct RetentionRule: Hashable, Sendable {
    /// Jobs that ended longer ago are removed; nil: never for their age.
    public var age: Duration?
    /// Of jobs that have ended only so many are kept, the latest ones; nil: however many there are.
    public var count: Int?
    /// Content that no job and no pushed package needs is kept so long after it was stored or asked for last.
    public var unusedContentAge: Duration

    /// A rule with these bounds.
    public init(
        age: Duration? = .seconds(30 * 86_400),
        count: Int? = 1_000_000,
        unusedContentAge: Duration = .seconds(3600)
    ) {
        self.age = age
        self.count = count
        self.unusedContentAge = unusedContentAge
    }
}

/// What tidying up has removed.
public struct Removed: Hashable, Sendable {
    /// Jobs, with all that belonged to them.
    public var jobs: Int
    /// Pieces of content.
    public var contents: Int
    /// Whether there is more to remove, and it pays to call again.
    public var isMore: Bool

    /// So much was removed.
    public init(jobs: Int = 0, contents: Int = 0, isMore: Bool = false) {
        self.jobs = jobs
        self.contents = contents
        self.isMore = isMore
    }
}

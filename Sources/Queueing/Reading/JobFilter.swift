/// Which jobs are meant: those to which all that is said here applies.
public struct JobFilter: Hashable, Sendable {
    /// In one of these states; empty: in any.
    public var states: Set<JobState>
    /// Of that tenant.
    public var tenant: String?
    /// For the problem of that name.
    public var problem: String?
    /// That ended before.
    public var endedBefore: Timestamp?

    /// All jobs, unless said otherwise.
    public init(
        states: Set<JobState> = [],
        tenant: String? = nil,
        problem: String? = nil,
        endedBefore: Timestamp? = nil
    ) {
        self.states = states
        self.tenant = tenant
        self.problem = problem
        self.endedBefore = endedBefore
    }
}

/// Where a list of jobs goes on; lists go from the newest job to the oldest.
public struct JobCursor: Hashable, Sendable {
    /// The list goes on with jobs of smaller numbers.
    public var before: Int

    /// Goes on behind the job of that number.
    public init(before: Int) { self.before = before }

    /// The cursor written `text`; nil when it is none.
    public init?(text: String) {
        guard let number = Int(text), number >= 0 else { return nil }
        before = number
    }

    /// The cursor as it is handed out.
    public var text: String { String(before) }
}

/// A part of a list of jobs.
public struct JobPage: Hashable, Sendable {
    /// The jobs, the newest one first.
    public var jobs: [Job]
    /// Where the list goes on; nil: this is its end.
    public var next: JobCursor?

    /// A page with these parts.
    public init(jobs: [Job], next: JobCursor?) {
        self.jobs = jobs
        self.next = next
    }
}

/// One thing about this host that judging depends on.
public struct Finding: Sendable, Hashable {
    /// How it stands.
    public enum State: String, Sendable, CaseIterable {
        /// It is as it should be.
        case ok
        /// Judging does without it: with a wall less, or with figures that vary more.
        case degraded
        /// Nothing can be judged as long as it is so.
        case missing
    }

    /// What it is about.
    public enum Group: String, Sendable, CaseIterable {
        /// The machine, and who we are on it.
        case host
        /// What keeps programs in their boxes.
        case walls
        /// What enforces limits.
        case limits
        /// What makes times vary.
        case times
        /// Room for what is kept and for what runs.
        case room
        /// The parts of Assay itself.
        case installation
        /// A box that was really made.
        case trial
    }

    /// A word for programs, which stays the same: lower case, with hyphens.
    public let key: String
    /// What it is about.
    public let group: Group
    /// What it is, for people.
    public let name: String
    /// How it stands.
    public let state: State
    /// What was found, in one line.
    public let found: String
    /// What to do about it, in words; empty where there is nothing to do, or the command says it all.
    public private(set) var mend: String
    /// The command of a shell that does it; empty where there is nothing to do, and nowhere else.
    ///
    /// Words in capitals in it are the reader's to fill in, as in `ssh MACHINE`.
    public let command: String

    /// Something that is as it should be.
    static func ok(_ subject: Subject, _ found: String) -> Finding {
        Finding(subject, .ok, found, mend: "", command: "")
    }

    /// Something that judging does without.
    static func degraded(_ subject: Subject, _ found: String, mend: String = "", command: String) -> Finding {
        Finding(subject, .degraded, found, mend: mend, command: command)
    }

    /// Something that judging cannot do without.
    static func missing(_ subject: Subject, _ found: String, mend: String = "", command: String) -> Finding {
        Finding(subject, .missing, found, mend: mend, command: command)
    }

    private init(_ subject: Subject, _ state: State, _ found: String, mend: String, command: String) {
        precondition((state == .ok) == command.isEmpty, "\(subject.key): what is not ok has a command that mends it")
        key = subject.key
        group = subject.group
        name = subject.name
        self.state = state
        self.found = found
        self.mend = mend
        self.command = command
    }
}

extension Finding {
    /// The same, with its command to be given outside of the container that we are in.
    var outsideOfContainer: Finding {
        guard state != .ok else { return self }
        var finding = self
        finding.mend = mend.isEmpty ? "on the machine that runs this container:" : "on the container's machine: " + mend
        return finding
    }

    /// What a finding is about, whatever was found.
    struct Subject: Hashable, Sendable {
        let key: String
        let group: Group
        let name: String

        init(_ group: Group, _ key: String, _ name: String) {
            self.key = key
            self.group = group
            self.name = name
        }
    }
}

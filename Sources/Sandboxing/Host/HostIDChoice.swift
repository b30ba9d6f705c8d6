public import Core

/// Which ids of the host boxes have.
public enum HostIDChoice: Hashable, Sendable {
    /// As root: of this range two for each slot, one for its jailer and inits, one for its programs, and as many for its
    /// partner in conversations.
    case own(IDRange)
    /// As an ordinary user: the user's own for jailers and inits, and one of these for the programs of each slot.
    case subordinate(users: IDRange, groups: IDRange, helpers: IDHelpers)
    /// As an ordinary user who has no subordinate ids that could be used, for this reason: the user's own for all.
    case single(because: String)

    /// The range for root where nobody states another: in a part that neither distributions, nor systemd, nor containers
    /// give to anybody (systemd's "Users, Groups, UIDs and GIDs").
    static let usual = "1900000000:65536"

    /// Below this many, an ordinary user's subordinate ids are all used; else only the upper half of them, since the same
    /// user's containers take theirs from the lower end.
    private static let plenty = 1024

    /// Decides, from nothing but these facts.
    ///
    /// - Throws: `ExecutorFailure` for a range that is somebody else's, or that this user cannot have, and where it cannot
    ///   be known whose it is.
    public init(_ facts: HostIDFacts) throws(ExecutorFailure) {
        if let (path, reason) = facts.unreadable, facts.stated?.text != "none" {
            throw ExecutorFailure(
                operation: "see whose ids are whose",
                subject: path,
                cause: "\(reason); let this user read the file"
            )
        }
        self = try facts.user == 0 ? .own(Self.ownRange(facts)) : Self.forUser(facts)
    }

    // MARK: - As root

    private static func ownRange(_ facts: HostIDFacts) throws(ExecutorFailure) -> IDRange {
        let (text, source) = facts.stated ?? (usual, "by default")
        let range = try range(text, source)
        func refuse(_ cause: String) -> ExecutorFailure {
            let other = "take a range that is nobody's, as in ASSAY_IDS=\(usual)"
            let mend = text == usual ? "take another range by ASSAY_IDS=FIRST:COUNT or \(HostIDFacts.file)" : other
            return refusal(text, source, "\(cause); \(mend)")
        }
        for id in [0, 65534, 65535] where range.contains(id) { throw refuse("\(id) is among them, and is reserved") }
        for (file, text) in [("/etc/passwd", facts.accounts.users), ("/etc/group", facts.accounts.groups)] {
            if let name = account(in: range, of: text) { throw refuse("\(name) in \(file) has one of them") }
        }
        for (file, text) in [("/etc/subuid", facts.subordinates.users), ("/etc/subgid", facts.subordinates.groups)] {
            // An operator may write the range down there, so that other tools keep away from it.
            let others = SubordinateIDs(text).entries.filter { !["root", "0", "assay"].contains($0.owner) }
            if let other = others.first(where: { $0.range.overlaps(range) }) {
                throw refuse("\(other.owner) has some of them as subordinate ids (\(file), line \(other.line))")
            }
        }
        for (file, text) in [("uid_map", facts.maps.users), ("gid_map", facts.maps.groups)] {
            let known = mapped(text)
            guard known.contains(where: { $0.contains(range) }) else {
                let ranges = known.map(\.description).joined(separator: ", ")
                throw refusal(
                    "\(range)",
                    source,
                    "this user namespace, a container's, has only \(ranges) (/proc/self/\(file)); take a part of that by "
                        + "ASSAY_IDS=FIRST:COUNT"
                )
            }
        }
        return range
    }

    /// The first account of a `passwd` or `group` file whose id is in the range.
    private static func account(in range: IDRange, of text: String) -> Substring? {
        for line in text.split(separator: "\n") {
            let fields = line.split(separator: ":", omittingEmptySubsequences: false)
            if fields.count > 2, let id = Int(fields[2]), range.contains(id) { return fields[0] }
        }
        return nil
    }

    /// The ids that a map of `/proc` has inside (`user_namespaces`(7)).
    private static func mapped(_ text: String) -> [IDRange] {
        text.split(separator: "\n").compactMap { line in
            let numbers = line.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
            return numbers.count == 3 ? IDRange(first: numbers[0], count: min(numbers[2], 0xffff_ffff)) : nil
        }
    }

    // MARK: - As an ordinary user

    private static func forUser(_ facts: HostIDFacts) throws(ExecutorFailure) -> HostIDChoice {
        if facts.stated?.text == "none" { return .single(because: "\(facts.stated?.source ?? "") says none") }
        let users = SubordinateIDs(facts.subordinates.users).ranges(ofUser: facts.user, name: facts.name)
        let groups = SubordinateIDs(facts.subordinates.groups).ranges(ofUser: facts.user, name: facts.name)
        let stated = try facts.stated.map { (text, source) throws(ExecutorFailure) in try range(text, source) }
        if let stated, let (text, source) = facts.stated {
            guard users.contains(where: { $0.contains(stated) }), groups.contains(where: { $0.contains(stated) }) else {
                throw refusal(
                    text,
                    source,
                    "they are not all subordinate ids of this user, in /etc/subuid and /etc/subgid; take a part of those, "
                        + "or none"
                )
            }
        }
        guard let mostUsers = users.first, let mostGroups = groups.first else {
            return .single(because: "no subordinate ids in /etc/subuid and /etc/subgid")
        }
        guard facts.name != nil else { return .single(because: "this user has no account, which newuidmap asks for") }
        guard let helpers = facts.helpers else { return .single(because: "newuidmap and newgidmap are not installed") }
        guard !facts.isBarredFromPrivileges else {
            return .single(because: "no_new_privs keeps newuidmap from working")
        }
        if let stated { return .subordinate(users: stated, groups: stated, helpers: helpers) }
        let count = min(mostUsers.count, mostGroups.count)
        let skipped = count >= plenty ? count / 2 : 0
        guard let users = IDRange(first: mostUsers.first + skipped, count: count - skipped),
            let groups = IDRange(first: mostGroups.first + skipped, count: count - skipped)
        else { return .single(because: "no subordinate ids in /etc/subuid and /etc/subgid") }
        return .subordinate(users: users, groups: groups, helpers: helpers)
    }

    // MARK: -

    private static func range(_ text: String, _ source: String) throws(ExecutorFailure) -> IDRange {
        guard let range = IDRange(text) else {
            throw refusal(text, source, "this is no range; write the first id and how many, as in \(usual)")
        }
        return range
    }

    private static func refusal(_ text: String, _ source: String, _ cause: String) -> ExecutorFailure {
        ExecutorFailure(operation: "take host ids for boxes", subject: "\(text), \(source)", cause: cause)
    }
}

extension HostIDChoice: CustomStringConvertible {
    /// What it means for boxes, in a few words.
    public var description: String {
        switch self {
        case .own(let range): "each slot has two host ids of its own, from \(range)"
        case .subordinate(let users, _, _): "each slot's programs have a subordinate id of their own, from \(users)"
        case .single(let reason): "boxes share the user's own id: \(reason)"
        }
    }
}

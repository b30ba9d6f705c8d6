internal import Core

/// Which ids of the host boxes would have.
enum IDFinding {
    static func of(_ facts: HostFacts) -> Finding {
        let subject = Finding.Subject(.walls, "ids", "ids on the host")
        let choice: HostIDChoice
        do throws(ExecutorFailure) {
            choice = try HostIDChoice(facts.ids)
        } catch {
            let (words, command) = mend(facts)
            return .missing(subject, error.description, mend: words, command: command)
        }
        guard case .single = choice, facts.ids.stated?.text != "none" else { return .ok(subject, "\(choice)") }
        if facts.isBarredFromPrivileges { return barred(facts, subject, choice) }
        let install = facts.ids.helpers == nil ? ["sudo \(facts.distribution.commandForIDHelpers)"] : []
        let range = freeRange(facts)
        guard let name = facts.account else {
            let (user, group) = (facts.ids.user, facts.ids.group)
            let account = [
                "(getent group \(group) || sudo groupadd --gid \(group) judge)",
                "sudo useradd --uid \(user) --gid \(group) judge",
                "sudo usermod --add-subuids \(range) --add-subgids \(range) judge",
            ]
            return .degraded(
                subject,
                "\(choice)",
                mend: "give uid \(user) an account and subordinate ids:",
                command: (install + account).joined(separator: " && ")
            )
        }
        let isListed = [facts.ids.subordinates.users, facts.ids.subordinates.groups].allSatisfy {
            !SubordinateIDs($0).ranges(ofUser: facts.ids.user, name: name).isEmpty
        }
        let grant = "sudo usermod --add-subuids \(range) --add-subgids \(range) \(ShellWord.quoted(name))"
        let steps = install + (isListed ? [] : [grant])
        return .degraded(subject, "\(choice)", command: steps.isEmpty ? grant : steps.joined(separator: " && "))
    }

    /// An ordinary user whose helpers would stay without privileges.
    private static func barred(
        _ facts: HostFacts,
        _ subject: Finding.Subject,
        _ choice: HostIDChoice
    ) -> Finding {
        let words = "start assay without no_new_privs"
        if let container = facts.container {
            let mend = container.mend(
                docker: "no --security-opt no-new-privileges",
                kubernetes: "securityContext: {allowPrivilegeEscalation: true}"
            )
            return .degraded(subject, "\(choice)", mend: "\(words): \(mend)", command: container.command())
        }
        guard facts.hasSystemd, let unit = facts.service else {
            return .degraded(
                subject,
                "\(choice)",
                mend: "\(words) (NoNewPrivileges= of a unit, setpriv), as after a new login:",
                command: "assay doctor"
            )
        }
        return .degraded(
            subject,
            "\(choice)",
            mend: "\(words) (NoNewPrivileges= of \(unit.name)):",
            command: facts.resetting("NoNewPrivileges=no", of: unit)
        )
    }

    /// 65,536 subordinate ids that are nobody's, out of the way of what distributions hand out from 100,000 on.
    private static func freeRange(_ facts: HostFacts) -> String {
        let texts = [facts.ids.subordinates.users, facts.ids.subordinates.groups]
        let taken = texts.flatMap { SubordinateIDs($0).entries.map(\.range) }
        let first = stride(from: 1_800_000_000, to: 1_900_000_000, by: 65_536).first { first in
            IDRange(first: first, count: 65_536).map { range in !taken.contains { $0.overlaps(range) } } ?? false
        }
        let start = first ?? 1_800_000_000
        return "\(start)-\(start + 65_535)"
    }

    // MARK: - Ranges that cannot be had

    /// What to do about a range that was stated, or the usual one, and cannot be had.
    private static func mend(_ facts: HostFacts) -> (words: String, command: String) {
        var others = facts.ids
        others.stated = nil
        let isByVariable = facts.ids.stated?.source == "ASSAY_IDS"
        if isByVariable, (try? HostIDChoice(others)) != nil {
            return ("leave the choice to Assay, or see Host ids in docs/sandbox.md:", "unset ASSAY_IDS")
        }
        guard facts.isRoot else {
            return ("do without subordinate ids, or see Host ids in docs/sandbox.md:", "export ASSAY_IDS=none")
        }
        let candidates =
            [HostIDChoice.usual] + (1...8).map { "\(1_900_000_000 + $0 * 65_536):65536" }
            + [16_384, 1024].flatMap { count in
                stride(from: 100_000, through: 2_000, by: -2_000).map { "\($0):\(count)" }
            }
        let free = candidates.first { range in
            others.stated = (range, "")
            return (try? HostIDChoice(others)) != nil
        }
        guard let free else {
            return ("no range is free in this user namespace; start assay outside of it:", "assay doctor")
        }
        return (
            "take a range that is nobody's, as this one:",
            isByVariable
                ? "export ASSAY_IDS=\(free)"
                : facts.asRoot("mkdir -p /etc/assay") + " && " + facts.writing(free, to: HostIDFacts.file)
        )
    }
}

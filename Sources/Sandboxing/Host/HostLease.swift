package import Core
internal import Linux

/// What a sandbox has for itself as long as it is there, of what the whole machine has once: ids and processors.
///
/// A file in a directory that all sandboxes of a user share, whatever their state directory is, says what is taken. It is
/// locked as long as its owner lives, and counts until the owner's cgroups are gone, too: then nothing of it is left.
///
///     users 1900000000:4
///     groups 1900000000:4
///     processors 1 3
///     cgroup /sys/fs/cgroup/unified/assay-1234-56789
package final class HostLease: Sendable {
    /// The ids of its slots.
    package let ids: HostIDs
    /// The processor that each slot is bound to; none where slots are not bound.
    package let processors: [Int]

    private let entry: Entry?

    /// The file that says so, as long as we are there.
    private final class Entry: Sendable {
        let path: String
        private let lock: FileLock

        init(path: String, _ record: Record) throws(ExecutorFailure) {
            self.path = path
            lock = try WorkerCgroups.doing("write down which ids are taken", path) { () throws(Errno) in
                let lock = try FileLock(path: path)
                try lock.file.set(record.text)
                return lock
            }
        }
    }

    /// What is asked for.
    package struct Wish: Sendable {
        var ids: HostIDChoice
        var slots: Int
        var pinsSlots: Bool
        /// The directories that are gone when nothing of the sandbox is left.
        var cgroups: [String]

        /// A wish for so many slots.
        package init(ids: HostIDChoice, slots: Int, pinsSlots: Bool, cgroups: [String]) {
            self.ids = ids
            self.slots = slots
            self.pinsSlots = pinsSlots
            self.cgroups = cgroups
        }
    }

    /// Where the leases of this user are; `state` is the sandbox's state directory.
    ///
    /// It must be the same for all of the user's workers, and none but theirs.
    static func directory(state: String) -> String {
        let user = Identity.user
        if user == 0 { return "/run/assay/leases" }
        // Not by HOME, which services and scripts set as they like.
        guard let home = Account(user: user)?.home, HostDirectory.kind(of: home) == .directory,
            HostDirectory.isWritable(home)
        else { return state + "/leases" }
        return home + "/.local/state/assay/leases"
    }

    /// Takes what is wished for under the name `name`, in the directory `place`.
    ///
    /// Nothing is written where nothing is taken.
    ///
    /// - Throws: `ExecutorFailure` when it is not to be had.
    package init(_ wish: Wish, name: String, in place: @autoclosure () -> String) throws(ExecutorFailure) {
        guard wish.ids.perSlot > 0 || wish.pinsSlots else {
            ids = .single
            processors = []
            entry = nil
            return
        }
        let directory = place()
        // One at a time, until all is written down.
        let turn = try Self.turn(in: directory)
        let others = try WorkerCgroups.doing("see who has which ids", directory) { () throws(Errno) in
            try Self.others(in: directory)
        }
        let ids = try wish.ids.take(slots: wish.slots, besides: others, directory)
        var processors: [Int] = []
        if wish.pinsSlots {
            let placement = ProcessorPlacement.current(taken: Set(others.flatMap(\.processors)))
            processors = try placement.processors(forSlots: wish.slots)
        }
        let record = Record(ids: ids, processors: processors, cgroups: wish.cgroups)
        entry = try Entry(path: directory + "/" + name, record)
        self.ids = ids
        self.processors = processors
        Self.pass(turn)
    }

    /// Gives all of it back: nothing of the sandbox is left.
    package func end() {
        if let entry { try? HostWriting.removeFile(entry.path) }
    }

    /// It is the next one's turn.
    private static func pass(_ turn: consuming FileLock) {}

    private static func turn(in directory: String) throws(ExecutorFailure) -> FileLock {
        do throws(Errno) {
            try HostDirectory.make(directory)
            return try FileLock(path: directory + "/turn", waits: true)
        } catch {
            throw ExecutorFailure(
                operation: "see who has which ids",
                subject: directory,
                cause: "\(error); this directory must be ours to write (in a unit of systemd's: RuntimeDirectory=assay)"
            )
        }
    }

    /// What others have, be they alive or not all gone yet.
    private static func others(in directory: String) throws(Errno) -> [Record] {
        var records: [Record] = []
        for entry in try HostDirectory.entries(of: directory) where entry.name != "turn" {
            let path = directory + "/" + entry.name
            guard let lock = try? FileLock(path: path) else {
                // What cannot be read is not free; whoever has just ended has removed it.
                do throws(Errno) {
                    records.append(Record(try KernelText.read(path)))
                } catch {
                    guard error == .missing else { throw error }
                }
                continue
            }
            let record = Record(try lock.file.read(at: 0, upTo: 1 << 16))
            if record.cgroups.contains(where: { !HostDirectory.isAbsent($0) }) {
                records.append(record)
            } else {
                try HostWriting.removeFile(path)
            }
        }
        return records
    }

    /// What one file says.
    package struct Record: Hashable {
        var users: IDRange?
        var groups: IDRange?
        var processors: [Int] = []
        var cgroups: [String] = []

        init(ids: HostIDs, processors: [Int], cgroups: [String]) {
            switch ids {
            case .own(let range): (users, groups) = (range, range)
            case .subordinate(let users, let groups, _): (self.users, self.groups) = (users, groups)
            case .single: break
            }
            self.processors = processors
            self.cgroups = cgroups
        }

        init(_ bytes: [UInt8]) {
            for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
                guard let space = line.firstIndex(of: " ") else { continue }
                let rest = line[line.index(after: space)...]
                switch line[..<space] {
                case "users": users = IDRange(rest)
                case "groups": groups = IDRange(rest)
                case "processors": processors = rest.split(separator: " ").compactMap { Int($0) }
                case "cgroup": cgroups.append(String(rest))
                default: break
                }
            }
        }

        var text: String {
            var lines: [String] = []
            if let users { lines.append("users \(users)") }
            if let groups { lines.append("groups \(groups)") }
            if !processors.isEmpty {
                lines.append("processors " + processors.map(String.init).joined(separator: " "))
            }
            return (lines + cgroups.map { "cgroup " + $0 }).map { $0 + "\n" }.joined()
        }
    }
}

extension HostIDChoice {
    /// How many ids a slot takes, with the place of its partner in conversations.
    var perSlot: Int {
        switch self {
        case .own: 4
        case .subordinate: 2
        case .single: 0
        }
    }

    /// So many slots' ids that nobody else has.
    fileprivate func take(
        slots: Int,
        besides others: [HostLease.Record],
        _ directory: String
    ) throws(ExecutorFailure) -> HostIDs {
        let count = slots * perSlot
        func free(_ range: IDRange, _ taken: [IDRange]) throws(ExecutorFailure) -> IDRange {
            if let free = range.free(count, besides: taken) { return free }
            throw ExecutorFailure(
                operation: "take host ids for boxes",
                subject: "\(count) ids for \(slots == 1 ? "1 slot" : "\(slots) slots")",
                cause:
                    "\(range) has not so many in a row that no other sandbox uses (\(directory)); take fewer slots, or a "
                    + "larger range by ASSAY_IDS"
            )
        }
        let users = others.compactMap(\.users)
        let groups = others.compactMap(\.groups)
        switch self {
        case .own(let range): return .own(try free(range, users + groups))
        case .subordinate(let ownUsers, let ownGroups, let helpers):
            // A slot's user and group have the same place in their ranges: what is taken of one is taken of the other.
            let shift = ownUsers.first - ownGroups.first
            let shifted = groups.compactMap { IDRange(first: $0.first + shift, count: $0.count) }
            let part = try free(ownUsers, users + shifted)
            guard let groups = IDRange(first: part.first - shift, count: part.count) else { return .single }
            return .subordinate(users: part, groups: groups, helpers: helpers)
        case .single: return .single
        }
    }
}

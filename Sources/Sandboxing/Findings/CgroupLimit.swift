internal import Linux

/// The limit of a cgroup that we are in, or of one above it.
struct CgroupLimit: Hashable {
    /// How much that is.
    var number: Int
    /// The cgroup's directory.
    var cgroup: String
    /// The file that says so.
    var file: String
    /// Whether it is our own cgroup, and not one above it.
    var isOwn: Bool

    /// Whose limit it is.
    var owner: String { isOwn ? "our own cgroup" : "\(cgroup), in which we are," }
}

extension HostFacts {
    /// The least number in one of these files, of one of these cgroups or of those above; nil where none is a limit.
    func least(_ files: [(directory: String?, name: String)]) -> CgroupLimit? {
        var least: CgroupLimit?
        for case (let directory?, let name) in files {
            for cgroup in Self.upwards(from: directory) {
                guard let number = number("\(cgroup)/\(name)"), number < least?.number ?? .max else { continue }
                least = CgroupLimit(number: number, cgroup: cgroup, file: name, isOwn: cgroup == directory)
            }
        }
        return least
    }

    /// The directory and those above it, the nearest first.
    static func upwards(from directory: String) -> [String] {
        var result = [directory]
        while let last = result.last, let slash = last.lastIndex(of: "/"), slash != last.startIndex {
            result.append(String(last[..<slash]))
        }
        return result
    }

    /// A command that lifts the limit: by the unit's `property`, or else by writing into its file.
    func lifting(_ limit: CgroupLimit, property: String) -> String {
        guard hasSystemd, let unit = Unit(cgroup: limit.cgroup) else {
            let isOld = ["memory.limit_in_bytes", "cpu.cfs_quota_us"].contains(limit.file)
            return writing(isOld ? "-1" : "max", to: "\(limit.cgroup)/\(limit.file)")
        }
        let command = "set-property \(ShellWord.quoted(unit.name)) \(property)"
        return unit.isUsers ? "systemctl --user \(command)" : asRoot("systemctl \(command)")
    }
}

import Linux

/// A box as the probe in it has described it.
struct ProbedBox: Hashable, Sendable {
    /// What it said, without what differs from box to box.
    let lines: [Substring]
    /// Namespaces that are the host's own.
    let sharedNamespaces: [String]
    /// The ids of the host that are mapped into it.
    let hostIDs: Set<Int>

    /// What the probe's output `text` says.
    init(_ text: String) {
        let all = text.split(separator: "\n")
        lines = all.filter { !$0.hasPrefix("namespace ") }.map(Self.withoutChance)
        sharedNamespaces = all.filter { $0.hasPrefix("namespace ") }.compactMap { line in
            let words = line.split(separator: " ")
            guard words.count == 3, String(words[2]) != HostDirectory.target(ofLink: "/proc/self/ns/\(words[1])") else {
                return String(line)
            }
            return nil
        }
        hostIDs = Set(all.compactMap { Self.map($0) }.compactMap { Int($0[2]) })
    }

    /// The words of a line of a map of ids, the second number of which is the host's; nil for any other.
    private static func map(_ line: Substring) -> [Substring]? {
        guard line.hasPrefix("/proc/self/uid_map:") || line.hasPrefix("/proc/self/gid_map:") else { return nil }
        let words = line.split(separator: " ")
        return words.count == 4 ? words : nil
    }

    /// A line without the host's ids, which are others for each sandbox; root's own stays to be seen.
    private static func withoutChance(_ line: Substring) -> Substring {
        if line.hasPrefix("mount: ") {
            let options = line.split(separator: ",", omittingEmptySubsequences: false)
            return Substring(
                options.map { $0.hasPrefix("uid=") || $0.hasPrefix("gid=") ? $0.prefix(4) + "other" : $0 }.joined(
                    separator: ","
                )
            )
        }
        // With one id for all the kernel counts what is pending for the jailer, such as a SIGPIPE that it blocks, as well.
        if line.hasPrefix("/proc/self/status: SigQ:") { return "SigQ: of " + (line.split(separator: "/").last ?? "") }
        guard let words = map(line), words[2] != "0" else { return line }
        return "\(words[0]) \(words[1]) other \(words[3])"
    }

    /// How this one differs from what it should be, in words; nothing when it does not.
    func differences(from expected: ProbedBox) -> [String] {
        var result: [String] = []
        if lines != expected.lines {
            let missing = expected.lines.filter { !lines.contains($0) }
            let added = lines.filter { !expected.lines.contains($0) }
            result.append("lacks \(missing.prefix(3)) and says \(added.prefix(3))")
        }
        return result + sharedNamespaces.map { "shares its \($0)" }
    }
}

import Core
import Glibc
import Linux

/// What became of a run of the probe, with all that it said of its box.
struct Statement: Hashable, Sendable {
    var termination: Termination
    var stop: Stop?
    /// Standard output, without the lines that differ from box to box.
    var lines: [Substring]
    var error: String
    /// What was taken out: the paths, with size and whether it may be executed.
    var collected: [String]?
    /// Namespaces that are the host's own.
    var sharedNamespaces: [String]
    /// Figures that cannot be true.
    var wrongFigures: [String]

    init(_ outcome: Outcome) throws {
        termination = outcome.termination
        stop = outcome.stop
        let all = String(decoding: try outcome.standardOutput.bytes(), as: UTF8.self).split(separator: "\n")
        lines = all.filter { !$0.hasPrefix("namespace ") }.map(Self.withoutHostID)
        error = String(decoding: try outcome.standardError.bytes(), as: UTF8.self)
        collected = outcome.collected?.files.map { "\($0.path) \($0.content.byteCount) \($0.isExecutable)" }
        sharedNamespaces = all.filter { $0.hasPrefix("namespace ") }.compactMap { line in
            let words = line.split(separator: " ")
            guard words.count == 3, String(words[2]) != HostDirectory.target(ofLink: "/proc/self/ns/\(words[1])") else {
                return String(line)
            }
            return nil
        }
        wrongFigures = []
        if outcome.stop == nil {
            if outcome.usage.peakMemory < .mebibytes(24) { wrongFigures.append("peak \(outcome.usage.peakMemory)") }
            if outcome.usage.cpuTime < .milliseconds(9) { wrongFigures.append("CPU time \(outcome.usage.cpuTime)") }
            if outcome.usage.wallTime < .milliseconds(9) { wrongFigures.append("time \(outcome.usage.wallTime)") }
        }
    }

    /// A line without the host's ids, which are others for each sandbox; root's own stays to be seen.
    private static func withoutHostID(_ line: Substring) -> Substring {
        if line.hasPrefix("mount: ") {
            let options = line.split(separator: ",", omittingEmptySubsequences: false)
            return Substring(
                options.map { $0.hasPrefix("uid=") || $0.hasPrefix("gid=") ? $0.prefix(4) + "other" : $0 }.joined(
                    separator: ","
                )
            )
        }
        guard line.hasPrefix("/proc/self/uid_map:") || line.hasPrefix("/proc/self/gid_map:") else { return line }
        let words = line.split(separator: " ")
        guard words.count == 4, words[2] != "0" else { return line }
        return "\(words[0]) \(words[1]) other \(words[3])"
    }

    /// How this one differs from what it should be, in words; nothing when it does not.
    func differences(from expected: Statement) -> [String] {
        var result: [String] = []
        if (termination, stop) != (expected.termination, expected.stop) {
            result.append("ended \(termination) \(stop.map { "\($0)" } ?? "")")
        }
        if lines != expected.lines {
            let missing = expected.lines.filter { !lines.contains($0) }
            let added = lines.filter { !expected.lines.contains($0) }
            result.append("lacks \(missing.prefix(3)) and says \(added.prefix(3))")
        }
        if error != expected.error { result.append("wrote to standard error: \(error)") }
        if collected != expected.collected { result.append("left \(collected ?? ["nothing"])") }
        result += sharedNamespaces.map { "shares its \($0)" }
        result += wrongFigures.map { "has a wrong figure: \($0)" }
        return result
    }
}

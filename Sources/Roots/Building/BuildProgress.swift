/// How far a build is.
public struct BuildProgress: Hashable, Sendable {
    /// What is being done.
    public var stage: String
    /// Further particulars; empty where there are none.
    public var detail: String
}

/// Reads what debootstrap and apt say while they work.
struct BuildListener {
    private var rest: [UInt8] = []
    /// The last lines, for a message should it fail.
    private(set) var tail: [String] = []
    private(set) var errors: [String] = []

    /// Takes output as it comes.
    ///
    /// - Returns: what the last of its lines says about progress; nil where that is nothing.
    mutating func take(_ bytes: [UInt8]) -> String? {
        rest += bytes
        var detail: String?
        while let end = rest.firstIndex(where: { $0 == 10 || $0 == 13 }) {
            let line = String(decoding: rest[..<end], as: UTF8.self)
            rest.removeSubrange(...end)
            if !line.isEmpty { detail = hear(line) ?? detail }
        }
        // A line without an end is no line of theirs.
        if rest.count > 1 << 16 { rest = [] }
        return detail
    }

    private mutating func hear(_ line: String) -> String? {
        if let status = Self.status(line) { return status }
        if line.hasPrefix("E: ") && !line.hasPrefix("E: Can not write log") { errors.append(String(line.dropFirst(3))) }
        tail.append(line)
        if tail.count > 20 { tail.removeFirst() }
        guard line.hasPrefix("I: ") else { return nil }
        return line.dropFirst(3).split(separator: " ").prefix(3).joined(separator: " ").lowercasedFirst
    }

    /// What a line for apt's status descriptor says, as in `pmstatus:gcc-14:41.7:Unpacking gcc-14 (amd64)`.
    private static func status(_ line: String) -> String? {
        guard line.hasPrefix("dlstatus:") || line.hasPrefix("pmstatus:") else { return nil }
        let parts = line.split(separator: ":", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        let percent = parts[2].prefix { $0 != "." }
        return "\(percent) %, \(String(parts[3]).lowercasedFirst)"
    }

    /// Why it failed, in its own words.
    var reason: String {
        let apart = errors.first ?? tail.last ?? "it said nothing"
        return apart.last == "." ? String(apart.dropLast()) : apart
    }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

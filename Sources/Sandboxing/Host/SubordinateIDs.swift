/// Who may use which ids besides their own: `/etc/subuid` or `/etc/subgid` (`subuid`(5)).
public struct SubordinateIDs: Hashable, Sendable {
    /// One line of the file.
    public struct Entry: Hashable, Sendable {
        /// A login name, or a user id.
        public let owner: String
        /// The ids.
        public let range: IDRange
        /// Which line it is, from 1 on.
        public let line: Int
    }

    /// The lines that mean something.
    public let entries: [Entry]

    /// What the file's text says; lines that say nothing are passed over, as the kernel's helpers do.
    public init(_ text: String) {
        entries = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            guard let colon = line.firstIndex(of: ":"), let range = IDRange(line[line.index(after: colon)...]) else {
                return nil
            }
            return Entry(owner: String(line[..<colon]), range: range, line: index + 1)
        }
    }

    /// What belongs to the user `user`, who is called `name`, the largest first.
    public func ranges(ofUser user: Int, name: String?) -> [IDRange] {
        entries.filter { $0.owner == name || $0.owner == "\(user)" }.map(\.range).sorted { $0.count > $1.count }
    }
}

internal import Linux

/// What decides which ids of the host boxes can have.
public struct HostIDFacts: Sendable {
    /// Our user id.
    public var user: Int
    /// Our group id.
    public var group: Int
    /// The name of our account, if there is one.
    public var name: String?
    /// What the operator asked for, and where; nil where nobody did.
    public var stated: (text: String, source: String)?
    /// The texts of `/etc/passwd` and `/etc/group`.
    public var accounts: (users: String, groups: String)
    /// The texts of `/etc/subuid` and `/etc/subgid`.
    public var subordinates: (users: String, groups: String)
    /// The texts of `/proc/self/uid_map` and `gid_map`: the ids that our own user namespace has.
    public var maps: (users: String, groups: String)
    /// The host's helpers that map subordinate ids; nil where they are not installed.
    public var helpers: IDHelpers?
    /// The first of these files that is there and could not be read, and why.
    public var unreadable: (path: String, reason: String)?
    /// Whether such a helper could not get the privileges it needs, because we were started so.
    public var isBarredFromPrivileges: Bool

    /// Where an operator states root's range for the whole host.
    public static let file = "/etc/assay/ids"

    /// Facts of a host on which nothing is known but who we are.
    package init(user: Int, group: Int) {
        self.user = user
        self.group = group
        accounts = ("", "")
        subordinates = ("", "")
        maps = ("0 0 4294967295", "0 0 4294967295")
        isBarredFromPrivileges = false
    }

    /// What this host says; `stated` is the value of `ASSAY_IDS`, where there is one.
    public static func current(stated: String?) -> HostIDFacts {
        var facts = HostIDFacts(user: Identity.user, group: Identity.group)
        func text(_ path: String) -> String {
            do throws(Errno) {
                return String(decoding: try KernelText.read(path), as: UTF8.self)
            } catch {
                if error != .missing, facts.unreadable == nil { facts.unreadable = (path, "\(error)") }
                return ""
            }
        }
        // The file is about root's; an ordinary user has others.
        let ofHost = facts.user == 0 ? line(of: text(file)) : nil
        facts.stated = stated.map { ($0, "ASSAY_IDS") } ?? ofHost.map { ($0, file) }
        facts.subordinates = (text("/etc/subuid"), text("/etc/subgid"))
        if facts.user == 0 {
            facts.accounts = (text("/etc/passwd"), text("/etc/group"))
            facts.maps = (text("/proc/self/uid_map"), text("/proc/self/gid_map"))
        } else {
            // The databases of accounts can be far away: nobody is asked for nothing.
            let isAnybodyNamed = !facts.subordinates.users.isEmpty && !facts.subordinates.groups.isEmpty
            facts.name = isAnybodyNamed ? Account(user: facts.user)?.name : nil
            facts.helpers = IDHelpers()
            facts.isBarredFromPrivileges = Identity.isBarredFromPrivileges
        }
        return facts
    }

    /// The one line of the operator's file that counts; `#` begins a remark.
    package static func line(of text: String) -> String? {
        for line in text.split(separator: "\n") {
            let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
            if !words.isEmpty { return words.joined(separator: " ") }
        }
        return nil
    }
}

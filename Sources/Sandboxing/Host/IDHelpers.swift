internal import Core
internal import Glibc
internal import Linux

/// The host's programs that map subordinate ids into a user namespace of their owner's: `newuidmap`(1) and
/// `newgidmap`(1).
///
/// They have the privileges for that and look for themselves whether `/etc/subuid` and `/etc/subgid` grant it.
public struct IDHelpers: Hashable, Sendable {
    private let users: String
    private let groups: String

    /// Never looked for in `PATH`; the second is where NixOS has programs with privileges.
    private static let directories = ["/usr/bin", "/run/wrappers/bin"]

    /// Those of this host; nil when they are not installed, or anybody but root could have written them.
    public init?() {
        for directory in Self.directories {
            let pair = (directory + "/newuidmap", directory + "/newgidmap")
            if Self.isTrusted(pair.0), Self.isTrusted(pair.1) {
                (users, groups) = pair
                return
            }
        }
        return nil
    }

    /// Helpers at these paths.
    package init(users: String, groups: String) {
        self.users = users
        self.groups = groups
    }

    private static func isTrusted(_ path: String) -> Bool {
        guard HostDirectory.isExecutable(path), let file = try? Descriptor.open(path, Descriptor.pathOnly),
            let status = try? file.status()
        else { return false }
        return status.st_uid == 0 && status.st_mode & 0o022 == 0
    }

    /// Maps 0 to our own ids and `programID` to these, in the user namespace of our child `pid`, which waits for it.
    ///
    /// Each is started from a descriptor, with an empty environment and nothing open but its standard error.
    func map(pid: Int, programID: Int, user: Int, group: Int) throws(ExecutorFailure) {
        func arguments(_ name: String, own: Int, other: Int) -> [String] {
            [name, "\(pid)", "0", "\(own)", "1", "\(programID)", "\(other)", "1"]
        }
        // At once: each takes longer than it works.
        let first = try Self.start(groups, arguments("newgidmap", own: Identity.group, other: group))
        let second = try Self.start(users, arguments("newuidmap", own: Identity.user, other: user))
        try Self.finish(first, groups)
        try Self.finish(second, users)
    }

    @frozen package struct Started: ~Copyable {
        let process: ChildProcess
        let complaints: Descriptor
    }

    fileprivate static func start(_ path: String, _ arguments: [String]) throws(ExecutorFailure) -> Started {
        try WorkerCgroups.doing("start a helper", path) { () throws(Errno) in
            let executable = try Descriptor.open(path, Descriptor.pathOnly)
            let null = try Descriptor.open("/dev/null", Descriptor.readWrite)
            let pipe = try Pipe()
            let process = try ChildProcess(
                executable: executable.number,
                arguments: arguments,
                input: null.number,
                output: null.number,
                error: pipe.writer.number,
                limits: .asFound
            )
            return Started(process: process, complaints: pipe.takeReader())
        }
    }

    private static func finish(_ started: consuming Started, _ path: String) throws(ExecutorFailure) {
        let complaints = (try? started.complaints.readToEnd(upTo: 1024)) ?? []
        let end = try WorkerCgroups.doing("wait for a helper", path) { () throws(Errno) in
            try started.process.wait()
        }
        guard end != .exited(0) else { return }
        let said = String(decoding: complaints, as: UTF8.self).split(separator: "\n").joined(separator: "; ")
        throw ExecutorFailure(
            operation: "map the slot's ids",
            subject: path,
            cause: (said.isEmpty ? "\(end)" : said)
                + "; it must have root's privileges (set-user-ID, on a file system without nosuid), or do without by "
                + "ASSAY_IDS=none"
        )
    }
}

package import Linux

/// What a host says about itself: all that findings are made of, and nothing that is decided yet.
///
/// It can be written down and read again, so that findings are tested with hosts that are not at hand.
package struct HostFacts: Sendable {
    /// A resource limit of ours.
    package struct Limit: Hashable, Sendable {
        /// What holds now; nil for no limit.
        package var soft: UInt64?
        /// Up to what we may raise it; nil for no limit.
        package var hard: UInt64?

        /// These limits.
        package init(soft: UInt64?, hard: UInt64?) {
            self.soft = soft
            self.hard = hard
        }
    }

    /// Our process number.
    package var process: Int
    /// The machine's architecture, as `uname`(2) tells it.
    package var architecture: String
    /// The texts of files, by path: those that are there and that we may read.
    ///
    /// Of some it counts that they are there; their text is empty.
    package var files: [String: String] = [:]
    /// Directories that we may make names in.
    package var writable: Set<String> = []
    /// Our resource limits, by what `ulimit` calls them (`resourceNames`).
    package var limits: [String: Limit] = [:]
    /// Landlock's version in the kernel; nil where it has none.
    package var landlock: Int?
    /// Why the kernel could not be asked for Landlock; nil where it has answered.
    package var landlockRefusal: String?
    /// Whether the machine is a virtual one.
    package var isVirtual = false
    /// How many processors we may run on.
    package var processors: Int
    /// Whether nothing that we execute can have more privileges than we have.
    package var isBarredFromPrivileges = false
    /// The name of our account, if there is one.
    package var account: String?
    /// What decides which ids of the host boxes have.
    package var ids: HostIDFacts
    /// The state directory, and the nearest directory above it that is there: itself, where it is.
    package var state: (path: String, existing: String)
    /// The file system that the state directory is in, or would be.
    package var volume: Volume?
    /// The path of the jailer's program.
    package var jailer: String
    /// The directory of policies and profiles.
    package var sandboxes = ""
    /// The system call policies that can be used.
    package var policies: [String] = []
    /// Why the jailer's program, the policies or the minimal `/etc` cannot be used, by what is at fault.
    package var faults: [String: String] = [:]

    /// Facts of a host that has said nothing yet.
    package init(user: Int, group: Int, architecture: String, state: String, jailer: String) {
        process = 0
        processors = 1
        self.architecture = architecture
        self.state = (state, state)
        self.jailer = jailer
        ids = HostIDFacts(user: user, group: group)
    }

    /// The resources whose limits are looked at.
    package static let resourceNames = ["core", "stack", "fsize", "nofile", "nproc", "as", "data", "cpu", "sigpending"]
}

// MARK: - Looking things up

extension HostFacts {
    /// Whether we are root.
    var isRoot: Bool { ids.user == 0 }

    /// The text of a file without the white space around it; nil where there is none.
    func text(_ path: String) -> String? {
        files[path].map { text in
            let isBlank = { (character: Character) in character.isWhitespace || character == "\0" }
            return String(text.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
        }
    }

    /// The number in a file; nil where there is none.
    func number(_ path: String) -> Int? { text(path).flatMap { Int($0) } }

    /// The number behind `key:` in a file of such lines.
    func number(_ key: String, in path: String) -> Int? {
        for line in files[path]?.split(separator: "\n") ?? [] where line.hasPrefix(key + ":") {
            let words = line.dropFirst(key.count + 1).split(whereSeparator: \.isWhitespace)
            return words.first.flatMap { Int($0) }
        }
        return nil
    }

    /// The choice in brackets of a file that lists all there are, as in `always [madvise] never`.
    func choice(_ path: String) -> String? {
        text(path)?.split(separator: " ").first { $0.hasPrefix("[") && $0.hasSuffix("]") }.map {
            String($0.dropFirst().dropLast())
        }
    }

    /// The paths of files that begin and end so, sorted.
    func paths(_ start: String, _ end: String) -> [String] {
        files.keys.filter { $0.hasPrefix(start) && $0.hasSuffix(end) }.sorted()
    }

    /// Our cgroups.
    var membership: CgroupMembership? {
        guard let membership = files["/proc/self/cgroup"], let mounts = files["/proc/self/mountinfo"] else {
            return nil
        }
        return CgroupMembership(membership: membership, mountInfo: mounts)
    }
}

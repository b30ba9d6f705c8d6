internal import Linux

/// Where the parts of this installation are.
///
/// Each is looked for when it is asked for, and never in `PATH`.
package struct Installation: Sendable {
    private let executable: String
    private let environment: [String: String]

    /// The installation that the program at `executable` (a real path) belongs to.
    package init(executable: String, environment: [String: String]) {
        self.executable = executable
        self.environment = environment
    }

    /// The directory of language profiles, policies and roots.
    ///
    /// `$ASSAY_SANDBOXES`; else beside the build tree that the program is in; else the share directory.
    ///
    /// - Throws: `Complaint` when there is none.
    package func sandboxes() throws(Complaint) -> String {
        if let stated = environment["ASSAY_SANDBOXES"], !stated.isEmpty {
            guard let real = HostDirectory.resolve(stated), Self.isSandboxes(real) else {
                throw .badInput("ASSAY_SANDBOXES=\(stated): there is no directory languages in it; correct or unset it")
            }
            return real
        }
        var directory = Self.parent(of: executable)
        while true {
            let candidate = Self.join(directory, "Sandboxes")
            if Self.isSandboxes(candidate) { return candidate }
            if directory == "/" { break }
            directory = Self.parent(of: directory)
        }
        let shared = Self.join(share, "Sandboxes")
        guard Self.isSandboxes(shared) else {
            throw .ownFailure(
                "found no Sandboxes/languages above \(executable) nor in \(share); install Assay with make install, or "
                    + "set ASSAY_SANDBOXES"
            )
        }
        return shared
    }

    /// The directory of the page that `assay serve` shows.
    ///
    /// `$ASSAY_PAGE`; else beside the directory that `sandboxes` finds, in a build tree as in the share directory.
    ///
    /// - Throws: `Complaint` when there is none.
    package func page() throws(Complaint) -> String {
        let directory: String
        if let stated = environment["ASSAY_PAGE"], !stated.isEmpty {
            directory = stated
        } else {
            directory = Self.join(Self.parent(of: try sandboxes()), "Page")
        }
        guard HostDirectory.kind(of: Self.join(directory, "index.html")) == .file else {
            throw .ownFailure(
                "found no index.html in \(directory); install Assay with make install, or set ASSAY_PAGE to its page"
            )
        }
        return directory
    }

    /// The jailer's program: beside this one, or in libexec.
    ///
    /// - Throws: `Complaint` when there is none.
    package func jailer() throws(Complaint) -> String {
        guard let found = jailerCandidates.first(where: { HostDirectory.isExecutable($0) }) else {
            throw .ownFailure(
                "found no assay-jailer as \(jailerCandidates.joined(separator: " or ")); build it with make build, or install "
                    + "Assay with make install"
            )
        }
        return found
    }

    /// Where the jailer's program may be, the likeliest place first.
    var jailerCandidates: [String] {
        [
            Self.join(Self.parent(of: executable), "assay-jailer"),
            Self.join(prefix, "libexec/assay/assay-jailer"),
        ]
    }

    /// The directory for what is kept between runs; it need not exist yet.
    ///
    /// `$ASSAY_STATE`; else `assay` in `$XDG_STATE_HOME`; else `~/.local/state/assay`.
    ///
    /// - Throws: `Complaint` when none of the variables says where.
    package func state() throws(Complaint) -> String {
        if let stated = environment["ASSAY_STATE"], !stated.isEmpty {
            guard stated.hasPrefix("/") else {
                throw .badInput("ASSAY_STATE=\(stated): this must be an absolute path; correct or unset it")
            }
            return stated
        }
        // A relative path there is to be ignored, as the XDG Base Directory Specification has it.
        if let home = environment["XDG_STATE_HOME"], home.hasPrefix("/") { return Self.join(home, "assay") }
        if let home = environment["HOME"], home.hasPrefix("/") { return Self.join(home, ".local/state/assay") }
        throw .badInput("nothing says where to keep state, as HOME is not set; set ASSAY_STATE to a directory")
    }

    /// The directory of prepared roots; it need not exist.
    ///
    /// `$ASSAY_ROOTS`; else the same one for every user and every installation of this host.
    ///
    /// - Throws: `Complaint` when the variable is no absolute path.
    package func roots() throws(Complaint) -> String {
        guard let stated = environment["ASSAY_ROOTS"], !stated.isEmpty else { return "/var/lib/assay/roots" }
        guard stated.hasPrefix("/") else {
            throw .badInput("ASSAY_ROOTS=\(stated): this must be an absolute path; correct or unset it")
        }
        return stated
    }

    /// The directory of what belongs to no architecture; it need not exist.
    package var share: String { Self.join(prefix, "share/assay") }

    /// Two up from the program: `/usr` for `/usr/bin/assay`.
    private var prefix: String { Self.parent(of: Self.parent(of: executable)) }

    private static func isSandboxes(_ path: String) -> Bool {
        HostDirectory.kind(of: join(path, "languages")) == .directory
    }

    private static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
        return String(path[..<slash])
    }

    private static func join(_ directory: String, _ name: String) -> String {
        directory.hasSuffix("/") ? directory + name : directory + "/" + name
    }
}

internal import Glibc
internal import JailProtocol
internal import Linux

/// The first of the jailer's two lives: into the slot's own namespaces, then on to the second.
struct Entering {
    /// Whose ids the slot has on the host.
    enum IDs: String {
        /// Two of its own, which the worker, as root, maps to 0 and 1000.
        case own = "root"
        /// The user's, which becomes 0, and a subordinate one for programs; the worker has both mapped.
        case subordinate
        /// The user's for all of us, as 1000.
        case single
    }

    let ids: IDs

    /// The id of programs, and with a single id also ours.
    private static let onlyID = 1000

    func run(control: consuming MessageSocket) -> Never {
        let failure = enter(control)
        // Not closed: it is what the failure is told through.
        _ = control.release()
        Main.fail(failure)
    }

    /// Returns only when it is not possible.
    private func enter(_ control: borrowing MessageSocket) -> JailFailure {
        do throws(JailFailure) {
            // Hard limits can be raised only with privileges over the host, which end with the next line.
            OwnLimits.raise()
            let user = Identity.user
            let group = Identity.group
            try jailed("enter the slot's namespaces", "unshare") { () throws(Errno) in
                try Namespaces.unshare([.user, .mount, .network])
            }
            closeProjectMap()
            switch ids {
            case .own:
                try waitForMap(control)
                try jailed("take on the slot's ids", "0") { () throws(Errno) in
                    try Identity.clearGroups()
                    try Identity.become(user: 0, group: 0)
                }
            case .subordinate:
                try waitForMap(control)
                // The user's groups stay: we go on making roots of what this user may read. Programs lose them.
                try jailed("take on the slot's ids", "0") { () throws(Errno) in
                    try Identity.become(user: 0, group: 0)
                }
            case .single:
                try mapOnlyID(user: user, group: group)
            }
            return executeAgain(control.descriptor.number)
        } catch {
            return error
        }
    }

    /// Tells the worker that there is a user namespace, and returns when its ids are mapped.
    private func waitForMap(_ control: borrowing MessageSocket) throws(JailFailure) {
        do throws(Errno) {
            try control.send(Answer.unshared.bytes)
            // Else the worker is gone.
            guard let message = try control.receive() else { _exit(0) }
            guard case .mapped? = try? Request(bytes: message.bytes) else { throw Errno(EPROTO) }
        } catch {
            throw JailFailure(
                operation: "have the slot's ids mapped",
                subject: "control socket",
                errno: Int(error.number)
            )
        }
    }

    /// As an ordinary user: maps the one id that there is.
    private func mapOnlyID(user: Int, group: Int) throws(JailFailure) {
        // user_namespaces(7): without privileges a group can be mapped only once setgroups(2) is given up.
        for (file, text) in [
            ("setgroups", "deny"), ("uid_map", "\(Self.onlyID) \(user) 1"), ("gid_map", "\(Self.onlyID) \(group) 1"),
        ] {
            try jailed("map the slot's ids", file) { () throws(Errno) in try write(text, to: "/proc/self/" + file) }
        }
        try jailed("keep the capabilities", "execve") { () throws(Errno) in try Identity.keepCapabilitiesOnExecute() }
    }

    /// Goes on to the second life with the control socket; returns only when that is not possible.
    private func executeAgain(_ control: CInt) -> JailFailure {
        let arguments = CStrings(["assay-jailer", "serve"])
        let nothing = CStrings([])
        guard fcntl(control, F_SETFD, 0) == 0 else {
            return JailFailure(operation: "keep the control socket", subject: "execve", errno: Int(Errno.last.number))
        }
        arguments.withPointers { list in
            nothing.withPointers { environment in
                _ = execve(
                    "/proc/self/exe",
                    UnsafeMutablePointer(mutating: list).mutable,
                    UnsafeMutablePointer(mutating: environment).mutable
                )
            }
        }
        return JailFailure(
            operation: "execute the jailer again",
            subject: "/proc/self/exe",
            errno: Int(Errno.last.number)
        )
    }

    /// The map of project ids is the one that the kernel lets anybody in the namespace write, without any capability,
    /// and once (`user_namespaces`(7)): a program could leave a word in it for the next one.
    ///
    /// So we write it ourselves. Where that fails, the namespace above has no project ids to give, and then a program's
    /// attempt fails as well.
    private func closeProjectMap() {
        try? write("0 0 1", to: "/proc/self/projid_map")
    }

    private func write(_ text: String, to path: String) throws(Errno) {
        try Descriptor.open(path, O_WRONLY).set(text)
    }
}

extension UnsafeMutablePointer where Pointee == UnsafePointer<CChar>? {
    /// The list as execve(2) declares it: without `const`, though it changes nothing.
    var mutable: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> {
        UnsafeMutableRawPointer(self).assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self)
    }
}

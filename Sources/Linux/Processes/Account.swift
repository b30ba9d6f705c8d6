internal import CLinux
internal import Glibc

/// The account of a user, as the host's databases have it (`getpwuid_r`(3)).
public struct Account: Hashable, Sendable {
    /// The login name.
    public let name: String
    /// The home directory, which need not exist.
    public let home: String

    /// The account of the user `user`; nil when it has none.
    public init?(user: Int) {
        var entry = passwd()
        var result: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 1 << 14)
        guard getpwuid_r(uid_t(user), &entry, &buffer, buffer.count, &result) == 0, let found = result,
            let name = found.pointee.pw_name, let home = found.pointee.pw_dir
        else { return nil }
        self.name = String(cString: name)
        self.home = String(cString: home)
    }
}

extension Identity {
    /// Whether nothing that we execute can have more privileges than we have (`PR_SET_NO_NEW_PRIVS`).
    public static var isBarredFromPrivileges: Bool { linux_has_no_new_privileges() == 1 }
}

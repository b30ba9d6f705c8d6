internal import CLinux
internal import Glibc

/// Ids and capabilities of this process.
public enum Identity {
    /// Our effective user id.
    public static var user: Int { Int(geteuid()) }

    /// Our effective group id.
    public static var group: Int { Int(getegid()) }

    /// Takes on these ids, for good.
    public static func become(user: Int, group: Int) throws(Errno) {
        try checked { linux_set_ids(UInt32(user), UInt32(group)) }
    }

    /// Leaves all supplementary groups.
    public static func clearGroups() throws(Errno) {
        try checked { linux_clear_groups() }
    }

    /// Lets capabilities survive the next execve also as a user other than 0.
    public static func keepCapabilitiesOnExecute() throws(Errno) {
        try checked { linux_keep_capabilities_on_exec() }
    }

    /// Keeps what we have and makes sure that nothing we execute can ever have any.
    public static func forgetCapabilitiesOnExecute() throws(Errno) {
        try checked { linux_forget_capabilities_on_exec() }
    }

    /// Drops every capability, for good.
    public static func dropCapabilities() throws(Errno) {
        try checked { linux_drop_capabilities() }
    }

    /// Whether processes of the same user may look into this one; false also hides its files in `/proc`.
    public static func setInspectable(_ inspectable: Bool) throws(Errno) {
        try checked { linux_prctl(PR_SET_DUMPABLE, inspectable ? 1 : 0, 0, 0, 0) }
    }

    /// What we are called in lists of processes: at most 15 bytes.
    public static func setName(_ name: String) throws(Errno) {
        try checked { name.withCString { linux_prctl(PR_SET_NAME, UInt(bitPattern: $0), 0, 0, 0) } }
    }

    private static let PR_SET_DUMPABLE: CInt = 4
    private static let PR_SET_NAME: CInt = 15
}

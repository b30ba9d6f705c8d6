internal import CLinux
internal import Glibc

/// Changing the mounts of our own namespace (`mount`(2)).
public enum Mounts {
    /// Keeps changes on either side from reaching the other.
    public static func makeAllPrivate() throws(Errno) {
        try checked { mount(nil, "/", nil, UInt(MS_REC) | UInt(MS_PRIVATE), nil) }
    }

    /// Mounts an empty file system in memory.
    public static func mountMemory(at path: String, options: String) throws(Errno) {
        try checked { mount("tmpfs", path, "tmpfs", UInt(MS_NOSUID) | UInt(MS_NODEV), options) }
    }

    /// Makes the working directory the root, and lets the old one go with everything that was mounted in it.
    public static func makeWorkingDirectoryRoot() throws(Errno) {
        // pivot_root(2): with "." twice the old root is stacked on the new one, from where it can be unmounted.
        try checked { linux_pivot_root(".", ".") }
        try checked { umount2(".", CInt(MNT_DETACH)) }
        try checked { chdir("/") }
    }

    /// Makes the root file system of our namespace read-only.
    public static func makeRootReadOnly() throws(Errno) {
        let flags = UInt(MS_REMOUNT) | UInt(MS_BIND) | UInt(MS_RDONLY) | UInt(MS_NOSUID) | UInt(MS_NODEV)
        try checked { mount(nil, "/", nil, flags, nil) }
    }

    /// Goes to the directory `path`.
    public static func goTo(_ path: String) throws(Errno) {
        try checked { chdir(path) }
    }

    /// Makes the directory `path`, and those above it; one that exists is fine.
    public static func makeDirectories(_ path: String, mode: UInt32 = 0o755) throws(Errno) {
        try HostDirectory.make(path, mode: mode)
    }

    /// Makes an empty file to mount on.
    public static func makeFile(_ path: String) throws(Errno) {
        _ = try Descriptor.open(path, O_WRONLY | O_CREAT, mode: 0o444)
    }

    /// Makes a symbolic link.
    public static func makeLink(_ path: String, to target: String) throws(Errno) {
        try checked { symlink(target, path) }
    }
}

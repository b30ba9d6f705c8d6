import Glibc
import Linux

/// What the host's file system tells of a file without opening it.
struct FileFacts: Sendable {
    /// What stays while somebody uses the file as it is meant to be used.
    let lasting: String
    /// That and its times; the time of the last reading is not among them.
    let exact: String
    /// When it was last read.
    let lastReading: String

    init(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            (lasting, exact, lastReading) = ("not there", "not there", "not there")
            return
        }
        lasting =
            "inode \(status.st_ino) mode \(String(status.st_mode, radix: 8)) of \(status.st_uid):\(status.st_gid) "
            + "size \(status.st_size) links \(status.st_nlink)"
        // The time of change also tells of new attributes.
        exact = lasting + " written \(Self.text(status.st_mtim)) changed \(Self.text(status.st_ctim))"
        lastReading = Self.text(status.st_atim)
    }

    private static func text(_ time: timespec) -> String { "\(time.tv_sec).\(time.tv_nsec)" }
}

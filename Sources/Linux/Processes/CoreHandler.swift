/// Who takes the core dumps of this host (`core`(5), `kernel.core_pattern`).
public enum CoreHandler: Sendable {
    /// Nobody: they are files of the process.
    case none
    /// A program that the kernel starts, outside of all namespaces but the first; a limit of 1 byte prevents it.
    case program
    /// A socket that the kernel connects to (Linux 6.16), outside of them, too; no limit prevents it.
    case socket

    /// What this host has; `program` where we cannot tell.
    public static var current: CoreHandler {
        let pattern = try? KernelText.read("/proc/sys/kernel/core_pattern")
        return CoreHandler(pattern: pattern.map { String(decoding: $0, as: UTF8.self) })
    }

    /// What the pattern says; nil where it is not known.
    public init(pattern: String?) {
        guard let pattern else {
            self = .program
            return
        }
        self = pattern.hasPrefix("@") ? .socket : pattern.hasPrefix("|") ? .program : .none
    }
}

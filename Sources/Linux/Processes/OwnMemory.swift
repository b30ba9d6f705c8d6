internal import Glibc

/// What this process has in memory.
public enum OwnMemory {
    /// The largest resident set so far, or since `forgetPeak` (`VmHWM` in `proc`(5)); nil where that cannot be read.
    public static func peak() -> Int? {
        guard let file = try? Descriptor.open("/proc/self/status"), let text = try? file.readToEnd(upTo: 1 << 16) else {
            return nil
        }
        for line in String(decoding: text, as: UTF8.self).split(separator: "\n") where line.hasPrefix("VmHWM:") {
            let kibibytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }
            return kibibytes.map { $0 << 10 }
        }
        return nil
    }

    /// Lets the peak begin anew with what is resident now.
    ///
    /// - Throws: the errno of writing `/proc/self/clear_refs`.
    public static func forgetPeak() throws(Errno) {
        try Descriptor.open("/proc/self/clear_refs", O_WRONLY).set("5")
    }
}

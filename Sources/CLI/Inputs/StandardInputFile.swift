package import Core
package import Linux

/// Opens the file that a program is to read, whose bytes are copied into memory for it.
package enum StandardInputFile {
    /// The file at `path`.
    ///
    /// - Throws: `Complaint` when it cannot be opened, is no regular file, or is larger than can be copied.
    package static func open(_ path: String) throws(Complaint) -> HostFile {
        let what = "file for standard input"
        let file = try InputFile.open(path, as: what)
        let largest = largest(available: availableMemory())
        guard file.byteCount <= largest.bytes else {
            let size = Figures.mebibytes(file.byteCount)
            throw .badInput(
                "\(path): \(size) is too large for a \(what), which is copied into memory: at most \(largest)"
            )
        }
        return file
    }

    /// How large it may be, where so much memory is available: half of it, and no more than there is an output limit for.
    package static func largest(available: ByteCount?) -> ByteCount {
        available.map { min(Ceilings.input, ByteCount($0.bytes / 2)) } ?? Ceilings.input
    }

    /// What the kernel thinks that it could give; nil where it does not say.
    private static func availableMemory() -> ByteCount? {
        guard let text = try? KernelText.read("/proc/meminfo") else { return nil }
        for line in String(decoding: text, as: UTF8.self).split(separator: "\n") where line.hasPrefix("MemAvailable:") {
            return line.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { ByteCount($0 << 10) }
        }
        return nil
    }
}

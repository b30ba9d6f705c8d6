package import Core
internal import Linux

/// Opens what a program is to read, whose bytes are copied into memory for it.
package enum StandardInputFile {
    /// The file at `path`, or all that comes from what is there instead, as a pipe; `-` is our own standard input.
    ///
    /// - Throws: `Complaint` when it cannot be opened or read, or is larger than can be copied.
    package static func open(_ path: String) throws(Complaint) -> any ByteSource {
        let largest = largest(available: availableMemory())
        if path == "-" { return try stream("/dev/stdin", named: path, largest: largest) }
        switch HostDirectory.kind(of: path) {
        case .file, .directory, nil: return try regular(path, largest: largest)
        default: return try stream(path, named: path, largest: largest)
        }
    }

    /// How large it may be, where so much memory is available: half of it, and no more than there is an output limit for.
    package static func largest(available: ByteCount?) -> ByteCount {
        available.map { min(Ceilings.input, ByteCount($0.bytes / 2)) } ?? Ceilings.input
    }

    private static let what = "file for standard input"

    private static func regular(_ path: String, largest: ByteCount) throws(Complaint) -> HostFile {
        let file = try InputFile.open(path, as: what)
        guard file.byteCount <= largest.bytes else {
            let size = Figures.mebibytes(file.byteCount)
            throw .badInput(
                "\(path): \(size) is too large for a \(what), which is copied into memory: at most \(largest)"
            )
        }
        return file
    }

    /// All that comes from what can be read only once.
    private static func stream(
        _ place: String,
        named name: String,
        largest: ByteCount
    ) throws(Complaint) -> MemoryBytes {
        var bytes: [UInt8] = []
        var isCalledOff = false
        do throws(Errno) {
            // Our own may be a socket, which cannot be opened by its name.
            let descriptor =
                try name == "-" ? Descriptor.standardInput() : Descriptor.openedAtOnce(place)
            var poll = Poll()
            poll.add(descriptor.number)
            reading: while bytes.count <= largest.bytes {
                // Who never writes must not keep us from being called off.
                while try !poll.wait(nanoseconds: 100_000_000) {
                    isCalledOff = Task.isCancelled
                    if isCalledOff { break reading }
                }
                let piece = try descriptor.readSome(upTo: 1 << 16)
                if piece.isEmpty { break }
                bytes += piece
            }
        } catch {
            throw .badInput("\(name): could not be read: \(error); give a \(what)")
        }
        guard !isCalledOff else { throw .badInput("\(name): reading it was called off; start it again") }
        guard bytes.count <= largest.bytes else {
            throw .badInput("\(name): more than \(largest) come from it, which are copied into memory; give less")
        }
        return MemoryBytes(bytes)
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

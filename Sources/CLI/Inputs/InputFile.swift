package import Core
package import Linux

/// Opens files that a user named, with complaints that say what is wrong with the name.
package enum InputFile {
    /// The whole of the file at `path`.
    ///
    /// - Throws: `Complaint` when it cannot be read or is larger than `largest`.
    package static func read(_ path: String, largest: ByteCount, as what: String) throws(Complaint) -> [UInt8] {
        let file = try open(path, as: what)
        guard file.byteCount <= largest.bytes else {
            let size = Figures.mebibytes(file.byteCount)
            throw .badInput("\(path): \(size) is too large for a \(what), at most \(largest)")
        }
        do {
            return try file.bytes()
        } catch {
            throw .badInput("\(error); check the file")
        }
    }

    /// The file at `path`, or all that comes from what is there instead, as a pipe; `-` is our own standard input.
    ///
    /// - Throws: `Complaint` when it cannot be opened or read, or more comes than `largestStream`.
    package static func stream(_ path: String, as what: String) throws(Complaint) -> any ByteSource {
        let place = path == "-" ? "/dev/stdin" : path
        switch HostDirectory.kind(of: place) {
        case .file, .directory, nil: if path != "-" { return try StandardInputFile.open(path) }
        default: break
        }
        var bytes: [UInt8] = []
        var isCalledOff = false
        do throws(Errno) {
            // A socket cannot be opened by its name.
            let descriptor = try path == "-" ? Descriptor.standardInput() : Descriptor.open(place)
            var poll = Poll()
            poll.add(descriptor.number)
            reading: while bytes.count <= largestStream.bytes {
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
            throw .badInput("\(path): could not be read: \(error); give a \(what)")
        }
        guard !isCalledOff else { throw .badInput("\(path): reading it was called off; start it again") }
        guard bytes.count <= largestStream.bytes else {
            throw .badInput("\(path): more than \(largestStream) come from it; write them to a file and give that")
        }
        return MemoryBytes(bytes)
    }

    /// How much of what is no file is taken: it is kept in memory.
    private static let largestStream = ByteCount.mebibytes(1024)

    /// The file at `path`, to be read piece by piece.
    ///
    /// - Throws: `Complaint` when it cannot be opened or is no regular file.
    package static func open(_ path: String, as what: String) throws(Complaint) -> HostFile {
        guard !path.isEmpty else { throw .badInput("the name of a \(what) is empty; give a file") }
        do {
            return try HostFile(path: path)
        } catch {
            switch error {
            case .missing, .notDirectory: throw .badInput("\(path): there is no such file; check the name")
            case .isDirectory: throw .badInput("\(path): this is a directory; give a \(what)")
            case .denied, .notPermitted: throw .badInput("\(path): reading is not permitted; change its permissions")
            case .invalid: throw .badInput("\(path): this is no regular file; give a \(what)")
            default: throw .badInput("\(path): could not be opened: \(error)")
            }
        }
    }
}

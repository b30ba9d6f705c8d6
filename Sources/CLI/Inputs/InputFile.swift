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

public import Core
internal import Glibc

/// An anonymous file in memory (`memfd_create`(2)): how bytes go into a box and come out of it.
public enum MemoryFile {
    /// An empty file, which nobody may execute, whoever has it.
    ///
    /// `name` is for people who look into `/proc` only.
    public static func make(_ name: String) throws(Errno) -> Descriptor {
        let file = Descriptor(
            owning: try checked { memfd_create(name, CUnsignedInt(MFD_CLOEXEC | MFD_ALLOW_SEALING)) }
        )
        let number = file.number
        // It begins as 0777. The kernel opens a program's interpreter before it closes what is close-on-exec, so that a
        // program could name one of ours.
        try checked { fchmod(number, 0o666) }
        return file
    }

    /// A file that holds `source` and can never be changed again: not written, not grown, not shrunk, not unsealed.
    ///
    /// It is made afresh for every run, so that no two programs ever share an open file, or its position.
    public static func sealed(_ name: String, holding source: any ByteSource) throws(FillFailure) -> Descriptor {
        let file: Descriptor
        do throws(Errno) {
            file = try make(name)
        } catch {
            throw .memory(error)
        }
        try fill(file, with: source)
        return file
    }

    /// Writes `source` to an empty file of `make`, and seals it as `sealed` does.
    public static func fill(_ file: borrowing Descriptor, with source: any ByteSource) throws(FillFailure) {
        do {
            var offset = 0
            while offset < source.byteCount {
                let piece = try source.read(from: offset, upTo: 1 << 18)
                if piece.isEmpty { break }
                try file.write(piece, at: offset)
                offset += piece.count
            }
            try file.seal()
        } catch let error as Errno {
            throw .memory(error)
        } catch let error as ByteSourceFailure {
            throw .source(error)
        } catch {
            throw .memory(.invalid)
        }
    }

    /// Why a memory file could not be filled.
    public enum FillFailure: Error, CustomStringConvertible {
        /// The memory file could not be made or written.
        case memory(Errno)
        /// What was to be put into it could not be read.
        case source(ByteSourceFailure)

        /// The failure in one line.
        public var description: String {
            switch self {
            case .memory(let error): "\(error)"
            case .source(let failure): failure.description
            }
        }
    }
}

extension Descriptor {
    /// Writes all of `bytes` at `offset`.
    ///
    /// The call is `pwrite`(2).
    public borrowing func write(_ bytes: [UInt8], at offset: Int) throws(Errno) {
        let number = number
        var done = 0
        while done < bytes.count {
            done += try checked {
                bytes.withUnsafeBytes { buffer in
                    pwrite(number, buffer.baseAddress.map { $0 + done }, buffer.count - done, off_t(offset + done))
                }
            }
        }
    }

    /// Appends `count` bytes of the open file `source`, from `offset` on.
    ///
    /// The call is `sendfile`(2).
    ///
    /// - Throws: EIO when the source is shorter than that.
    public borrowing func take(_ count: Int, from source: CInt, at offset: Int) throws(Errno) {
        let number = number
        var position = off_t(offset)
        var left = count
        while left > 0 {
            let sent = try checked { sendfile(number, source, &position, left) }
            if sent == 0 { throw Errno(EIO) }
            left -= sent
        }
    }

    /// Forbids every further change of a memory file, and of its seals.
    ///
    /// The call is `fcntl`(2) F_ADD_SEALS.
    public borrowing func seal() throws(Errno) {
        let number = number
        var left = 20
        while true {
            do throws(Errno) {
                try checked { fcntl(number, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_GROW | F_SEAL_SHRINK | F_SEAL_SEAL) }
                return
            } catch  where error == .busy && left > 0 {
                // The kernel itself holds a page for a moment. It has waited for that already, some tenths of a second.
                left -= 1
            }
        }
    }

    /// Empties the file and goes back to its start.
    public borrowing func rewindEmpty() throws(Errno) {
        let number = number
        try checked { ftruncate(number, 0) }
        try checked { lseek(number, 0, SEEK_SET) }
    }
}

internal import Glibc
internal import JailProtocol
internal import Linux

/// What a box writes to standard output, on its way into a memory file or to another box.
struct OutputStream {
    /// What moving came to.
    enum Move {
        /// All there was is moved; more may come.
        case empty
        /// The other box must read first.
        case full
        /// There will never be more, or no more is wanted.
        case ended
    }

    private(set) var length = 0
    private let kind: BoxPlan.Output
    /// The other box reads no more.
    ///
    /// What comes is thrown away, so that a program never dies of having said too much.
    private var isUnread = false

    init(_ kind: BoxPlan.Output) {
        self.kind = kind
    }

    /// How much of it counts against the output limit.
    var counted: Int { kind == .uncountedStream ? 0 : length }

    /// Moves what is in the pipe `source` to `sink`, without a copy through us.
    ///
    /// One byte more than `room` is taken, so that reaching the limit and passing it can be told apart.
    mutating func move(from source: CInt, to sink: CInt, room: Int) throws(Errno) -> Move {
        var room = kind == .uncountedStream ? Int.max - 1 : room
        while room >= 0 {
            if isUnread {
                guard try discard(source, &room) else { return .ended }
                return .empty
            }
            let count = splice(source, nil, sink, nil, min(room + 1, 1 << 20), UInt32(SPLICE_F_NONBLOCK))
            if count > 0 {
                length += count
                room -= count
                continue
            }
            if count == 0 { return .ended }
            let error = Errno.last
            switch error.number {
            case EINTR: continue
            case EPIPE where kind != .file: isUnread = true
            // Of a stream either end may be meant.
            case EAGAIN: return kind != .file && Self.waiting(in: source) > 0 ? .full : .empty
            default: throw error
            }
        }
        return .ended
    }

    /// Throws away what is there.
    ///
    /// - Returns: whether more may come.
    private mutating func discard(_ source: CInt, _ room: inout Int) throws(Errno) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while room >= 0 {
            // Never waits, as the end is not blocking: the program has opened the pipe for reading, too, if it likes, and
            // takes away what was there a moment ago.
            let count = read(source, &buffer, buffer.count)
            if count == 0 { return false }
            if count < 0 {
                let error = Errno.last
                if error.number == EINTR { continue }
                if error == .again { return true }
                throw error
            }
            length += count
            room -= count
        }
        return false
    }

    /// How many bytes there are to read (`FIONREAD`, ioctl_pipe).
    private static func waiting(in pipe: CInt) -> Int {
        var count: CInt = 0
        return ioctl(pipe, UInt(FIONREAD), &count) == 0 ? Int(count) : 0
    }
}

internal import CLinux
internal import Glibc

/// One end of a pair of connected sockets that carry whole messages, with descriptors (`unix`(7), SOCK_SEQPACKET).
public struct MessageSocket: ~Copyable, Sendable {
    /// The socket.
    public let descriptor: Descriptor

    /// A message and the descriptors that came with it, which now are the receiver's to close.
    public struct Message: ~Copyable {
        /// The message.
        public let bytes: [UInt8]
        /// The descriptors in the order in which they were sent; -1 for one that was taken.
        public var descriptors: [CInt]

        /// Takes the descriptor at `place` over; each can be taken once.
        public mutating func take(_ place: Int) -> Descriptor? {
            guard descriptors.indices.contains(place), descriptors[place] >= 0 else { return nil }
            defer { descriptors[place] = -1 }
            return Descriptor(owning: descriptors[place])
        }

        deinit {
            for number in descriptors where number >= 0 { _ = Glibc::close(number) }
        }
    }

    /// The largest message that is carried in the packet itself; a larger one is in a memory file that goes along.
    private static let largestPacket = 16 << 10

    /// The largest message at all.
    public static let largestMessage = 64 << 20

    /// The first byte of a packet: whether the message follows, or is in the last descriptor.
    private enum Carrier {
        static let packet: UInt8 = 0
        static let file: UInt8 = 1
    }

    /// Takes over a connected socket.
    public init(owning descriptor: consuming Descriptor) {
        self.descriptor = descriptor
    }

    /// Gives the socket's number away without closing it.
    public consuming func release() -> CInt { descriptor.release() }

    /// Two connected ends: one of ours, and one to give away.
    @frozen public struct Pair: ~Copyable {
        /// The end to keep.
        public var ours: MessageSocket
        /// The end for another process.
        public var theirs: Descriptor
    }

    /// Two connected ends.
    public static func pair() throws(Errno) -> Pair {
        var ends: (CInt, CInt) = (-1, -1)
        try checked {
            withUnsafeMutableBytes(of: &ends) { buffer in
                guard let start = buffer.bindMemory(to: CInt.self).baseAddress else { return CInt(-1) }
                return socketpair(AF_UNIX, CInt(SOCK_SEQPACKET.rawValue | SOCK_CLOEXEC.rawValue), 0, start)
            }
        }
        return Pair(ours: MessageSocket(owning: Descriptor(owning: ends.0)), theirs: Descriptor(owning: ends.1))
    }

    /// Sends one message; the descriptors stay the caller's.
    ///
    /// - Throws: EMSGSIZE for a message that is too large, EPIPE when the other end is closed.
    public borrowing func send(_ bytes: [UInt8], descriptors: [CInt] = []) throws(Errno) {
        guard bytes.count <= Self.largestMessage else { throw Errno(EMSGSIZE) }
        guard bytes.count >= Self.largestPacket else {
            try sendPacket([Carrier.packet] + bytes, descriptors)
            return
        }
        let file = try MemoryFile.make("assay-message")
        try file.write(bytes, at: 0)
        try sendPacket([Carrier.file], descriptors + [file.number])
    }

    private borrowing func sendPacket(_ bytes: [UInt8], _ descriptors: [CInt]) throws(Errno) {
        let number = descriptor.number
        let sent = bytes.withUnsafeBytes { content in
            linux_send(number, content.baseAddress, content.count, descriptors, descriptors.count, 0)
        }
        if sent < 0 { throw .last }
    }

    /// Waits for the next message; nil when the other end is closed.
    ///
    /// - Throws: EBADMSG for a packet that `send` did not make.
    @available(*, noasync)
    public borrowing func receive() throws(Errno) -> Message? {
        var bytes = [UInt8](repeating: 0, count: Self.largestPacket)
        var descriptors = [CInt](repeating: -1, count: Int(LINUX_MAX_DESCRIPTORS))
        var count = 0
        let number = descriptor.number
        var received = linux_receive(number, &bytes, bytes.count, &descriptors, &count, 0)
        if received < 0, errno == ECONNRESET {
            // The peer has ended with a message of ours unread, which is told once. What it has said before is still there.
            received = linux_receive(number, &bytes, bytes.count, &descriptors, &count, 0)
        }
        if received < 0 {
            let error = Errno.last
            if error.number == ECONNRESET { return nil }
            throw error
        }
        if received == 0 { return nil }
        descriptors.removeSubrange(count...)
        if bytes[0] == Carrier.file {
            guard let last = descriptors.popLast() else { throw Errno(EBADMSG) }
            let file = Descriptor(owning: last)
            let size = Int(try file.status().st_size)
            guard size <= Self.largestMessage else { throw Errno(EMSGSIZE) }
            return Message(bytes: try file.read(at: 0, upTo: size), descriptors: descriptors)
        }
        bytes.removeSubrange(received...)
        bytes.removeFirst()
        return Message(bytes: bytes, descriptors: descriptors)
    }
}

internal import Glibc
internal import Linux
internal import Synchronization

/// A thread that rings a doorbell when something happens in a directory (`inotify`(7)).
final class Watch: Sendable {
    private let events: Descriptor
    private let ending: Descriptor
    private let ender: Descriptor
    private let isStarted = Atomic(false)

    init?(_ directory: String) {
        let number = inotify_init1(CInt(IN_CLOEXEC | IN_NONBLOCK))
        guard number >= 0 else { return nil }
        let events = Descriptor(owning: number)
        guard inotify_add_watch(number, directory, UInt32(IN_MODIFY | IN_CLOSE_WRITE)) >= 0, let pipe = try? Pipe()
        else {
            return nil
        }
        self.events = events
        let ends = pipe.release()
        ending = Descriptor(owning: ends.reader)
        ender = Descriptor(owning: ends.writer)
    }

    /// Starts the thread, unless it was started before.
    ///
    /// - Parameters:
    ///   - doorbell: What is rung.
    ///   - someoneLeft: Called when a process has closed a file that it could write to.
    func start(_ doorbell: Doorbell, someoneLeft: @escaping @Sendable () -> Void) {
        if isStarted.exchange(true, ordering: .relaxed) { return }
        try? Thread.start { [self] in
            var poll = Poll()
            poll.add(events.number)
            poll.add(ending.number)
            while (try? poll.wait(nanoseconds: nil)) != nil {
                if poll.isReady(1) { return }
                if poll.isReady(0) {
                    if drain() { someoneLeft() }
                    doorbell.ring()
                }
            }
        }
    }

    /// Ends the thread.
    func end() {
        var byte: UInt8 = 0
        _ = write(ender.number, &byte, 1)
    }

    /// Takes all events that there are, and says whether one of them was that a file was closed.
    private func drain() -> Bool {
        var isClosed = false
        let size = MemoryLayout<inotify_event>.size
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        while true {
            let count = read(events.number, &buffer, buffer.count)
            guard count > 0 else { return isClosed }
            buffer.withUnsafeBytes { bytes in
                var place = 0
                while place + size <= count {
                    let event = bytes.loadUnaligned(fromByteOffset: place, as: inotify_event.self)
                    // An overflow may hide anything.
                    if event.mask & UInt32(IN_CLOSE_WRITE | IN_Q_OVERFLOW) != 0 { isClosed = true }
                    place += size + Int(event.len)
                }
            }
        }
    }
}

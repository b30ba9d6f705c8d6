import CLI
import Synchronization

/// A channel that keeps what is written to it.
final class Recording: Sendable {
    private let bytes = Mutex<[UInt8]>([])

    /// What has been written.
    var text: String { String(decoding: bytes.withLock { $0 }, as: UTF8.self) }

    /// The channel.
    func channel(isTerminal: Bool = false, hasColour: Bool = false, columns: Int = 80) -> Channel {
        Channel(isTerminal: isTerminal, hasColour: hasColour, columns: columns) { new in
            self.bytes.withLock { $0 += new }
        }
    }
}

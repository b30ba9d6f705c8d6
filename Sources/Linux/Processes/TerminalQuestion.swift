internal import Glibc

/// A question to whoever sits at this process's terminal.
public enum TerminalQuestion {
    /// Shows `question` and gives the line that comes back, without its end; nil when there is no terminal, or it is gone.
    @available(*, noasync, message: "this blocks the thread")
    public static func ask(_ question: String) -> String? {
        // A process in the background would be stopped by asking.
        guard let terminal = try? Descriptor.open("/dev/tty", O_RDWR | O_NOCTTY),
            tcgetpgrp(terminal.number) == getpgrp()
        else { return nil }
        guard (try? terminal.write(Array(question.utf8))) != nil else { return nil }
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while line.count < 1000 {
            let count = read(terminal.number, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1 else { return nil }
            if byte == 10 { break }
            line.append(byte)
        }
        return String(decoding: line, as: UTF8.self)
    }
}

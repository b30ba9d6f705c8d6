internal import CLinux
internal import Glibc

extension StandardStream {
    /// Whether a terminal is behind it.
    ///
    /// The call is `isatty`(3).
    public var isTerminal: Bool { isatty(rawValue) == 1 }

    /// How many columns the terminal has; nil when there is none, or it does not tell.
    public var columns: Int? {
        let columns = Int(linux_terminal_columns(rawValue))
        return columns > 0 ? columns : nil
    }
}

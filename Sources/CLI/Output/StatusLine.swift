/// One line on a terminal that is written over while something goes on, and gone in the end.
package final class StatusLine: Sendable {
    private let channel: Channel

    /// A status line on `channel`; on anything but a terminal it shows nothing.
    package init(on channel: Channel) { self.channel = channel }

    /// Shows `text` in place of what was shown.
    package func show(_ text: String) throws(Complaint) {
        guard channel.isTerminal else { return }
        let shown = TextWidth.cut(VisibleText.line(text), to: channel.columns - 1)
        try channel.write("\r\u{1B}[K" + channel.style.mark(shown, .faint))
    }

    /// Takes the line away, so that other lines can be written.
    package func clear() throws(Complaint) {
        if channel.isTerminal { try channel.write("\r\u{1B}[K") }
    }
}

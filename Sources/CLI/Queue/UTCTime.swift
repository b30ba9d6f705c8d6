internal import Linux
package import Queueing

/// Moments as people and programs read them.
package enum UTCTime {
    /// The moment with milliseconds, as in `2025-08-09T10:11:12.345Z`.
    package static func text(_ moment: Timestamp) -> String {
        Clock.utc(millisecondsSince1970: moment.milliseconds)
    }

    /// How long ago it was, or how long something took, as in `7 s`, `3 min`, `5 h` and `12 d`.
    package static func span(_ duration: Duration) -> String {
        let milliseconds = max(0, duration.inMilliseconds)
        let seconds = milliseconds / 1000
        if seconds < 10 { return "\(seconds).\(milliseconds % 1000 / 100) s" }
        if seconds < 120 { return "\(seconds) s" }
        if seconds < 7200 { return "\(seconds / 60) min" }
        return seconds < 172_800 ? "\(seconds / 3600) h" : "\(seconds / 86_400) d"
    }
}

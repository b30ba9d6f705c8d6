package import Queueing

/// Moments as people and programs read them.
package enum UTCTime {
    /// The moment with milliseconds, as in `2025-08-09T10:11:12.345Z`.
    package static func text(_ moment: Timestamp) -> String {
        let seconds = Int((Double(moment.milliseconds) / 1000).rounded(.down))
        let (year, month, day) = date(daysSince1970: floored(seconds, 86_400))
        let time = seconds - floored(seconds, 86_400) * 86_400
        let clock = [time / 3600, time / 60 % 60, time % 60].map { padded($0, 2) }.joined(separator: ":")
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))T\(clock)."
            + padded(moment.milliseconds - seconds * 1000, 3) + "Z"
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

    /// Year, month and day: years are counted from March on, so that a leap day is the last one
    /// (400 years have 146,097 days).
    private static func date(daysSince1970 days: Int) -> (Int, Int, Int) {
        let shifted = days + 719_468
        let era = floored(shifted, 146_097)
        let ofEra = shifted - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * ofYear + 2) / 153
        let day = ofYear - (153 * month + 2) / 5 + 1
        return (yearOfEra + era * 400 + (month < 10 ? 0 : 1), month < 10 ? month + 3 : month - 9, day)
    }

    private static func floored(_ number: Int, _ divisor: Int) -> Int {
        number >= 0 ? number / divisor : -((divisor - 1 - number) / divisor)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

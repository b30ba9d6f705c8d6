internal import Glibc

/// The clock that only ever goes forward (`clock_gettime`(2), CLOCK_MONOTONIC).
public enum Clock {
    /// Seconds since 1970, as files have them.
    public static var wallSeconds: Int { time(nil) }

    /// Milliseconds since 1970 (`clock_gettime`(2), CLOCK_REALTIME).
    public static var wallMilliseconds: Int {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }

    /// Nanoseconds since some moment in the past; 0 where the clock cannot be read.
    public static var nanoseconds: UInt64 { (try? now()) ?? 0 }

    /// The same where a wrong time would be a wrong verdict.
    ///
    /// - Throws: the errno of `clock_gettime`(2), which an ordinary kernel never gives.
    public static func now() throws(Errno) -> UInt64 {
        var time = timespec()
        try checked { clock_gettime(CLOCK_MONOTONIC, &time) }
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    /// Milliseconds since the machine was started, those in which it slept included (`clock_gettime`(2),
    /// CLOCK_BOOTTIME).
    public static var bootMilliseconds: Int {
        var time = timespec()
        clock_gettime(CLOCK_BOOTTIME, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }

    /// The date and time in UTC, as in `2025-08-09T10:11:12Z`.
    public static var utc: String { utc(secondsSince1970: wallSeconds) + "Z" }

    /// A moment in UTC with milliseconds, as in `2025-08-09T10:11:12.345Z` (RFC 3339).
    ///
    /// - Parameter milliseconds: Since 1970; before that they are negative.
    /// - Returns: The text.
    public static func utc(millisecondsSince1970 milliseconds: Int) -> String {
        let seconds = Int((Double(milliseconds) / 1000).rounded(.down))
        return "\(utc(secondsSince1970: seconds)).\(padded(milliseconds - seconds * 1000, 3))Z"
    }

    /// Without the zone (`gmtime_r`(3)).
    private static func utc(secondsSince1970 seconds: Int) -> String {
        var seconds = seconds
        var parts = tm()
        gmtime_r(&seconds, &parts)
        let date =
            "\(padded(Int(parts.tm_year) + 1900, 4))-\(padded(Int(parts.tm_mon) + 1, 2))-\(padded(Int(parts.tm_mday), 2))"
        let time = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { padded(Int($0), 2) }.joined(separator: ":")
        return "\(date)T\(time)"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

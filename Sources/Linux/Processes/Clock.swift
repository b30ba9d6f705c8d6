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

    /// Nanoseconds since some moment in the past.
    public static var nanoseconds: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    /// The date and time in UTC, as in `2025-08-09T10:11:12Z` (`gmtime_r`(3)).
    public static var utc: String {
        var seconds = time(nil)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        func two(_ number: CInt) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let date = "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
        return "\(date)T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
    }
}

internal import Glibc

/// The clock that only ever goes forward (`clock_gettime`(2), CLOCK_MONOTONIC).
public enum Clock {
    /// Seconds since 1970, as files have them.
    public static var wallSeconds: Int { time(nil) }

    /// Nanoseconds since some moment in the past.
    public static var nanoseconds: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}

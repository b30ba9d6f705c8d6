import Linux

/// How many descriptors this process has open.
enum OpenDescriptors {
    /// How many there are once nothing closes any more: what was taken down may still be on its way.
    static func settled() -> Int {
        var count = now()
        var equal = 0
        while equal < 50 {
            pause()
            let next = now()
            equal = next == count ? equal + 1 : 0
            count = next
        }
        return count
    }

    /// How many there are; looked at again for a while until there are no more than `expected`.
    static func now(atMost expected: Int) -> Int {
        let end = Clock.nanoseconds + 5_000_000_000
        while true {
            let count = now()
            if count <= expected || Clock.nanoseconds > end { return count }
            pause()
        }
    }

    private static func now() -> Int {
        (try? HostDirectory.entries(of: "/proc/self/fd").count) ?? -1
    }

    private static func pause() {
        var nothing = Poll()
        _ = try? nothing.wait(nanoseconds: 5_000_000)
    }
}

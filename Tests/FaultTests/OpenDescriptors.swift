import Linux

/// How many descriptors this process has open.
enum OpenDescriptors {
    /// How many there are; looked at again for a while until it is `expected`, since threads of ours may just be ending.
    static func now(expecting expected: Int? = nil) -> Int {
        let end = Clock.nanoseconds + 5_000_000_000
        while true {
            let count = (try? HostDirectory.entries(of: "/proc/self/fd").count) ?? -1
            if count == expected || expected == nil || Clock.nanoseconds > end { return count }
            var nothing = Poll()
            _ = try? nothing.wait(nanoseconds: 5_000_000)
        }
    }
}

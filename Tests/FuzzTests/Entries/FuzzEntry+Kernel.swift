import Linux

extension FuzzEntry {
    /// Texts of the kernel's, parts of which others choose: names of cgroups and mounts.
    static let kernel: [FuzzEntry] = [
        FuzzEntry(
            "figures",
            words: ["usage_usec ", "oom_kill ", "populated ", "inactive_file ", "\n", "0", "18446744073709551615", " "]
        ) { input in
            let keys: [StaticString] = ["usage_usec ", "oom_kill ", "populated ", ""]
            for key in keys {
                guard let number = input.withUnsafeBytes({ KernelNumber.number(after: key, in: $0) }) else { continue }
                precondition(number >= 0, "figures are not negative")
            }
        },
        FuzzEntry(
            "membership",
            words: [
                "0::/", "4:memory:/a", "8:pids:/", "\n", ":", "/", " - ", "cgroup ", "cgroup2 ", "memory", "rw", ",",
                "36 35 98:0 / /sys/fs/cgroup rw,nosuid shared:1 - cgroup2 cgroup2 rw\n",
            ]
        ) { input in
            var parts = FuzzParts(input)
            let membership = String(decoding: parts.next(), as: UTF8.self)
            let mounts = String(decoding: parts.remainder(), as: UTF8.self)
            _ = CgroupMembership(membership: membership, mountInfo: mounts)
        },
    ]
}

internal import CLinux

/// Which processors this thread, and what it starts, may run on (`sched_setaffinity`(2)).
public enum Processors {
    /// Those that are allowed, ascending; none when the kernel does not tell.
    public static var allowed: [Int] {
        var words = [UInt64](repeating: 0, count: 128)
        let count = Int(linux_allowed_processors(&words, words.count))
        guard count > 0 else { return [] }
        return words.prefix(count).enumerated().flatMap { place, word in
            (0..<64).filter { word & (1 << UInt64($0)) != 0 }.map { 64 * place + $0 }
        }
    }

    /// Allows this one only, from now on.
    public static func bind(to processor: Int) throws(Errno) {
        try checked { linux_bind_to_processor(CInt(processor)) }
    }

    /// The processors of the machine by core: each list has those that share one, as the kernel tells it in
    /// `/sys/devices/system/cpu`.
    ///
    /// Empty where that is not mounted.
    public static func cores() -> [[Int]] {
        let directory = "/sys/devices/system/cpu"
        var cores: Set<[Int]> = []
        for name in HostDirectory.subdirectories(of: directory) where name.hasPrefix("cpu") {
            guard let processor = Int(name.dropFirst(3)) else { continue }
            // The first is the newer name of the second (Linux 5.3).
            let lists = ["core_cpus_list", "thread_siblings_list"].lazy.compactMap {
                try? KernelText.read("\(directory)/\(name)/topology/\($0)")
            }
            // A processor that is off has no topology.
            guard let text = lists.first else { continue }
            cores.insert(list(String(decoding: text, as: UTF8.self)) ?? [processor])
        }
        return cores.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
    }

    /// What a list of the kernel's means, as in `0-3,8`; nil for what is none.
    public static func list(_ text: String) -> [Int]? {
        var result: [Int] = []
        for part in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first >= 0, first <= last
            else { return nil }
            result += first...last
        }
        return result
    }
}

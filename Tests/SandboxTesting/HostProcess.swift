internal import Glibc
internal import Linux

/// A process of the host.
package struct HostProcess: Sendable {
    /// Its number.
    package var number: Int
    /// Its parent's number.
    package var parent: Int
    /// Its real user id.
    package var user: Int?
    /// Its name, as the kernel has it.
    package var name: String
    /// Whether it has ended, and only its parent has not asked for it yet.
    package var isZombie: Bool
    /// Whether it runs one of the programs of this test run, or was forked by one.
    package var isMarked: Bool

    /// All that there are.
    package static func all() -> [HostProcess] {
        ((try? HostDirectory.entries(of: "/proc")) ?? []).compactMap { entry in
            guard let number = Int(entry.name) else { return nil }
            guard let file = try? Descriptor.open("/proc/\(number)/status"),
                let bytes = try? file.readAtOnce(upTo: 2048)
            else { return nil }
            // Only the first lines are wanted, of very many processes.
            var values: [String: String] = [:]
            for line in bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 10).dropLast() {
                let parts = String(decoding: line, as: UTF8.self).split(separator: ":\t", maxSplits: 1)
                if parts.count == 2 { values[String(parts[0])] = String(parts[1]) }
            }
            guard let name = values["Name"], let parent = values["PPid"].flatMap({ Int($0) }) else { return nil }
            let words = HostProcess.words(of: number)
            let isMarked = words.contains { $0.hasPrefix("/box/" + HostileCompiler.mark) }
            let isZombie = values["State"]?.hasPrefix("Z") ?? true
            return HostProcess(
                number: number,
                parent: parent,
                user: values["Uid"]?.split(separator: "\t").first.flatMap { Int($0) },
                name: name,
                isZombie: isZombie,
                isMarked: isMarked
            )
        }
    }

    /// The number of a process's parent; nil when it is gone.
    package static func parent(of process: Int) -> Int? {
        lines(of: "/proc/\(process)/status").first { $0.hasPrefix("PPid:\t") }.flatMap { Int($0.dropFirst(6)) }
    }

    /// The state that a process is in, as the kernel's letter; nil when it is gone.
    package static func state(of process: Int) -> Character? {
        lines(of: "/proc/\(process)/status").first { $0.hasPrefix("State:\t") }?.dropFirst(7).first
    }

    /// A process's command line, word by word; none when it is gone.
    package static func words(of process: Int) -> [Substring] {
        guard let file = try? Descriptor.open("/proc/\(process)/cmdline"),
            let bytes = try? file.read(at: 0, upTo: 1 << 12)
        else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\0")
    }

    /// The lines of a file of the kernel's; none when it is gone.
    package static func lines(of path: String) -> [Substring] {
        guard let file = try? Descriptor.open(path) else { return [] }
        // Most of them are small, and there are many: a large buffer for each would be most of the work.
        var bytes: [UInt8] = []
        while let piece = try? file.read(at: bytes.count, upTo: 1 << 13), !piece.isEmpty { bytes += piece }
        return bytes.split(separator: UInt8(ascii: "\n")).map { Substring(String(decoding: $0, as: UTF8.self)) }
    }
}

import Core
import Glibc
import Linux

/// What there is of a sandbox on the host: the same after a run as before it, whatever the run has done.
struct Traces: Equatable, Sendable, CustomStringConvertible {
    /// Processes that are below our jailers: nothing, when no box runs.
    var boxes: [String] = []
    /// How many descriptors each jailer has open.
    var descriptors: [Int: Int] = [:]
    /// Mounts in each jailer's own namespace.
    var mounts: [Int: Int] = [:]
    /// Processes in the sandbox's cgroups that are no jailers.
    var grouped: [Int] = []
    /// Files of the state directory that are only half written.
    var temporary: [String] = []

    var description: String {
        "boxes \(boxes) descriptors \(descriptors) mounts \(mounts) grouped \(grouped) temporary \(temporary)"
    }

    /// What there is now of the sandbox under test.
    ///
    /// Processes are what they are when a run's outcome is there. Descriptors are counted again until they are as
    /// `expected`, or no fewer than a moment ago: a jailer closes what it was sent just after it has answered.
    static func ofSandbox(expecting expected: Traces? = nil) -> Traces {
        var traces = look()
        for _ in 0..<500 where traces != expected {
            var nothing = Poll()
            _ = try? nothing.wait(nanoseconds: 2_000_000)
            let descriptors = look().descriptors
            if expected == nil, descriptors == traces.descriptors { break }
            traces.descriptors = descriptors
        }
        return traces
    }

    private static func look() -> Traces {
        var traces = Traces()
        let jailers = SandboxUnderTest.jailers()
        for process in HostProcess.all() where jailers.contains(process.parent) || process.isMarked {
            traces.boxes.append("\(process.number) \(process.name)")
        }
        for jailer in jailers {
            traces.descriptors[jailer] = (try? HostDirectory.entries(of: "/proc/\(jailer)/fd").count) ?? -1
            traces.mounts[jailer] = HostProcess.lines(of: "/proc/\(jailer)/mountinfo").count
        }
        for file in SandboxUnderTest.cgroups().flatMap(ScratchDirectory.contents) where file.hasSuffix("/cgroup.procs")
        {
            let processes = HostProcess.lines(of: file).compactMap { Int($0) }
            traces.grouped += processes.filter { !jailers.contains($0) && $0 != Int(getpid()) }
        }
        if let state = SandboxUnderTest.state {
            traces.temporary = ScratchDirectory.contents(of: state).filter(SandboxUnderTest.isTemporary)
        }
        return traces
    }
}

/// A process of the host.
struct HostProcess: Sendable {
    /// Its number.
    var number: Int
    /// Its parent's number.
    var parent: Int
    /// Its name, as the kernel has it.
    var name: String
    /// Whether it runs one of the programs of this test run, or was forked by one.
    var isMarked: Bool

    /// All that there are.
    static func all() -> [HostProcess] {
        ((try? HostDirectory.entries(of: "/proc")) ?? []).compactMap { entry in
            guard let number = Int(entry.name) else { return nil }
            let lines = lines(of: "/proc/\(number)/status")
            func value(_ key: String) -> String? {
                lines.first { $0.hasPrefix(key) }.map { String($0.dropFirst(key.count)) }
            }
            guard let name = value("Name:\t"), let parent = value("PPid:\t").flatMap({ Int($0) }) else { return nil }
            let line = HostProcess.lines(of: "/proc/\(number)/cmdline").first ?? ""
            let isMarked = line.hasPrefix("/box/" + HostileCompiler.mark)
            return HostProcess(number: number, parent: parent, name: name, isMarked: isMarked)
        }
    }

    /// The number of a process's parent; nil when it is gone.
    static func parent(of process: Int) -> Int? {
        lines(of: "/proc/\(process)/status").first { $0.hasPrefix("PPid:\t") }.flatMap { Int($0.dropFirst(6)) }
    }

    /// The lines of a file of the kernel's; none when it is gone.
    static func lines(of path: String) -> [Substring] {
        guard let file = try? Descriptor.open(path), let bytes = try? file.read(at: 0, upTo: 1 << 20) else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    }
}

import Core
import Glibc
import Linux

/// What there is of a sandbox on the host: the same after a run as before it, whatever the run has done.
struct Traces: Equatable, Sendable, CustomStringConvertible {
    /// Processes of this test run's programs: none, when no box runs.
    var programs: [String] = []
    /// Processes that are below our jailers: none, when the last box's init has taken its namespaces down.
    var inits: [String] = []
    /// How many descriptors each jailer has open.
    var descriptors: [Int: Int] = [:]
    /// How many mounts there are in each namespace that a jailer is in: that of the root which it has prepared last.
    var mounts: [String: Int] = [:]
    /// Processes in the sandbox's cgroups that are no jailers.
    var grouped: [Int] = []
    /// Files of the state directory that are only half written.
    var temporary: [String] = []

    var description: String {
        "programs \(programs) inits \(inits) descriptors \(descriptors) mounts \(mounts) grouped \(grouped) temporary \(temporary)"
    }

    /// Whether nothing is left that was not there before.
    ///
    /// A jailer may have one descriptor more or less: that of an init which it has not asked about its end yet. And it
    /// may be in the namespace of another root than before, about whose mounts nothing is known.
    static func == (left: Traces, right: Traces) -> Bool {
        left.programs == right.programs && left.inits == right.inits
            && left.mounts.allSatisfy { $0.value == right.mounts[$0.key] ?? $0.value }
            && left.grouped == right.grouped && left.temporary == right.temporary
            && left.descriptors.keys == right.descriptors.keys
            && left.descriptors.allSatisfy { abs($0.value - (right.descriptors[$0.key] ?? 0)) <= 1 }
    }

    /// What there is now of the sandbox under test.
    ///
    /// Programs are what they are when a run's outcome is there. The rest is looked at again until it is as `expected`, or
    /// as it was a moment ago: a jailer answers while the box's init takes the namespaces down, and closes what it was
    /// sent just after it has answered. While it makes the next box it is in another mount namespace for a moment.
    static func ofSandbox(expecting expected: Traces? = nil) -> Traces {
        var traces = look()
        let end = Clock.nanoseconds + 2_000_000_000
        while traces != expected, Clock.nanoseconds < end {
            var nothing = Poll()
            _ = try? nothing.wait(nanoseconds: 2_000_000)
            let next = look()
            let isSettled = next.descriptors == traces.descriptors && next.mounts == traces.mounts
            traces.descriptors = next.descriptors
            traces.mounts = next.mounts
            traces.inits = next.inits
            if expected == nil, isSettled, next.inits.isEmpty { break }
        }
        return traces
    }

    private static func look() -> Traces {
        var traces = Traces()
        let jailers = SandboxUnderTest.jailers()
        for process in HostProcess.all() where !process.isZombie {
            let description = "\(process.number) \(process.name)"
            if process.isMarked { traces.programs.append(description) }
            if jailers.contains(process.parent) { traces.inits.append(description) }
        }
        for jailer in jailers {
            traces.descriptors[jailer] = (try? HostDirectory.entries(of: "/proc/\(jailer)/fd").count) ?? -1
            let namespace = HostDirectory.target(ofLink: "/proc/\(jailer)/ns/mnt") ?? "none"
            traces.mounts["\(jailer) \(namespace)"] = HostProcess.lines(of: "/proc/\(jailer)/mountinfo").count
        }
        for file in SandboxUnderTest.cgroups().flatMap(ScratchDirectory.contents) where file.hasSuffix("/cgroup.procs")
        {
            // Where jailers are there are inits as well, which are looked at above.
            if file.hasSuffix("/jailer/cgroup.procs") { continue }
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
    /// Whether it has ended, and only its parent has not asked for it yet.
    var isZombie: Bool
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
            let isZombie = value("State:\t")?.hasPrefix("Z") ?? true
            return HostProcess(number: number, parent: parent, name: name, isZombie: isZombie, isMarked: isMarked)
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

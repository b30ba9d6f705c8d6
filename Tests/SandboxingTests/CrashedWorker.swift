import CLinux
import Core
import Glibc
import Linux
import SandboxTesting
import Sandboxing

/// A process with a sandbox that is killed while a program runs in it.
struct CrashedWorker: Sendable {
    /// Who took part in it.
    var roles: Set<Participant.Role>
    /// Those who are alive although they should not be.
    var survivors: [String]
    /// Its directories in the cgroup hierarchies.
    var cgroups: [String]

    // MARK: - In the process that is to be killed

    /// Runs a program that does not end, tells who takes part in that, and does not end itself.
    static func work(in directory: String) async throws {
        let sandbox = try SandboxUnderTest.make(state: directory + "/state", slots: 1)
        let key = ArtifactKey(named: "crash")
        let content = MemoryBytes(try HostFile.read(directory + "/program"))
        try await sandbox.keep(
            Bundle(files: [BoxFile(path: "program", content: content, isExecutable: true)]),
            as: key,
            note: []
        )
        // As if it were killed while it keeps another one.
        try makeDraft(below: directory + "/state/artifacts")
        let command = Command(
            arguments: ["/box/program"],
            root: Root(entries: []),
            policy: "native",
            workspace: .artifact(key),
            limits: .hostile
        )
        let run = Task { try await sandbox.run(command) }
        try Linux.Thread.start { report(on: sandbox, to: directory + "/report") }
        // A run that ends by itself lets this process end otherwise than by the signal that is waited for.
        _ = try await run.value
    }

    private static func makeDraft(below artifacts: String) throws {
        for boot in try HostDirectory.entries(of: artifacts) {
            let draft = "\(artifacts)/\(boot.name)/drafts/\(getpid())-1"
            try HostDirectory.make(draft)
            _ = try HostWriting.makeFile(draft + "/half", mode: 0o600)
            _ = try HostWriting.makeFile(draft + ".note", mode: 0o600)
        }
    }

    /// Once the program runs, writes down everybody's role and number and the cgroups.
    private static func report(on sandbox: Sandbox, to path: String) {
        let lines =
            Participant.all(in: sandbox, program: "/box/program").map(\.description)
            + sandbox.cgroupDirectories.map { "cgroup \($0)" } + ["end"]
        guard let report = try? Descriptor.open(path, O_WRONLY) else { return }
        try? report.write(Array(lines.map { $0 + "\n" }.joined().utf8))
    }

    // MARK: - In the process that kills it

    /// Waits for the report, kills those who are to be killed, and waits until everybody is gone.
    static func kill(_ victims: Set<Participant.Role>, in directory: String) async throws -> CrashedWorker {
        try await withCheckedThrowingContinuation { continuation in
            do {
                try Linux.Thread.start {
                    continuation.resume(with: Result { try killAndWait(victims, report: directory + "/report") })
                }
            } catch {
                continuation.resume(throwing: error)
            }
        }
    }

    private static let patience: UInt64 = 60_000_000_000

    private static func killAndWait(_ victims: Set<Participant.Role>, report path: String) throws -> CrashedWorker {
        // For both ways, so that it is never at its end before the writer comes.
        let pipe = try Descriptor.open(path, O_RDWR)
        var text = ""
        while !text.hasSuffix("end\n") {
            var poll = Poll()
            poll.add(pipe.number)
            guard try poll.wait(nanoseconds: patience) else { throw Errno(ETIMEDOUT) }
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = read(pipe.number, &buffer, buffer.count)
            text += String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
        }
        var worker = CrashedWorker(roles: [], survivors: [], cgroups: [])
        var everybody: [(role: Participant.Role, name: String, pidfd: CInt)] = []
        defer { for one in everybody { close(one.pidfd) } }
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: " ")
            if parts.count == 2, parts[0] == "cgroup" { worker.cgroups.append(String(parts[1])) }
            guard parts.count == 2, let role = Participant.Role(rawValue: String(parts[0])), let number = CInt(parts[1])
            else {
                continue
            }
            let pidfd = linux_pidfd_open(number)
            guard pidfd >= 0 else { throw Errno.last }
            everybody.append((role, String(line), pidfd))
        }
        worker.roles = Set(everybody.map(\.role))
        // The sweeper first: it wakes up when the worker, having seen its jailer's end, lets its sandbox go. The worker last,
        // so that it sees as little of that as can be.
        let ranks: [Participant.Role: Int] = [.sweeper: 0, .worker: 2]
        let order = everybody.filter { victims.contains($0.role) }
            .sorted { ranks[$0.role, default: 1] < ranks[$1.role, default: 1] }
        // Nor may it go on between two of the kills.
        for one in order where one.role == .worker { _ = linux_pidfd_send_signal(one.pidfd, SIGSTOP) }
        for one in order { _ = linux_pidfd_send_signal(one.pidfd, SIGKILL) }
        for one in everybody {
            var poll = Poll()
            poll.add(one.pidfd)
            if try !poll.wait(nanoseconds: patience) { worker.survivors.append(one.name) }
        }
        return worker
    }
}

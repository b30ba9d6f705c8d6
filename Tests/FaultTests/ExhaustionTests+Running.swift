import Core
import Glibc
import Linux
import Sandboxing
import Testing

/// What runs out elsewhere, or only once a worker is at work.
extension BrokenMachinery.ExhaustionTests {
    /// What is tried as root alone: others cannot mount.
    static let fullPlaces: [String] = geteuid() == 0 ? ["/tmp", "/var/tmp", "/dev/shm"] : []

    @Test(arguments: fullPlaces)
    func `a full place for temporary files changes nothing, since nothing is put there`(_ place: String) async throws {
        let assay = try await Workshop.blocking {
            try BuiltAssay(in: Workshop.shared.get().directory + "/full" + place.replacing("/", with: "-"))
        }
        // In a mount namespace of its own: nobody else sees this. What we need ourselves below the place stays there.
        let script = """
            place=$1 program=$2 source=$3; shift 3
            mount --rbind "$place" /mnt && mount -t tmpfs -o size=64k,nr_inodes=64 none "$place" || exit 99
            for kept; do
                case $kept in "$place"/*)
                    mkdir -p "$kept" && mount --rbind "/mnt/${kept#"$place"/}" "$kept" || exit 98
                esac
            done
            head -c 1000000 /dev/zero >"$place/large" 2>/dev/null && exit 97
            count=0
            while true >"$place/$count"; do count=$((count + 1)); done 2>/dev/null
            [ "$count" -lt 64 ] || exit 96
            exec "$program" run "$source"
            """
        let checkout = Workshop.sandboxes.split(separator: "/").dropLast().map { "/" + $0 }.joined()
        let kept = [checkout, Workshop.products, assay.directory]
        let result = try await Workshop.blocking {
            try assay.run(
                "/usr/bin/unshare",
                ["-m", "/bin/sh", "-c", script, "sh", place, BuiltAssay.program, assay.source] + kept
            )
        }
        #expect(result.isRight, "\(result)")
    }

    /// The worker is there and has run something when all further processes and threads are forbidden it.
    @Test
    func `a worker that may have no more processes while it works loses a run, says why, and goes on`() async throws {
        let workshop = try await Workshop.blocking { try Workshop.shared.get() }
        let directory = workshop.directory + "/no-processes"
        try HostDirectory.make(directory)
        try await Workshop.blocking { try HostCompiler.make(directory + "/load", from: ["Programs/load.c"]) }
        let cgroup = try Self.makeCgroup(ofProcesses: nil)
        defer { CgroupTree.remove(cgroup) }
        await #expect(processExitsWith: .success) { [directory = directory as String, cgroup = cgroup as String] in
            try await WorkerWithoutProcesses.work(in: directory, cgroup: cgroup)
        }
        #expect(HostDirectory.subdirectories(of: cgroup).isEmpty)
    }
}

/// A process in a cgroup of its own that is forbidden all further processes for as long as one run takes.
enum WorkerWithoutProcesses {
    static func work(in directory: String, cgroup: String) async throws {
        try Descriptor.open(cgroup + "/cgroup.procs", O_WRONLY).set("0")
        let sandbox = try Sandbox(
            .init(slots: 1, jailer: Workshop.jailer, sandboxes: Workshop.sandboxes, state: directory + "/state")
        )
        let load = CrashLoad(sandbox, program: try HostFile.read(directory + "/load"))
        try await load.prepare()
        #expect(try await load.runQuickly())
        let limit = try Limit(of: cgroup)
        let failure = await load.failureOfOneRun()
        limit.lift()
        let text = failure?.description ?? "no failure"
        #expect(text.contains("EAGAIN") && text.contains("pids.max"), "\(text)")
        #expect(try await load.runQuickly())
        try await Workshop.blocking { sandbox.stop() }
    }

    /// No more processes, until it is lifted.
    private final class Limit: Sendable {
        private let bell: Descriptor
        private let answer: Descriptor

        /// Long after the run has failed: should Swift need a thread to say so, it would wait for ever for one.
        private static let patience: UInt64 = 60_000_000_000

        init(of cgroup: String) throws {
            let (end, bell) = try Pipe().release()
            let (answer, answerer) = try Pipe().release()
            self.bell = Descriptor(owning: bell)
            self.answer = Descriptor(owning: answer)
            let file = cgroup + "/pids.max"
            // A thread that is there already, and needs nothing of Swift's.
            try Linux.Thread.start {
                var poll = Poll()
                poll.add(end)
                _ = try? poll.wait(nanoseconds: Self.patience)
                _ = try? Descriptor.open(file, O_WRONLY).set("max")
                var done: UInt8 = 1
                _ = write(answerer, &done, 1)
                Descriptor.close([end, answerer])
            }
            try Descriptor.open(file, O_WRONLY).set("1")
        }

        /// Waits until it is lifted.
        func lift() {
            var byte: UInt8 = 1
            _ = write(bell.number, &byte, 1)
            _ = read(answer.number, &byte, 1)
        }
    }
}

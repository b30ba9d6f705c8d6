import Core
import Linux
import SandboxTesting
import Sandboxing

extension Row {
    /// What the filter of system calls refuses is tried once more without it: it is not the only wall.
    static let behindFilter: [Row] = [
        behindFilter(
            "marks behind the filter",
            as: .crossRun,
            tries: "The same marks and the same search as above, in boxes that may use System V IPC.",
            meets: "nothing is found, nobody is seen"
        ) { sandbox, _ in
            let limits = Limits.hostile.with { $0.cpuTime = .seconds(20) }
            let hold = HostileProgram(
                "CrossRun/hold",
                limits: limits,
                meets: .isStopped(.cancelled, saying: "holding\n")
            )
            let unseen = [
                "segment refused ENOENT", "queue refused ENOENT", "set refused ENOENT", "file refused ENOENT",
                "memory refused ENOENT", "semaphore refused ENOENT", "fifo refused ENOENT", "sees 0 signals 0",
                "lock refused ENOLCK",
            ]
            let seek = HostileProgram("CrossRun/seek", runs: 2, meets: .says(unseen))
            return try await Duet(first: hold, second: seek).carryOut(in: sandbox)
        },
        behindFilter(
            "meeting behind the filter",
            as: .network,
            tries: "Two boxes that may have sockets: one listens under an abstract name and on a port, the other calls "
                + "it, the host's listeners, and the cloud's metadata.",
            meets: "every call refused; nobody was called"
        ) { sandbox, arena in
            let limits = Limits.hostile.with { $0.cpuTime = .seconds(20) }
            let met = Fate.isStopped(.cancelled, saying: "listening by name\n")
            let listen = HostileProgram("CrossRun/listen", limits: limits, meets: met)
            let names = ["neighbour", "host", "neighbour's port", "host's port", "metadata"]
            let call = HostileProgram(
                "CrossRun/call",
                [arena.canaries.socketName, "\(arena.canaries.port)"],
                runs: 2,
                meets: .says(names.map { $0 + " refused" })
            )
            return try await Duet(first: listen, second: call).carryOut(in: sandbox)
        }
        .repeating("Judge0 CVE-2024-29021"),
        behindFilter(
            "in flight behind the filter",
            as: .memory,
            tries: "Sends full pipes to itself and closes them, so that no process has them, without end.",
            meets: "stopped: memory"
        ) { sandbox, _ in
            let limits = Limits.hostile.with {
                $0.memory = .mebibytes(16)
                $0.openFiles = 1024
            }
            let program = HostileProgram("Memory/in_flight", limits: limits, meets: .isStopped(.memory))
            return try await program.deviations(of: sandbox.run(program.command(program.kept(by: sandbox))))
        },
        behindFilter(
            "segments behind the filter",
            as: .memory,
            tries: "Fills System V shared memory and message queues, in boxes that may use them.",
            meets: "stopped: memory, both times; the next finds nothing of it"
        ) { sandbox, _ in
            let programs = [
                HostileProgram("Memory/segments", meets: .isStopped(.memory)),
                HostileProgram("Memory/messages", meets: .isStopped(.memory)),
                HostileProgram("CrossRun/segments", runs: 2, meets: .says("found 0 made 3")),
            ]
            var deviations: [String] = []
            for program in programs {
                let command = try await program.command(program.kept(by: sandbox))
                for _ in 1...program.runs { deviations += try program.deviations(of: try await sandbox.run(command)) }
            }
            return deviations
        },
    ]

    private static func behindFilter(
        _ name: String,
        as kind: RowClass,
        tries attempt: String,
        meets outcome: String,
        _ body: @escaping @Sendable (Sandbox, Arena) async throws -> [String]
    ) -> Row {
        Row(situation: name, as: kind, in: "C", tries: attempt, meets: outcome, slots: 2) { arena in
            let directory = try ScratchDirectory.shared.get() + "/behind-filter"
            try HostDirectory.make(directory + "/policies", mode: 0o755)
            let common = try HostFile.read(SandboxUnderTest.sandboxes + "/policies/common.yaml")
            try HostFile.replace(directory + "/policies/common.yaml", with: common)
            let native = """
                include: common
                allow:
                  System V IPC: [shmget, shmat, shmctl, shmdt, semget, semctl, msgget, msgsnd, msgctl]
                  sockets: [socket, connect, bind, listen, accept, sendmsg, recvmsg]
                """
            try HostFile.replace(directory + "/policies/native.yaml", with: Array(native.utf8))
            let sandbox = try SandboxUnderTest.make(state: directory + "/state", sandboxes: directory, slots: 2)
            let deviations: [String]
            do {
                deviations = try await body(sandbox, arena)
            } catch {
                SandboxUnderTest.stop(sandbox)
                throw error
            }
            SandboxUnderTest.stop(sandbox)
            return deviations
        }
    }
}

import Core
import Glibc
import Linux
import SandboxTesting
import Sandboxing
import Testing

extension HostileSuites {
    /// Landlock as the one wall that is left standing: by a policy that lets through what every other refuses.
    @Suite
    struct LandlockTests {
        /// Every version that this kernel can be held to, and none of it.
        static let versions: [Int] = {
            let used = (try? Landlock.kernelVersion()).map { Landlock.version(ofKernel: $0) } ?? 0
            return [0] + (Landlock.oldest...Landlock.newest).filter { $0 <= used }
        }()

        @Test(arguments: versions)
        func `what Landlock refuses is what its version can refuse`(version: Int) async throws {
            let directory = try ScratchDirectory.shared.get() + "/landlock-\(version)"
            try Self.policies(in: directory)
            var configuration = Sandbox.Configuration(
                slots: 1,
                jailer: SandboxUnderTest.jailer,
                sandboxes: directory,
                state: directory + "/state"
            )
            configuration.landlock = version
            let sandbox = try Sandbox(configuration)
            defer { SandboxUnderTest.stop(sandbox) }
            #expect("\(sandbox.mode)".contains(version == 0 ? "no landlock" : "landlock \(version)"))

            // Root alone can put a socket there; others go without.
            let name = "assay-test-\(getpid())-\(version)"
            let hasSocket = geteuid() == 0
            let program = HostileProgram(
                "Walls/landlock",
                hasSocket ? [name] : [],
                meets: .says(Self.lines(version, hasSocket: hasSocket))
            )
            var command = program.command(try await program.kept(by: sandbox))
            command.policy = "landlock"
            // The slot's jailer, and with it the network namespace of all its boxes, is there from the first run on.
            _ = try await sandbox.run(command)
            let jailer = try #require(sandbox.jailerNumbers.first { HostProcess.parent(of: $0) == Int(getpid()) })
            let socket = hasSocket ? try AbstractSocket(name, inNetworkOf: jailer) : nil
            defer { socket?.close() }
            let outcome = try await sandbox.run(command)
            let output = String(decoding: try outcome.standardOutput.bytes(), as: UTF8.self)
            #expect(Fate(outcome, output: output) == program.fate)
        }

        private static func lines(_ version: Int, hasSocket: Bool) -> [String] {
            func from(_ oldest: Int, _ what: String, else other: String = "REACHED") -> String {
                "\(what) \(version >= oldest ? "refused EACCES" : other)"
            }
            // With host ids of its own the program has another user id than init, and can signal it in no case.
            let init_ = SandboxUnderTest.hasTwoIDs || version >= 6 ? "refused EPERM" : "REACHED"
            return [
                "make a file REACHED", "move it REACHED", "cut it REACHED", "make a pipe REACHED",
                "write to a device REACHED", from(1, "make a socket"), from(1, "make a device", else: "refused EPERM"),
                from(4, "bind"),
                from(4, "connect", else: "refused ENETUNREACH"), from(5, "ask a device"), "signal init \(init_)",
                "look through init refused ENOENT",
            ] + (hasSocket ? ["reach a socket \(version >= 6 ? "refused EPERM" : "REACHED")"] : [])
        }

        /// The delivered policies, and one that allows in addition what only Landlock is to refuse.
        private static func policies(in directory: String) throws {
            try HostDirectory.make(directory + "/policies")
            for name in ["common", "native"] {
                let bytes = try HostFile.read("\(Families.directory)/\(name).yaml")
                try HostWriting.makeFile("\(directory)/policies/\(name).yaml", mode: 0o600).write(bytes)
            }
            let calls = "socket, bind, connect, mknod, mknodat, ioctl"
            let text = "include: native\nallow:\n  what Landlock refuses: [\(calls)]\n"
            try HostWriting.makeFile(directory + "/policies/landlock.yaml", mode: 0o600).write(Array(text.utf8))
        }
    }
}

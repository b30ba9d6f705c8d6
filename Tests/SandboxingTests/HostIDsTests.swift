import Core
import Glibc
import Linux
import SandboxTesting
import Sandboxing
import Testing

extension HostileSuites {
    /// Who boxes are on the host, looked at from there.
    @Suite
    struct HostIDsTests {
        @Test func `two sandboxes at once have ids of their own, and a program another than its init`() async throws {
            let directory = try ScratchDirectory.shared.get()
            let first = try SandboxUnderTest.make(state: directory + "/ids-first", slots: 1)
            defer { SandboxUnderTest.stop(first) }
            let second = try SandboxUnderTest.make(state: directory + "/ids-second", slots: 1)
            defer { SandboxUnderTest.stop(second) }
            #expect(first.mode == second.mode)
            // How the tests were started says what there must be.
            let expected = geteuid() == 0 ? "root" : HostEnvironment.variables()["ASSAY_TEST_IDS"]
            #expect(expected == nil || first.mode.ids.rawValue == expected)

            let people = [try await Self.people(in: first), try await Self.people(in: second)]
            let programs = try people.map { try #require($0[.program]) }
            let inits = try people.map { try #require($0[.initial]) }
            let jailers = try people.map { try #require($0[.jailer]) }
            #expect(inits == jailers)
            // As root nobody in a slot is in any group of the host's; else the jailer stays in those of the user.
            let own = Identity(users: [Int(geteuid())], groups: [Int(getegid())], others: programs[0].others)
            switch first.mode.ids {
            case .own:
                #expect(Set((programs + inits).flatMap(\.users)).count == 4)
                #expect(Set((programs + inits).flatMap(\.groups)).count == 4)
                #expect((programs + inits).allSatisfy { $0.others.isEmpty && !$0.users.contains(0) })
            case .subordinate:
                #expect(Set(programs.flatMap(\.users)).count == 2)
                #expect(Set(programs.flatMap(\.groups)).count == 2)
                #expect(programs.allSatisfy { $0.others.isEmpty && $0.users != own.users && $0.groups != own.groups })
                #expect(inits.allSatisfy { $0.users == own.users && $0.groups == own.groups })
            case .single:
                #expect(Set(programs + inits) == [own])
            }
        }

        @Test func `a part of a root below a directory that is closed to others is shown`() async throws {
            let sandbox = try await SandboxUnderTest.ready()
            let closed = try ScratchDirectory.shared.get() + "/closed"
            try HostDirectory.make(closed + "/open")
            for (name, mode) in [("all", 0o644), ("own", 0o600)] as [(String, UInt32)] {
                try HostWriting.makeFile("\(closed)/open/\(name)", mode: mode).write(Array(name.utf8))
            }
            #expect(chmod(closed + "/open", 0o755) == 0)
            // Only who is the user reads what the user alone may.
            let own = SandboxUnderTest.hasTwoIDs ? "refused EACCES" : "has own"
            let program = HostileProgram(
                "Walls/read",
                ["/shown/all", "/shown/own"],
                meets: .says("/shown/all has all", "/shown/own \(own)")
            )
            var command = program.command(try await program.kept(by: sandbox))
            command.root = Root(entries: [.bind(host: closed + "/open", box: "/shown")])
            let outcome = try await sandbox.run(command)
            let output = String(decoding: try outcome.standardOutput.bytes(), as: UTF8.self)
            #expect(Fate(outcome, output: output) == program.fate)
        }

        /// The ids of a process on the host: real, effective, saved, and for files.
        private struct Identity: Hashable {
            var users: Set<Int>
            var groups: Set<Int>
            var others: String

            init(users: Set<Int>, groups: Set<Int>, others: String) {
                self.users = users
                self.groups = groups
                self.others = others
            }

            init(of process: Int) {
                let lines = HostProcess.lines(of: "/proc/\(process)/status")
                func words(_ key: String) -> [Substring] {
                    lines.first { $0.hasPrefix(key) }?.dropFirst(key.count).split(whereSeparator: \.isWhitespace) ?? []
                }
                users = Set(words("Uid:").compactMap { Int($0) })
                groups = Set(words("Gid:").compactMap { Int($0) })
                others = words("Groups:").joined(separator: " ")
            }
        }

        /// Everybody who takes part in a run.
        private static func people(in sandbox: Sandbox) async throws -> [Participant.Role: Identity] {
            let sleeper = HostileProgram("Time/sleep_silently", meets: .isStopped(.cancelled))
            let artifact = try await sleeper.kept(by: sandbox)
            let run = Task { try await sandbox.run(sleeper.command(artifact)) }
            let participants = try await Participant.eventually(in: sandbox, program: "/box/" + HostileCompiler.mark)
            let people = participants.map { ($0.role, Identity(of: $0.number)) }
            run.cancel()
            #expect(try await run.value.stop == .cancelled)
            return Dictionary(people) { first, _ in first }
        }
    }
}

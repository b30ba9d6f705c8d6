import Core
import SandboxTesting
import Sandboxing
import Testing

extension HostileSuites {
    /// Two programs that read what the other writes, in boxes that have nothing else in common.
    @Suite
    struct ConversationTests {
        /// One conversation, and what becomes of its sides.
        struct Row: Sendable, CustomTestStringConvertible {
            var judge: [String]
            var team: [String]
            var judgeFate: Fate
            var teamFate: Fate
            /// Whether the judge ends first; nil where that is a matter of chance.
            var judgeEndsFirst: Bool?
            var teamLimits = Limits.hostile

            var testDescription: String { "\(judge.joined(separator: " ")) and \(team.joined(separator: " "))" }
        }

        static let rows = [
            // The usual case.
            Row(
                judge: ["answer"],
                team: ["guess"],
                judgeFate: .exits(42, saying: ""),
                teamFate: .exits(0, saying: "")
            ),
            // Both wait for each other for ever: the candidate's clock ends it, and the judge meets an end of input.
            Row(
                judge: ["answer"],
                team: ["listen", "0"],
                judgeFate: .exits(43, saying: ""),
                teamFate: .isStopped(.wallTime),
                judgeEndsFirst: false,
                teamLimits: .short
            ),
            // The judge has seen enough: what the candidate would still do is not waited for.
            Row(
                judge: ["end", "43"],
                team: ["spin"],
                judgeFate: .exits(43, saying: ""),
                teamFate: .isStopped(.cancelled),
                judgeEndsFirst: true,
                teamLimits: .hostile.with { $0.cpuTime = .seconds(20) }
            ),
            Row(
                judge: ["crash"],
                team: ["spin"],
                judgeFate: .dies(of: "ABRT"),
                teamFate: .isStopped(.cancelled),
                judgeEndsFirst: true,
                teamLimits: .hostile.with { $0.cpuTime = .seconds(20) }
            ),
            // The judge accepts and goes: the candidate may end in peace, whatever it still writes.
            Row(
                judge: ["end", "42"],
                team: ["write", "\(900 << 10)"],
                judgeFate: .exits(42, saying: ""),
                teamFate: .exits(0, saying: "")
            ),
            Row(
                judge: ["end", "42"],
                team: ["write", "\(64 << 20)"],
                judgeFate: .exits(42, saying: ""),
                teamFate: .exits(0, saying: ""),
                teamLimits: .roomy
            ),
            // Accepted, but not in time.
            Row(
                judge: ["end", "42"],
                team: ["spin"],
                judgeFate: .exits(42, saying: ""),
                teamFate: .isStopped(.cpuTime),
                judgeEndsFirst: true,
                teamLimits: .brief
            ),
            // What nobody reads any more is thrown away, also where its writer takes it back in that moment.
            Row(
                judge: ["end", "42"],
                team: ["steal"],
                judgeFate: .exits(42, saying: ""),
                teamFate: .isStopped(.cpuTime),
                judgeEndsFirst: true
            ),
            // The candidate goes; the judge may end in peace.
            Row(
                judge: ["write-and-accept", "\(64 << 20)"],
                team: ["end", "0"],
                judgeFate: .exits(42, saying: ""),
                teamFate: .exits(0, saying: "")
            ),
            // What is on its way when its writer ends arrives.
            Row(
                judge: ["read-all", "42"],
                team: ["write", "\(48 << 20)"],
                judgeFate: .exits(42, saying: ""),
                teamFate: .exits(0, saying: ""),
                judgeEndsFirst: false,
                teamLimits: .roomy
            ),
            // A flood that is read, and one that is not.
            Row(
                judge: ["read-all", "42"],
                team: ["write", "\(8 << 20)"],
                judgeFate: .exits(42, saying: ""),
                teamFate: .isStopped(.output),
                judgeEndsFirst: false
            ),
            Row(
                judge: ["end", "42"],
                team: ["write", "\(8 << 20)"],
                judgeFate: .exits(42, saying: ""),
                teamFate: .isStopped(.output)
            ),
            // A child that is left behind keeps nothing open.
            Row(
                judge: ["read-all", "42"],
                team: ["leave-child", "0"],
                judgeFate: .exits(42, saying: ""),
                teamFate: .exits(0, saying: ""),
                judgeEndsFirst: false
            ),
            Row(
                judge: ["leave-child", "42"],
                team: ["read-all", "0"],
                judgeFate: .exits(42, saying: ""),
                teamFate: .exits(0, saying: ""),
                judgeEndsFirst: true
            ),
            Row(
                judge: ["end", "42"],
                team: ["crash"],
                judgeFate: .exits(42, saying: ""),
                teamFate: .dies(of: "ABRT")
            ),
            Row(
                judge: ["read-all", "42"],
                team: ["reopen"],
                judgeFate: .exits(42, saying: ""),
                teamFate: .exits(0, saying: ""),
                judgeEndsFirst: false
            ),
            Row(
                judge: ["pong", "20000"],
                team: ["ping", "20000"],
                judgeFate: .exits(42, saying: ""),
                teamFate: .exits(0, saying: "")
            ),
        ]

        @Test(arguments: rows)
        func `each side meets exactly its fate, and nothing of them is left`(_ row: Row) async throws {
            let executor = try await SandboxUnderTest.ready()
            let outcome = try await executor.converse(try await row.conversation(by: executor))
            #expect(Fate(outcome.judge, output: "") == row.judgeFate)
            #expect(Fate(outcome.team, output: "") == row.teamFate)
            if let judgeEndsFirst = row.judgeEndsFirst { #expect(outcome.judgeEndedFirst == judgeEndsFirst) }
            // Of the jailers that made them no box is left that could disturb the next run.
            let quiet = HostileProgram("Processes/exit_code", ["0"], meets: .exits(0, saying: ""))
            let next = try await executor.run(quiet.command(try await quiet.kept(by: executor)))
            #expect(Fate(next, output: "") == quiet.fate)
        }

        @Test
        func `a conversation can be taken back while it goes on`() async throws {
            let executor = try await SandboxUnderTest.ready()
            let row = Row(
                judge: ["read-all", "42"],
                team: ["listen", "0"],
                judgeFate: .isStopped(.cancelled),
                teamFate: .isStopped(.cancelled)
            )
            let conversation = try await row.conversation(by: executor)
            for _ in 0..<5 {
                let task = Task { try await executor.converse(conversation) }
                // Wherever it is by then: waiting, being made, or under way.
                task.cancel()
                let outcome = try await task.value
                // One of both may end by itself, of what the end of the other brings about, before it is stopped.
                #expect(outcome.judge.stop == .cancelled || outcome.judge.termination == .exited(code: 42))
                #expect(outcome.team.stop == .cancelled || outcome.team.termination == .exited(code: 8))
                #expect([outcome.judge.stop, outcome.team.stop].contains(.cancelled))
            }
        }

        @Test
        func `conversations and runs share slots without meeting each other`() async throws {
            let executor = try await SandboxUnderTest.ready()
            let row = Self.rows[0]
            let conversation = try await row.conversation(by: executor)
            let quiet = HostileProgram("Processes/exit_code", ["3"], meets: .exits(3, saying: ""))
            let command = try await quiet.command(quiet.kept(by: executor))
            try await withThrowingTaskGroup { group in
                for number in 0..<40 {
                    group.addTask {
                        if number.isMultiple(of: 2) {
                            #expect(Fate(try await executor.run(command), output: "") == quiet.fate)
                        } else {
                            let outcome = try await executor.converse(conversation)
                            #expect(Fate(outcome.judge, output: "") == row.judgeFate)
                            #expect(Fate(outcome.team, output: "") == row.teamFate)
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }
}

extension HostileSuites.ConversationTests.Row {
    /// The conversation, its program compiled.
    func conversation(by executor: any Executor) async throws -> Conversation {
        let judge = HostileProgram("Conversation/speaker", judge, limits: .roomy, meets: judgeFate)
        let team = HostileProgram("Conversation/speaker", team, limits: teamLimits, meets: teamFate)
        return Conversation(
            judge: judge.command(try await judge.kept(by: executor)),
            team: team.command(try await team.kept(by: executor)),
            acceptance: 42
        )
    }
}

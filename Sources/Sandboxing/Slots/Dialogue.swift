internal import Core
internal import JailProtocol
internal import Linux

/// Two runs that are joined by pipes, each with a jailer of its own.
///
/// A box has the reading end of what the other one writes. The writing ends are with the jailers, which move on what their
/// boxes write: so nobody ever gets SIGPIPE, what a program writes is counted, and no box has an open file in common with
/// another.
enum Dialogue {
    /// The runs that were asked for.
    struct Flights {
        let team: Workbench.Flight
        let judge: Workbench.Flight
    }

    /// As many bytes as may be on their way from one to the other.
    private static let capacity = 1 << 20

    /// Asks both jailers for their runs.
    static func begin(
        _ conversation: Conversation,
        _ ticket: Int,
        team: inout Workbench,
        judge: inout Workbench
    ) throws(ExecutorFailure) -> Flights {
        let toJudge = try pipe()
        let toTeam = try pipe()
        let judging = try judge.begin(
            conversation.judge,
            number: ticket,
            joined: Workbench.Ends(
                input: toJudge.reader.number,
                output: toTeam.writer.number,
                kind: .uncountedStream
            )
        )
        judge.advance()
        do throws(ExecutorFailure) {
            let playing = try team.begin(
                conversation.team,
                number: ticket,
                joined: Workbench.Ends(input: toTeam.reader.number, output: toJudge.writer.number, kind: .stream)
            )
            team.advance()
            return Flights(team: playing, judge: judging)
        } catch {
            judging.jailer.cancel(ticket)
            _ = try? judge.finish(judging)
            throw error
        }
    }

    /// Waits for the end of both, whoever comes first.
    static func finish(
        _ conversation: Conversation,
        _ flights: Flights,
        team: inout Workbench,
        judge: inout Workbench
    ) throws(ExecutorFailure) -> Conversation.Outcome {
        let isTeamFirst: Bool
        do throws(Errno) {
            isTeamFirst = try JailerProcess.firstToAnswer(flights.team.jailer, flights.judge.jailer)
        } catch {
            // Answers that nobody waits for would be taken for those to the next runs.
            team.close()
            judge.close()
            throw WorkerCgroups.failure("wait for a conversation", "slot", error)
        }
        var played: Workbench.Finished?
        var judged: Workbench.Finished?
        do throws(ExecutorFailure) {
            if isTeamFirst {
                played = try team.finish(flights.team)
            } else {
                let finished = try judge.finish(flights.judge)
                judged = finished
                if !finished.outcome.accepts(by: conversation.acceptance) {
                    flights.team.jailer.cancel(flights.team.number)
                }
            }
        } catch {
            // Whatever has become of the one, the other must not go on by itself, nor its answer be taken for the next run's.
            if isTeamFirst {
                flights.judge.jailer.cancel(flights.judge.number)
                _ = try? judge.finish(flights.judge)
            } else {
                flights.team.jailer.cancel(flights.team.number)
                _ = try? team.finish(flights.team)
            }
            throw error
        }
        let ofTeam = if let played { played } else { try team.finish(flights.team) }
        let ofJudge = if let judged { judged } else { try judge.finish(flights.judge) }
        return Conversation.Outcome(
            judge: ofJudge.outcome,
            team: ofTeam.outcome,
            judgeEndedFirst: ofJudge.end <= ofTeam.end
        )
    }

    private static func pipe() throws(ExecutorFailure) -> Pipe {
        try WorkerCgroups.doing("join two boxes", "pipe") { () throws(Errno) in
            let pipe = try Pipe()
            // A smaller one does as well: an ordinary user may have used up what there is for all pipes together.
            pipe.writer.tryPipeCapacity(capacity)
            // So that a program may open /dev/stdin, as on any host, whoever it is there. It has no other way to the pipe, and
            // nobody else has any.
            try pipe.reader.setMode(0o666)
            return pipe
        }
    }
}

extension Outcome {
    /// Whether a judge that ended so accepts, by the exit code that says so.
    fileprivate func accepts(by code: Int) -> Bool {
        stop == nil && termination == .exited(code: code)
    }
}

/// Two programs, each of which reads what the other writes: a judge and the program that it judges.
public struct Conversation: Sendable {
    /// The judge: its standard input is what `team` writes.
    public var judge: Command
    /// The program that is judged: its standard input is what `judge` writes.
    public var team: Command
    /// The exit code by which the judge accepts.
    ///
    /// After any other end of the judge's, nothing that `team` still does matters, and its box is ended.
    public var acceptance: Int

    /// A conversation of these two; their own `input` is not used.
    public init(judge: Command, team: Command, acceptance: Int) {
        self.judge = judge
        self.team = team
        self.acceptance = acceptance
    }

    /// What became of both.
    public struct Outcome: Sendable {
        /// What became of the judge.
        public var judge: Core.Outcome
        /// What became of the program that was judged; `.cancelled` when the judge's end ended it.
        public var team: Core.Outcome
        /// Whether the judge's first process ended before the other's.
        public var judgeEndedFirst: Bool

        /// The outcome of both.
        public init(judge: Core.Outcome, team: Core.Outcome, judgeEndedFirst: Bool) {
            self.judge = judge
            self.team = team
            self.judgeEndedFirst = judgeEndedFirst
        }
    }
}

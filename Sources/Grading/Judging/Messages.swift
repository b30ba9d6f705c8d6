internal import Core

/// What a test's report says beyond its verdict, to the candidate and to the judges.
struct Messages: Hashable, Sendable {
    /// For the candidate; empty where a secret test must not tell anything.
    let candidate: String
    /// For the judges; nil where there is nothing to add.
    let judges: String?

    /// The messages of a test that was judged so.
    ///
    /// `isOpen` says that the candidate may see what went wrong: a sample, or a test with the package's full feedback.
    init(_ judgement: Judgement, check: Check?, standardError: BoundedText?, isOpen: Bool) {
        var candidate = check?.teamMessage ?? ""
        // Of a dialogue both have something to say: what the validator made of it, and why the program ended.
        let said = [check?.judgeMessage, standardError?.text].compactMap(\.self).filter { !$0.isEmpty }
            .joined(separator: "\n")
        // What a failed checker says is about the problem, and so never for the candidate.
        if candidate.isEmpty, isOpen, judgement.verdict == .wrongAnswer { candidate = check?.judgeMessage ?? "" }
        self.candidate = candidate
        judges = said.isEmpty || said == candidate ? nil : said
    }
}

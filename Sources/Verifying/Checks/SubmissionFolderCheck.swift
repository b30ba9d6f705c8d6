internal import Core
internal import Linux
internal import Problems

/// Looks at the directories below `submissions`.
struct SubmissionFolderCheck {
    let folder: PackageFolder
    let problem: Problem
    /// The package's submissions.
    let submissions: [ReferenceSubmission]

    private static let known = [
        "accepted", "partially_accepted", "wrong_answer", "time_limit_exceeded", "run_time_error", "rejected",
        "brute_force",
    ]
    /// Not the format's own; what they mean is plain.
    private static let understood = [
        "memory_limit_exceeded", "output_limit_exceeded", "compile_error", "compiler_error",
    ]

    func findings() -> [Finding] {
        var findings: [Finding] = []
        for entry in folder.entries("submissions") {
            let path = "submissions/\(entry.name)"
            if entry.kind != .directory {
                if entry.name == "submissions.yaml" {
                    findings += rules(path)
                    continue
                }
                let mend = "move it into one of the directories, such as accepted"
                findings.append(Finding(.warning, .submissionDirectory, path, "this file is no submission", mend: mend))
                continue
            }
            findings += directory(entry.name, path)
        }
        if !submissions.contains(where: isAccepted) {
            let mend = "add a right solution to submissions/accepted"
            findings.append(Finding(.error, .noAccepted, "submissions", "there is no accepted submission", mend: mend))
        }
        return findings
    }

    private func rules(_ path: String) -> [Finding] {
        guard problem.format != .legacy else {
            let message = "ignored; the older format has no such file"
            return [Finding(.warning, .unmatchedRule, path, message, mend: "remove it, or use the format 2025-09")]
        }
        let contradictions = problem.contradictions(among: submissions).map { contradiction in
            let message = "what is asked of \(contradiction.submission) contradicts itself: \(contradiction.reason)"
            return Finding(.error, .contradictingRules, path, message, mend: "correct one of the rules, or move it")
        }
        let idle = (try? problem.idleRules(among: submissions)) ?? []
        return contradictions
            + idle.map { rule in
                let what = rule.scope.map { "\"\($0)\" under \"\(rule.pattern)\" stands for no test" }
                return Finding(
                    .warning,
                    .unmatchedRule,
                    path,
                    what ?? "\"\(rule.pattern)\" stands for no submission",
                    mend: "correct or remove it"
                )
            }
    }

    private func isAccepted(_ submission: ReferenceSubmission) -> Bool { submission.expectedVerdicts == [.accepted] }

    private func directory(_ name: String, _ path: String) -> [Finding] {
        let own = submissions.filter { $0.directory == name }
        if own.isEmpty {
            return [
                Finding(
                    .warning,
                    .submissionDirectory,
                    path,
                    "there is no submission in it",
                    mend: "add one, or remove it"
                )
            ]
        }
        let empty = own.filter { $0.files.isEmpty }.map { submission in
            Finding(
                .error,
                .submissionDirectory,
                "submissions/\(submission.path)",
                "there is no file in it",
                mend: "add one"
            )
        }
        if name == "partially_accepted", !problem.type.isScoring {
            let message = "the problem has no scores, so nothing in it is accepted in part"
            let mend = "move what is in it to accepted or to another directory"
            return empty + [Finding(.warning, .submissionDirectory, path, message, mend: mend)]
        }
        if Self.known.contains(name) || Self.understood.contains(name) { return empty }
        // Whatever else a directory is called, a rule or a tag may say what is expected of its submissions.
        if own.allSatisfy({ !$0.expectedVerdicts.isEmpty || !$0.expectations.isEmpty }) { return empty }
        let near = NearName.of(name, among: Self.known)
        let mend = near.map { "did you mean \($0)?" } ?? "use the format's directories, or a tag in the source"
        let message = "the format has no directory \(name), so nothing is expected of its submissions"
        return empty + [Finding(.warning, .submissionDirectory, path, message, mend: mend)]
    }
}

/// A name that somebody who mistyped one may have meant.
enum NearName {
    static func of(_ name: String, among names: [String]) -> String? {
        let nearest = names.map { ($0, slips(Array(name.lowercased().utf8), Array($0.utf8))) }.min { $0.1 < $1.1 }
        guard let nearest, nearest.1 <= max(2, nearest.0.count / 3) else { return nil }
        return nearest.0
    }

    /// How many bytes must be put in, left out or replaced (Levenshtein).
    private static func slips(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (i, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in right.enumerated() {
                let replaced = diagonal + (byte == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[right.count]
    }
}

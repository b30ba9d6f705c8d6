internal import Batch
internal import Core
internal import Grading
internal import Linux
internal import Problems
internal import Sandboxing
internal import Verifying

/// `assay verify`.
enum VerifyCommand {
    /// Verifies packages, one after the other.
    @Sendable static func run(_ invocation: Invocation) async throws -> ExitCode {
        let arguments = invocation.arguments
        let reports = try VerifyReports(arguments.options["report"])
        try reports.check()
        let slots = try SlotOptions(arguments)
        let options = try options(arguments, slots: slots.count)
        let packages = try invocation.packages(arguments.operands)
        let loader = ProblemLoader(store: invocation.store)
        let judge = try BatchJudge(invocation, packages: packages, shelf: PackageShelf(loader: loader))
        let limits = InferredTimeLimits(state: try invocation.installation.state())

        var verified: [VerifiedPackage] = []
        let status = StatusLine(on: invocation.console.error)
        let isJSON = arguments.has("json")
        try await invocation.withSandbox(slots: slots.count, pinned: slots.isPinned) { sandbox in
            let grader = judge.grader(in: sandbox)
            let trials = PackageTrials(executor: sandbox, catalog: judge.catalog, locator: judge.locator)
            for package in packages {
                let verification = Verification(
                    package,
                    options: options,
                    trials: trials,
                    judge: VerifyJudge(judge: judge, grader: grader, sandbox: sandbox),
                    loader: loader
                )
                let name = package.split(separator: "/").last.map(String.init) ?? package
                defer { try? status.clear() }
                var result = try await verification.run { try? status.show("\(name)  \($0)") }
                try status.clear()
                if options.parts.contains(.metadata), let uuid = result.uuid,
                    let other = verified.first(where: { $0.uuid == uuid })
                {
                    result.addSameIdentity(as: other)
                }
                try limits.keep(result)
                if !isJSON {
                    let text = VerifyText(
                        style: invocation.console.output.style,
                        isWarningError: arguments.has("werror")
                    )
                    try invocation.console.output.write(lines: text.lines(result))
                }
                verified.append(result)
            }
        }
        let summary = VerifySummary(verified)
        if isJSON { try invocation.console.output.write(try JSONLine.bytes(of: summary)) }
        try reports.write(summary)
        return summary.exitCode(isWarningError: arguments.has("werror"))
    }

    private static func options(_ arguments: ParsedArguments, slots: Int) throws -> VerificationOptions {
        var options = VerificationOptions()
        if let text = arguments.options["parts"] {
            options.parts = []
            for word in text.split(separator: ",") {
                guard let part = Finding.Part(rawValue: String(word)) else {
                    let known = Finding.Part.allCases.map(\.rawValue)
                    let near = NearNames.of(String(word), among: known)
                    let mend =
                        near.isEmpty
                        ? "there are \(known.joined(separator: ", "))"
                        : "did you mean \(near.joined(separator: " or "))?"
                    throw Complaint.badInput("--parts \(word): there is no such part; \(mend)")
                }
                options.parts.insert(part)
            }
        }
        options.submissions = arguments.options["submissions"]
        options.allTests = arguments.has("all-tests")
        options.runs = try arguments.count("runs", 1...100) ?? options.runs
        options.timeLimit = try arguments.seconds("time")
        options.slots = slots
        return options
    }
}

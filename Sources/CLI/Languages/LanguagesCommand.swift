internal import Core
internal import Grading
internal import Languages
internal import Linux

/// `assay languages`.
enum LanguagesCommand {
    /// Shows the languages, and tries them where that was asked for.
    @Sendable static func run(_ invocation: Invocation) async throws -> ExitCode {
        let arguments = invocation.arguments
        try refuseContradictions(in: arguments)
        // A run of all takes an hour.
        if let path = arguments.options["matrix"] { try ReportFile.check([path]) }
        let catalog = try invocation.catalog()
        let survey = LanguageSurvey(
            catalog: catalog,
            locator: try invocation.locator(),
            records: SelfTestRecords(state: try invocation.installation.state())
        )
        let chosen = try LanguageSelection.profiles(arguments.operands, tier: arguments.options["tier"], in: catalog)
        let entries = survey.entries(of: chosen)
        if arguments.has("prepare") {
            let meansAll = arguments.operands.isEmpty && arguments.options["tier"] == nil
            return try await prepare(entries, by: survey, meansAll: meansAll, invocation)
        }
        let isChecking = arguments.has("check") || arguments.has("self-test")
        let results =
            isChecking
            ? try await check(entries, by: survey, invocation) : try await look(entries, by: survey, invocation)

        var rows = entries.map(survey.row)
        for index in rows.indices { rows[index].conformance = results[rows[index].id] }
        if arguments.has("missing") { rows.removeAll { $0.state != .missing } }
        let table = LanguageTable(rows: rows)
        if let path = arguments.options["matrix"] { try writeMatrix(of: table, to: path) }
        let unavailable = arguments.has("missing") ? try await AptPackages.unavailable(table.missingPackages) : []
        try show(table, unavailable: unavailable, invocation)
        // Whoever names a language wants to know whether that one works.
        let isNamed = !arguments.operands.isEmpty && !arguments.operands.contains { $0.contains("*") }
        let isBad = rows.contains { row in
            row.state == .failed || row.conformance?.isFine == false || isNamed && row.state == .missing
        }
        return isChecking && isBad ? .notGood : .good
    }

    private static func refuseContradictions(in arguments: ParsedArguments) throws(Complaint) {
        let exclusive = ["check", "self-test", "missing", "prepare"].filter(arguments.has)
        guard exclusive.count < 2 else {
            throw .badInput("--\(exclusive[0]) and --\(exclusive[1]) do not go together; keep one of them")
        }
        for option in ["matrix", "results"] where arguments.has(option) && !arguments.has("check") {
            throw .badInput("--\(option) writes down what --check finds; add --check")
        }
    }

    private static func writeMatrix(of table: LanguageTable, to path: String) throws(Complaint) {
        let text = ConformanceMatrix(table).lines.map { $0 + "\n" }.joined()
        do throws(Errno) {
            try HostFile.replace(path, with: Array(text.utf8))
        } catch {
            throw .badInput("\(path) cannot be written: \(error); give --matrix another file")
        }
    }

    private static func show(_ table: LanguageTable, unavailable: Set<String>, _ invocation: Invocation) throws {
        let output = invocation.console.output
        let arguments = invocation.arguments
        if arguments.has("json") {
            try output.write(JSONLine.bytes(of: table))
        } else if arguments.has("missing") {
            try output.write(lines: table.missingLines(unavailable: unavailable))
        } else if arguments.has("check") {
            try output.write(lines: table.conformanceSummary(style: output.style))
        } else {
            let isChosen = !arguments.operands.isEmpty
            try output.write(lines: table.lines(columns: output.columns, showsMissing: isChosen, style: output.style))
        }
    }
}

// MARK: - Trying

extension LanguagesCommand {
    /// Asks those whose version nobody knows for it.
    ///
    /// Where there can be no sandbox a note says so, and the table has none.
    private static func look(
        _ entries: [LanguageSurvey.Entry],
        by survey: LanguageSurvey,
        _ invocation: Invocation
    ) async throws -> [String: ConformanceSummary] {
        let unknown = survey.unknown(among: entries)
        guard !unknown.isEmpty, !invocation.arguments.has("missing") else { return [:] }
        do {
            try await withTrials(count: unknown.count, by: survey, "asking for versions", invocation) { trials in
                try await trials.findVersions(of: unknown)
            }
        } catch let error as ExecutorFailure {
            try invocation.console.note("some versions are not known: \(error)")
        } catch GradingError.machinery(let failure) {
            try invocation.console.note("some versions are not known: \(failure)")
        }
        return [:]
    }

    /// Runs the self-tests, and the conformance suite of those that pass, and tells each language's as soon as it is done.
    private static func check(
        _ entries: [LanguageSurvey.Entry],
        by survey: LanguageSurvey,
        _ invocation: Invocation
    ) async throws -> [String: ConformanceSummary] {
        let installed = entries.compactMap(\.toolchain)
        guard !installed.isEmpty else { return [:] }
        let path = invocation.arguments.options["results"]
        let records = try path.map { path throws(Complaint) in try ConformanceRecords(path) }
        let programs = try conformancePrograms(invocation)
        let untried = try installed.filter { try !isKnown($0, to: records, survey, programs) }
        let passed = try await withTrials(count: untried.count, by: survey, "self-tests", invocation) { trials in
            try await trials.selfTest(untried)
        }
        guard invocation.arguments.has("check") else { return [:] }
        let failed = Set(zip(untried, passed).filter { !$0.1 }.map(\.0.profile.id))
        let working = installed.filter { !failed.contains($0.profile.id) }
        let output = invocation.console.output
        let isTold = !invocation.arguments.has("json")
        let status = StatusLine(on: invocation.console.error)
        var summaries: [String: ConformanceSummary] = [:]
        let showsAll = entries.count == 1
        let width = working.map { $0.profile.id.rawValue.count }.max() ?? 0
        try await withTrials(count: working.count, by: survey, "conformance", invocation) { trials in
            try await trials.conformance(of: working, records: records) { index, results in
                let summary = ConformanceSummary(results: results)
                let id = working[index].profile.id.rawValue
                summaries[id] = summary
                guard isTold else { return }
                try status.clear()
                try output.write(lines: summary.lines(id, width: width, showsAll: showsAll, style: output.style))
            }
        }
        return summaries
    }

    /// Whether nothing of a language has to be tried: neither a row of the suite nor its self-test.
    private static func isKnown(
        _ toolchain: Toolchain,
        to records: ConformanceRecords?,
        _ survey: LanguageSurvey,
        _ programs: ConformancePrograms
    ) throws -> Bool {
        guard let records, survey.records.record(of: toolchain.fingerprint)?.hasPassed == true else { return false }
        return try ConformanceRow.allCases.allSatisfy { row in
            let key = try ConformanceRecords.key(of: row, toolchain, programs)
            return records.result(of: row, language: toolchain.profile.id.rawValue, key: key) != nil
        }
    }

    private static func conformancePrograms(_ invocation: Invocation) throws -> ConformancePrograms {
        ConformancePrograms(directory: try invocation.installation.sandboxes() + "/conformance")
    }

    private static func withTrials<Result>(
        count: Int,
        by survey: LanguageSurvey,
        _ what: String,
        _ invocation: Invocation,
        _ body: (LanguageTrials) async throws -> Result
    ) async throws -> Result {
        let status = StatusLine(on: invocation.console.error)
        let processors = HostEnvironment.processorCount()
        let slots = try invocation.arguments.count("slots", 1...256) ?? min(processors, max(1, count))
        defer { try? status.clear() }
        return try await invocation.withSandbox(slots: slots) { sandbox in
            let trials = LanguageTrials(
                survey: survey,
                programs: try conformancePrograms(invocation),
                executor: sandbox,
                // While one is being judged or made ready the slots are busy with others.
                width: slots + 1,
                progress: { done, all in try status.show("\(what): \(done) of \(all)") }
            )
            return try await body(trials)
        }
    }
}

extension Subcommand {
    static let languages = Subcommand(
        description: LanguagesCommand.description,
        action: .withBoxes(LanguagesCommand.run)
    )
}

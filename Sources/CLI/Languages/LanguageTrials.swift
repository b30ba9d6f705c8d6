internal import Core
internal import Grading
internal import Languages

/// Runs what shows how languages do here, several boxes at a time, and records what that comes to.
struct LanguageTrials: Sendable {
    let survey: LanguageSurvey
    let programs: ConformancePrograms
    let executor: any Executor
    /// How many are under way at the same time.
    let width: Int
    /// Told how many are done, of how many.
    let progress: @Sendable (_ done: Int, _ of: Int) throws -> Void

    private var tester: SelfTester {
        SelfTester(executor: executor, catalog: survey.catalog, locator: survey.locator)
    }

    /// Asks `toolchains` for their versions.
    func findVersions(of toolchains: [Toolchain]) async throws {
        _ = try await sideBySide(toolchains) { [survey, tester] toolchain in
            let version = try await tester.version(of: toolchain.profile)
            try survey.records.keep(.init(isTested: false, version: version), of: toolchain.fingerprint)
        }
    }

    /// Runs the self-tests of `toolchains`; the results say which have passed, in the same order.
    func selfTest(_ toolchains: [Toolchain]) async throws -> [Bool] {
        try await sideBySide(toolchains) { [survey, tester] toolchain in
            let result = try await tester.test(toolchain.profile)
            try survey.records.keep(.init(result), of: toolchain.fingerprint)
            return result.isOK
        }
    }

    /// Runs the conformance suite of `toolchains`; what `records` know is not tried again, and they are told the rest.
    ///
    /// `finished` is told of each language in that order, as soon as it and those before it are done.
    func conformance(
        of toolchains: [Toolchain],
        records: ConformanceRecords?,
        finished: (Int, [ConformanceResult]) throws -> Void
    ) async throws {
        let tester = ConformanceTester(
            executor: executor,
            catalog: survey.catalog,
            locator: survey.locator,
            programs: programs
        )
        var tasks: [ConformanceAttempt] = []
        for toolchain in toolchains {
            for row in ConformanceRow.allCases {
                let key = records == nil ? "" : try ConformanceRecords.key(of: row, toolchain, programs)
                let id = toolchain.profile.id.rawValue
                let known = records?.result(of: row, language: id, key: key)
                tasks.append(.init(profile: toolchain.profile, row: row, key: key, known: known))
            }
        }
        let rows = ConformanceRow.allCases.count
        var told = 0
        _ = try await sideBySide(tasks) { task in
            if let known = task.known { return known }
            return try await tester.check(task.row, of: task.profile)
        } soFar: { index, results in
            let task = tasks[index]
            if task.known == nil, let result = results[index] {
                try records?.keep(result, language: task.profile.id.rawValue, key: task.key)
            }
            while told < toolchains.count {
                let own = results[told * rows..<(told + 1) * rows].compactMap(\.self)
                guard own.count == rows else { return }
                try finished(told, own)
                told += 1
            }
        }
    }

    /// One row of one language.
    private struct ConformanceAttempt: Sendable {
        let profile: LanguageProfile
        let row: ConformanceRow
        /// What it is tried with.
        let key: String
        /// What it came to before; nil when it has to be tried.
        let known: ConformanceResult?
    }

    /// Does `body` for each of `items`, `width` at a time; the results are in their order.
    private func sideBySide<Item: Sendable, Result: Sendable>(
        _ items: [Item],
        _ body: @escaping @Sendable (Item) async throws -> Result,
        soFar: (_ index: Int, _ results: [Result?]) throws -> Void = { _, _ in }
    ) async throws -> [Result] {
        try await withThrowingTaskGroup(of: (Int, Result).self) { group in
            var results = [Result?](repeating: nil, count: items.count)
            var done = 0
            func start(_ index: Int) {
                guard items.indices.contains(index) else { return }
                group.addTask { (index, try await body(items[index])) }
            }
            try progress(0, items.count)
            for index in 0..<width { start(index) }
            while let (index, result) = try await group.next() {
                results[index] = result
                start(done + width)
                done += 1
                try soFar(index, results)
                try progress(done, items.count)
            }
            return results.compactMap(\.self)
        }
    }
}

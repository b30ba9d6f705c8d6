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

    /// Runs the conformance suite of `toolchains`; the results are in the same order.
    ///
    /// `finished` is told of each language in that order, as soon as it and those before it are done.
    func conformance(
        of toolchains: [Toolchain],
        finished: (Int, [ConformanceResult]) throws -> Void
    ) async throws -> [[ConformanceResult]] {
        let tester = ConformanceTester(
            executor: executor,
            catalog: survey.catalog,
            locator: survey.locator,
            programs: programs
        )
        let rows = ConformanceRow.allCases
        let tasks = toolchains.flatMap { toolchain in rows.map { (toolchain.profile, $0) } }
        var told = 0
        let results = try await sideBySide(tasks) { profile, row in
            try await tester.check(row, of: profile)
        } soFar: { results in
            while told < toolchains.count {
                let own = results[told * rows.count..<(told + 1) * rows.count].compactMap(\.self)
                guard own.count == rows.count else { return }
                try finished(told, own)
                told += 1
            }
        }
        return toolchains.indices.map { Array(results[$0 * rows.count..<($0 + 1) * rows.count]) }
    }

    /// Does `body` for each of `items`, `width` at a time; the results are in their order.
    private func sideBySide<Item: Sendable, Result: Sendable>(
        _ items: [Item],
        _ body: @escaping @Sendable (Item) async throws -> Result,
        soFar: ([Result?]) throws -> Void = { _ in }
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
                try soFar(results)
                try progress(done, items.count)
            }
            return results.compactMap(\.self)
        }
    }
}

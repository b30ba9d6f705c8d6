import Linux
import Testing

/// Parsers of what others have made stand whatever they are given; `make fuzz` gives them far more.
@Suite
struct FuzzTests {
    /// Where the random inputs come from; `ASSAY_SEED` has them come again.
    private static let seed =
        HostEnvironment.variables()["ASSAY_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 1...999_999)

    @Test(arguments: FuzzEntry.all.map(\.name))
    func `a parser stands what is in its corpus, and what is made of that`(_ name: String) async throws {
        let entry = try #require(FuzzEntry.all.first { $0.name == name })
        let inputs = try FuzzCorpus.inputs(of: entry).map(\.bytes)
        #expect(!inputs.isEmpty)
        // A trap ends the process; so this one is told apart from it.
        await #expect(processExitsWith: .success) { [name = name as String, seed = Self.seed as UInt64] in
            guard let entry = FuzzEntry.all.first(where: { $0.name == name }) else { HostEnvironment.exitNow(2) }
            let inputs = try FuzzCorpus.inputs(of: entry).map(\.bytes)
            for input in inputs { entry.run(input) }
            var mutation = Mutation(words: entry.words, longest: 4096, seed: seed)
            for _ in 0..<2000 {
                let input = mutation.next(from: inputs)
                entry.run(input)
            }
        }
    }
}

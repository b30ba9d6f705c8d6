import Linux
import Sandboxing
import Testing

@Suite struct ProcessorPlacementTests {
    struct Case: Sendable, CustomStringConvertible {
        var description: String
        var cores: [[Int]]
        var allowed: [Int]
        var taken: Set<Int> = []
        var candidates: [Int]
    }

    @Test(arguments: [
        Case(description: "two cores", cores: [[0], [1]], allowed: [0, 1], candidates: [1, 0]),
        Case(
            description: "siblings far apart",
            cores: [[0, 4], [1, 5], [2, 6], [3, 7]],
            allowed: Array(0..<8),
            candidates: [3, 2, 1, 0]
        ),
        Case(
            description: "siblings side by side",
            cores: [[0, 1], [2, 3]],
            allowed: Array(0..<4),
            candidates: [2, 0]
        ),
        Case(
            description: "only some are allowed",
            cores: [[0, 4], [1, 5], [2, 6], [3, 7]],
            allowed: [4, 5, 1],
            candidates: [4, 1]
        ),
        Case(
            description: "a taken sibling takes its core",
            cores: [[0, 4], [1, 5], [2, 6], [3, 7]],
            allowed: Array(0..<8),
            taken: [7, 2],
            candidates: [1, 0]
        ),
        Case(description: "no topology", cores: [], allowed: [3, 5], candidates: [5, 3]),
        Case(description: "a processor in no core", cores: [[0, 1]], allowed: [0, 1, 2], candidates: [2, 0]),
        Case(description: "all are taken", cores: [[0], [1]], allowed: [0, 1], taken: [0, 1], candidates: []),
    ])
    func `of each core one processor is used`(_ test: Case) {
        let placement = ProcessorPlacement(cores: test.cores, allowed: test.allowed, taken: test.taken)
        #expect(placement.candidates == test.candidates)
    }

    @Test func `this machine has a core for us`() {
        let placement = ProcessorPlacement.current()
        #expect(!placement.candidates.isEmpty)
        #expect(Set(placement.candidates).isSubset(of: Processors.allowed))
    }
}

/// A thing that `assay bench` can measure.
enum BenchTopic: String, CaseIterable, Sendable {
    case overhead, hello, landlock, throughput, stops, spread, loaded, memory, roots, languages, batch, slots, fleet

    /// What it is, in one line.
    var summary: String {
        switch self {
        case .overhead: "boxes and whole submissions against doing the same without a box"
        case .hello: "one box around a static hello against a bare spawn, and against other sandboxes (--beside)"
        case .landlock: "one box with that wall and without it"
        case .throughput: "boxes a second, in one slot and in as many as there are processors"
        case .stops: "how far beyond its stop the CPU time of a box gets that uses up its limit"
        case .spread: "how much the CPU time of a program of half a second varies from run to run"
        case .loaded: "the same while every other processor is kept busy by other boxes"
        case .memory: "programs that take a little less and a little more than their memory limit"
        case .batch: "what assay grade takes besides: memory for a million results, time beside its boxes"
        case .slots: "one batch on one slot, and on as many as there are processors"
        case .roots: "whether a run costs more when many languages are in use"
        case .languages: "from source to verdict in each language, with what is prepared and without"
        case .fleet: "a thousand workers on one queue, simulated: waits, and what a lost worker or database costs"
        }
    }

    /// Measures it.
    func measure(_ bench: Bench) async throws -> BenchSection {
        switch self {
        case .overhead: try await bench.overhead()
        case .hello: try await bench.helloBeside()
        case .landlock: try await bench.landlock()
        case .throughput: try await bench.throughput()
        case .stops: try await bench.stops()
        case .spread: try await bench.spread(isLoaded: false)
        case .loaded: try await bench.spread(isLoaded: true)
        case .memory: try await bench.memory()
        case .batch: try await bench.batch()
        case .slots: try await bench.slots()
        case .roots: try await bench.roots()
        case .languages: try await bench.languages()
        case .fleet: try bench.fleet()
        }
    }
}

internal import Core
internal import Linux

/// Which processor each slot is bound to.
public struct ProcessorPlacement: Hashable, Sendable {
    /// The processors that could be used, one of each core, in the order in which slots get them.
    public let candidates: [Int]

    /// Of each core that has any, the first processor that is allowed and not taken.
    ///
    /// Pure. Two threads of one core would share its units and caches, and slow each other down: so a core with a
    /// processor that is `taken` is taken as a whole. The last cores come first, since hosts like to have their own work
    /// and their interrupts on the first.
    ///
    /// - Parameters:
    ///   - cores: The processors of the machine, those of one core together; those in none of them count as cores.
    ///   - allowed: The processors that we may run on.
    ///   - taken: The processors that other slots are bound to.
    public init(cores: [[Int]], allowed: [Int], taken: Set<Int> = []) {
        let known = Set(cores.joined())
        let all = cores + allowed.filter { !known.contains($0) }.map { [$0] }
        let allowed = Set(allowed)
        candidates = all.filter { taken.isDisjoint(with: $0) }
            .compactMap { core in core.filter { allowed.contains($0) }.min() }
            .sorted(by: >)
    }

    /// What this machine offers to this process, when nobody else has bound slots.
    public static func current(taken: Set<Int> = []) -> ProcessorPlacement {
        ProcessorPlacement(cores: Processors.cores(), allowed: Processors.allowed, taken: taken)
    }

    /// One for each of so many slots.
    ///
    /// - Throws: `ExecutorFailure` when there are fewer.
    func processors(forSlots slots: Int) throws(ExecutorFailure) -> [Int] {
        guard candidates.count >= slots else {
            let list = candidates.sorted().map(String.init).joined(separator: ", ")
            throw ExecutorFailure(
                operation: "bind each slot to a processor of its own",
                subject: slots == 1 ? "1 slot" : "\(slots) slots",
                cause: candidates.isEmpty
                    ? "no core that we may use is free of other bound slots; wait for them, or leave --pin out"
                    : "only \(candidates.count == 1 ? "1 core is" : "\(candidates.count) cores are") free for it "
                        + "(\(candidates.count == 1 ? "processor" : "processors") \(list)); take --slots "
                        + "\(candidates.count), or leave --pin out"
            )
        }
        return Array(candidates.prefix(slots))
    }
}

internal import Linux
internal import Sandboxing

/// How many boxes may run at once, and where: `--slots` and `--pin`, alike for every command that has them.
package struct SlotOptions: Sendable {
    /// How many slots; more than there is work for are of no use.
    package let count: Int
    /// Whether each is bound to a processor of its own.
    package let isPinned: Bool

    /// How `--pin` is shown.
    static let pin = CommandDescription.Option(
        "pin",
        "bind each slot to a processor of its own (as many slots as cores)"
    )

    /// What `arguments` say: as many slots as processors, or with `--pin` as cores, where they say nothing.
    ///
    /// - Throws: `Complaint` for a number that is none, or for more bound slots than there are cores.
    package init(_ arguments: ParsedArguments) throws(Complaint) {
        isPinned = arguments.has("pin")
        let cores = isPinned ? max(1, ProcessorPlacement.current().candidates.count) : 0
        count = try arguments.count("slots", 1...256) ?? max(1, isPinned ? cores : HostEnvironment.processorCount())
        // What was asked for, before anybody makes less of it; that some of them are bound already is seen later.
        if isPinned, count > cores {
            throw .badInput(
                "--slots \(count) with --pin: slots can be bound to \(Figures.count(cores, "core")) here; take --slots \(cores), "
                    + "or leave --pin out"
            )
        }
    }
}

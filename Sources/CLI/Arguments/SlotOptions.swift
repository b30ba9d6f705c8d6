internal import Linux
internal import Sandboxing

/// How many boxes may run at once, and where: `--slots` and `--pin`, alike for every command that has them.
struct SlotOptions: Sendable {
    /// How many slots; more than there is work for are of no use.
    let count: Int
    /// Whether each is bound to a processor of its own.
    let isPinned: Bool

    /// How `--pin` is shown.
    static let pin = CommandDescription.Option(
        "pin",
        "bind each slot to a processor of its own (as many slots as cores)"
    )

    /// What `arguments` say: as many slots as processors, or with `--pin` as cores, where they say nothing.
    ///
    /// - Throws: `Complaint` for a number that is none.
    init(_ arguments: ParsedArguments) throws(Complaint) {
        isPinned = arguments.has("pin")
        let usual = isPinned ? ProcessorPlacement.current().candidates.count : HostEnvironment.processorCount()
        count = try arguments.count("slots", 1...256) ?? max(1, usual)
    }
}

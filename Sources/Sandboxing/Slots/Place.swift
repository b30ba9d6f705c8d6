/// Where a jailer works: for a slot, or as the partner of the one that does.
///
/// A partner makes the judge's box of a conversation, in namespaces, ids and cgroups that are not the slot's. It is
/// started with the slot's first conversation.
struct Place: Hashable, Sendable {
    let slot: Int
    var isPartner = false

    /// A number that no other place of the sandbox has.
    var number: Int { 2 * slot + (isPartner ? 1 : 0) }

    /// The name of its cgroups.
    var name: String { isPartner ? "slot-\(slot)-partner" : "slot-\(slot)" }
}

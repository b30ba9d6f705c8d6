/// The ids of the host that a sandbox has taken for its slots, as no other sandbox does at the same time.
package enum HostIDs: Hashable, Sendable {
    /// Two for each slot.
    case own(IDRange)
    /// One for each slot.
    case subordinate(users: IDRange, groups: IDRange, helpers: IDHelpers)
    /// Our own.
    case single

    /// Those of one slot.
    func identity(ofSlot slot: Int) -> SlotIdentity {
        switch self {
        case .own(let range): .own(jailer: range.first + 2 * slot, program: range.first + 2 * slot + 1)
        case .subordinate(let users, let groups, let helpers):
            .subordinate(user: users.first + slot, group: groups.first + slot, helpers: helpers)
        case .single: .single
        }
    }
}

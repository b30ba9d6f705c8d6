/// The ids of the host that a sandbox has taken for its slots, as no other sandbox does at the same time.
package enum HostIDs: Hashable, Sendable {
    /// Two for each place.
    case own(IDRange)
    /// One for each place.
    case subordinate(users: IDRange, groups: IDRange, helpers: IDHelpers)
    /// Our own.
    case single

    /// Those of one place.
    func identity(of place: Place) -> SlotIdentity {
        let number = place.number
        return switch self {
        case .own(let range): .own(jailer: range.first + 2 * number, program: range.first + 2 * number + 1)
        case .subordinate(let users, let groups, let helpers):
            .subordinate(user: users.first + number, group: groups.first + number, helpers: helpers)
        case .single: .single
        }
    }
}

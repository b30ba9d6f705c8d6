internal import Core

/// Which roots a slot's jailer keeps, least recently used last.
struct PreparedRootList {
    /// More would make every root's list of mounts a burden for the kernel.
    private static let capacity = 16

    private var entries: [(root: Root, id: Int)] = []
    private var nextID = 0

    /// What to do to have a root.
    enum Need {
        case nothing(id: Int)
        case prepare(id: Int, replacing: Int)
    }

    /// How to come by `root`; it is the most recently used one from now on.
    mutating func use(_ root: Root) -> Need {
        if let index = entries.firstIndex(where: { $0.root == root }) {
            let entry = entries.remove(at: index)
            entries.insert(entry, at: 0)
            return .nothing(id: entry.id)
        }
        let replaced = entries.count >= Self.capacity ? entries.removeLast().id : -1
        nextID += 1
        entries.insert((root, nextID), at: 0)
        return .prepare(id: nextID, replacing: replaced)
    }

    /// Whether the jailer has `root`.
    func contains(_ root: Root) -> Bool { entries.contains { $0.root == root } }

    /// Forgets a root that could not be made.
    mutating func forget(_ id: Int) {
        entries.removeAll { $0.id == id }
    }
}

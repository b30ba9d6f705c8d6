internal import Core

/// Which roots a slot's jailer keeps.
struct PreparedRootList {
    /// A root costs the kernel a mount namespace with a few dozen mounts, some hundred kilobytes.
    ///
    /// A run copies the mounts of its own root only, so that others cost it nothing; more languages than this are in use nowhere.
    private static let capacity = 256

    private struct Entry {
        let id: Int
        let parts: [String]
        var lastUse: Int
    }

    private var entries: [Root: Entry] = [:]
    private var nextID = 0
    private var uses = 0

    /// What to do to have a root.
    enum Need: Hashable {
        case nothing(id: Int)
        case prepare(id: Int, replacing: Int)
    }

    /// How to come by `root`; it is the most recently used one from now on.
    ///
    /// - Parameters:
    ///   - root: The root.
    ///   - parts: What is at the paths of the host that it shows, as `RootParts` tells it: a mount shows what was there when
    ///     it was made, also when that has long been replaced.
    /// - Returns: Its number, with what to do first.
    mutating func use(_ root: Root, parts: [String]) -> Need {
        uses += 1
        let known = entries[root]
        if let known, known.parts == parts {
            entries[root]?.lastUse = uses
            return .nothing(id: known.id)
        }
        let replaced = known?.id ?? (entries.count >= Self.capacity ? removeOldest() : -1)
        nextID += 1
        entries[root] = Entry(id: nextID, parts: parts, lastUse: uses)
        return .prepare(id: nextID, replacing: replaced)
    }

    private mutating func removeOldest() -> Int {
        guard let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) else { return -1 }
        entries[oldest.key] = nil
        return oldest.value.id
    }

    /// Whether the jailer has `root` with these parts.
    func contains(_ root: Root, parts: [String]) -> Bool { entries[root]?.parts == parts }

    /// Forgets a root that could not be made.
    mutating func forget(_ id: Int) {
        if let root = entries.first(where: { $0.value.id == id })?.key { entries[root] = nil }
    }
}

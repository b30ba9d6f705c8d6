internal import Core

/// Which artifacts a slot's jailer keeps, least recently used last.
struct PreparedArtifactList {
    /// What they may hold together, below the size of the jailer's own file system for them.
    private static let capacity = ByteCount.mebibytes(384)

    private var entries: [(key: ArtifactKey, size: Int)] = []

    /// Whether the jailer has it; it is the most recently used one from now on.
    mutating func use(_ key: ArtifactKey) -> Bool {
        guard let index = entries.firstIndex(where: { $0.key == key }) else { return false }
        entries.insert(entries.remove(at: index), at: 0)
        return true
    }

    /// Makes room for an artifact of `size` bytes and counts it as kept.
    ///
    /// - Returns: the ones to give up for it.
    mutating func add(_ key: ArtifactKey, size: Int) -> [ArtifactKey] {
        var given: [ArtifactKey] = []
        while !entries.isEmpty, entries.reduce(size, { $0 + $1.size }) > Self.capacity.bytes {
            given.append(entries.removeLast().key)
        }
        entries.insert((key, size), at: 0)
        return given
    }

    /// Whether the jailer has it.
    func contains(_ key: ArtifactKey) -> Bool { entries.contains { $0.key == key } }

    /// Forgets one that could not be made.
    mutating func forget(_ key: ArtifactKey) {
        entries.removeAll { $0.key == key }
    }
}

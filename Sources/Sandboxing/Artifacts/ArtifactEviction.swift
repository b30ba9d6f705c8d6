internal import Core
internal import Linux

/// Keeps the store within bounds: when it holds too much, those go first that were not used for the longest time.
struct ArtifactEviction {
    /// What all artifacts may hold together.
    private static let capacity = ByteCount.mebibytes(2048)
    private static let maximumCount = 4096
    /// Whoever has been told that an artifact is there has this long to fetch it.
    private static let grace = 600

    let directory: String
    let notes: String

    private struct Entry {
        var key: String
        var size: Int
        var lastUse: Int
    }

    /// Gives up what is too much.
    ///
    /// What cannot be removed now is removed another time.
    func run() {
        var entries = ((try? HostDirectory.entries(of: directory)) ?? []).map { entry in
            Entry(
                key: entry.name,
                size: HostDirectory.size(ofTree: directory + "/" + entry.name),
                lastUse: HostDirectory.changeTime(of: notes + "/" + entry.name) ?? 0
            )
        }
        entries.sort { $0.lastUse > $1.lastUse }
        var total = entries.reduce(0) { $0 + $1.size }
        let now = Clock.wallSeconds
        while let oldest = entries.last, total > Self.capacity.bytes || entries.count > Self.maximumCount {
            guard oldest.lastUse < now - Self.grace else { return }
            // The note first: without it the artifact is not found any more.
            try? HostWriting.removeFile(notes + "/" + oldest.key)
            try? HostWriting.removeTree(directory + "/" + oldest.key)
            total -= oldest.size
            entries.removeLast()
        }
    }
}

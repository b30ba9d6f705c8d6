/// Names that somebody who mistyped one may have meant.
enum NearNames {
    /// The up to three of `names` that are nearest to `name`, the nearest first; none that is far off.
    static func of(_ name: String, among names: [String]) -> [String] {
        let written = Array(name.lowercased().utf8.prefix(64))
        let allowed = max(1, min(3, written.count / 3))
        let near = Set(names).compactMap { candidate -> (name: String, distance: Int)? in
            let distance = edits(from: written, to: Array(candidate.lowercased().utf8.prefix(64)))
            return distance <= allowed ? (candidate, distance) : nil
        }
        return near.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
    }

    /// How many bytes must be put in, left out or replaced to get from one name to the other (Levenshtein).
    private static func edits(from first: [UInt8], to second: [UInt8]) -> Int {
        var row = Array(0...second.count)
        for (i, byte) in first.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in second.enumerated() {
                let replaced = diagonal + (byte == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[second.count]
    }
}

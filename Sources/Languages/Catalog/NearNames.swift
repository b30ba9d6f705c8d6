/// Names that somebody may have meant.
package enum NearNames {
    /// Those of `names` that are a typing mistake or two away from `word`, the nearest first.
    package static func of(_ word: String, among names: [String]) -> [String] {
        let word = word.lowercased()
        guard !word.isEmpty else { return [] }
        let scored = names.compactMap { name -> (name: String, distance: Int, order: Int)? in
            let candidate = name.lowercased()
            let allowed = max(1, min(word.count, candidate.count) / 3)
            // Who leaves a name unfinished, or adds a version to it, is near as well.
            let isPart =
                word.count >= 2 && (candidate.hasPrefix(word) || (candidate.count >= 2 && word.hasPrefix(candidate)))
            let distance = distance(Array(word.unicodeScalars), Array(candidate.unicodeScalars))
            return distance <= allowed || isPart ? (name, distance, isPart ? 0 : 1) : nil
        }
        return scored.sorted { ($0.distance, $0.order, $0.name) < ($1.distance, $1.order, $1.name) }.map(\.name)
    }

    /// How many letters have to be added, removed, replaced or swapped with their neighbour.
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        guard left.count <= 64, right.count <= 64 else { return 64 }
        var before: [Int] = []
        var last = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                var best = min(last[column + 1], current[column]) + 1
                best = min(best, last[column] + (letter == other ? 0 : 1))
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    best = min(best, before[column - 1] + 1)
                }
                current.append(best)
            }
            before = last
            last = current
        }
        return last[right.count]
    }
}

/// Which known names somebody may have meant.
package enum NearNames {
    /// Up to three of `names`, nearest first: those one or two slips away, or that begin with what was written.
    package static func of(_ written: String, among names: [String]) -> [String] {
        let allowed = max(1, min(3, written.count / 3))
        let near = names.compactMap { name -> (distance: Int, name: String)? in
            let distance = slips(from: written.lowercased(), to: name.lowercased())
            if distance <= allowed { return (distance, name) }
            let begins = written.count >= 2 && name.lowercased().hasPrefix(written.lowercased())
            return begins ? (allowed + 1, name) : nil
        }
        return near.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
    }

    /// How many letters must be put in, left out, exchanged or swapped with their neighbour.
    static func slips(from left: String, to right: String) -> Int {
        let left = Array(left.unicodeScalars)
        let right = Array(right.unicodeScalars)
        var twoBack: [Int] = []
        var previous = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                let exchanged = previous[column] + (letter == other ? 0 : 1)
                var best = min(exchanged, previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    best = min(best, twoBack[column - 1] + 1)
                }
                current.append(best)
            }
            twoBack = previous
            previous = current
        }
        return previous[right.count]
    }
}

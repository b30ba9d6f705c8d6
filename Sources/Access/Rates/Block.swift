/// Tokens that one server has taken out of a bucket that several servers share, and not used yet.
///
/// The bucket goes on filling up while they are held, so that it and what is held could come to more than the burst. So
/// they fade: as many are left as would fit into the bucket as it was left behind and has filled up since. That is enough
/// for any number of servers, by induction over the blocks in the order in which they were taken: the bucket that is left
/// behind by the last one has, at any later moment, room for the last one and, by what that has taken away, for each one
/// before it as well. Other servers only ever take more, so that a block fades too early at most.
struct Block: Hashable, Sendable {
    /// How many were taken and not used.
    var count: Int
    /// How many tokens were left in the bucket.
    let level: Double
    /// When, in milliseconds of a steady clock.
    let at: Int

    /// How many are left of them.
    func left(_ rule: RateRule, _ now: Int) -> Int {
        let filled = level + Double(max(0, now - at)) * rule.tokensPerMillisecond
        return min(count, Int(max(0, Double(rule.burst) - filled) + 1e-9))
    }

    /// How many are left of all of them.
    static func count(of blocks: [Block], _ rule: RateRule, _ now: Int) -> Int {
        blocks.reduce(0) { $0 + $1.left(rule, now) }
    }

    /// Takes tokens, of the oldest block first; none, and false, where there are too few.
    static func take(_ cost: Int, of blocks: inout [Block], _ rule: RateRule, _ now: Int) -> Bool {
        var needed = cost
        for index in blocks.indices { blocks[index].count = blocks[index].left(rule, now) }
        guard blocks.reduce(0, { $0 + $1.count }) >= cost else {
            blocks.removeAll { $0.count == 0 }
            return false
        }
        for index in blocks.indices {
            let used = min(needed, blocks[index].count)
            blocks[index].count -= used
            needed -= used
        }
        blocks.removeAll { $0.count == 0 }
        return true
    }
}

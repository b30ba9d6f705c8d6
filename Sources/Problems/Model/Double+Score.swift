extension Double {
    /// Whether the two are the same score: they differ by no more than what the last bits of a sum are worth.
    ///
    /// Twelve times a twelfth of 100 is not 100 in binary fractions; a billionth is far more than such sums may be off by.
    public func isSameScore(as other: Double) -> Bool {
        guard isFinite, other.isFinite else { return self == other }
        return (self - other).magnitude <= 1e-9 * max(1, magnitude, other.magnitude)
    }
}

extension ClosedRange<Double> {
    /// The score within the range that is the same as `score`, a bound where that is; nil where there is none.
    public func score(sameAs score: Double) -> Double? {
        [lowerBound, upperBound].first { $0.isSameScore(as: score) } ?? (contains(score) ? score : nil)
    }
}

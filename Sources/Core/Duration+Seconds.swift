extension Duration {
    /// The duration in seconds, rounded to whole microseconds, as reports show it.
    public var inSeconds: Double {
        Double(inMicroseconds) / 1_000_000
    }

    /// The duration in whole microseconds, rounded down.
    public var inMicroseconds: Int {
        Int(components.seconds) * 1_000_000 + Int(components.attoseconds / 1_000_000_000_000)
    }

    /// The duration in whole nanoseconds.
    public var inNanoseconds: Int {
        Int(components.seconds) * 1_000_000_000 + Int(components.attoseconds / 1_000_000_000)
    }
}

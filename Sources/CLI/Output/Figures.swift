/// Figures as people read them.
package enum Figures {
    /// Seconds with three decimals, as in `0.031 s`.
    package static func seconds(_ seconds: Double) -> String { decimal(seconds, places: 3) + " s" }

    /// A size in MiB with one decimal, as in `9.1 MiB`.
    package static func mebibytes(_ bytes: Int) -> String { decimal(Double(bytes) / 1_048_576, places: 1) + " MiB" }

    /// A time that may be long, as in `7 s` and `3 min 12 s`.
    package static func duration(_ duration: Duration) -> String {
        let seconds = duration.components.seconds
        return seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
    }

    /// A number of things, as in `1 test` and `17 tests`.
    package static func count(_ count: Int, _ thing: String) -> String { "\(count) \(thing)" + (count == 1 ? "" : "s") }

    /// A number from 0 on with so many decimals, rounded.
    static func decimal(_ value: Double, places: Int) -> String {
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = (max(0, value) * Double(scale)).rounded()
        guard scaled < 9e15 else { return "\(value)" }
        let whole = Int(scaled)
        let rest = String(whole % scale)
        return "\(whole / scale)." + String(repeating: "0", count: places - rest.count) + rest
    }
}

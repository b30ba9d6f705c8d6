extension Double {
    /// The number with six decimals and an exponent of two digits or more, as C prints it: `4.000000e-01`.
    var scientificText: String {
        guard isFinite else { return isNaN ? "nan" : self < 0 ? "-inf" : "inf" }
        let sign = self < 0 ? "-" : ""
        guard self != 0 else { return "0.000000e+00" }
        // The shortest digits that are this number: `0.00012`, `1.2e-05` or `12.0`.
        let parts = magnitude.description.split(separator: "e")
        let mantissa = parts[0].split(separator: ".")
        let whole = mantissa[0].utf8.map { $0 &- UInt8(ascii: "0") }
        let fraction = (mantissa.count > 1 ? mantissa[1] : "").utf8.map { $0 &- UInt8(ascii: "0") }
        var digits = (whole + fraction)[...]
        var exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) + whole.count - 1
        while digits.first == 0 {
            digits.removeFirst()
            exponent -= 1
        }
        var shown = 0
        for place in 0..<7 { shown = shown * 10 + Int(digits.dropFirst(place).first ?? 0) }
        if digits.dropFirst(7).first ?? 0 >= 5 { shown += 1 }
        if shown == 10_000_000 {
            shown = 1_000_000
            exponent += 1
        }
        let text = String(shown)
        let power = String(exponent.magnitude)
        return
            "\(sign)\(text.prefix(1)).\(text.dropFirst())e\(exponent < 0 ? "-" : "+")\(power.count < 2 ? "0" : "")\(power)"
    }
}

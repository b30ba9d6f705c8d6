package import Core

extension ParsedArguments {
    /// The value of the option `name` as seconds: a decimal more than 0.
    ///
    /// - Throws: `Complaint` for anything else.
    package func seconds(_ name: String) throws(Complaint) -> Duration? {
        guard let text = options[name] else { return nil }
        let most = Ceilings.time.components.seconds
        guard let value = decimal(text), value >= 0.001, value <= Double(most) else {
            throw .badInput("--\(name) \(text) is no time; give seconds between 0.001 and \(most), as in --\(name) 2.5")
        }
        return .microseconds(Int64((value * 1_000_000).rounded()))
    }

    /// The value of the option `name` as a size in MiB: a decimal more than 0.
    ///
    /// - Throws: `Complaint` for anything else.
    package func mebibytes(_ name: String) throws(Complaint) -> ByteCount? {
        guard let text = options[name] else { return nil }
        let most = Ceilings.memory.bytes >> 20
        guard let value = decimal(text), value >= 1, value <= Double(most) else {
            throw .badInput("--\(name) \(text) is no size; give MiB between 1 and \(most), as in --\(name) 256")
        }
        return ByteCount(Int((value * 1_048_576).rounded()))
    }

    /// The value of the option `name` as a size in KiB: a whole number from 0 on.
    ///
    /// - Throws: `Complaint` for anything else.
    package func kibibytes(_ name: String) throws(Complaint) -> ByteCount? {
        guard let value = try count(name, 0...Ceilings.output.bytes >> 10, unit: "KiB") else { return nil }
        return .kibibytes(value)
    }

    /// The value of the option `name` as a whole number within `range`.
    ///
    /// - Throws: `Complaint` for anything else.
    package func count(
        _ name: String,
        _ range: ClosedRange<Int>,
        unit: String = "a whole number"
    )
        throws(Complaint) -> Int?
    {
        guard let text = options[name] else { return nil }
        guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int(text),
            range.contains(value)
        else {
            throw .badInput(
                "--\(name) \(text) is not right; give \(unit) between \(range.lowerBound) and \(range.upperBound)"
            )
        }
        return value
    }

    /// A plain decimal number: digits with at most one point, nothing else.
    ///
    /// `Double("nan")` and `Double("0x1p3")` are numbers, too, but nobody means them.
    private func decimal(_ text: String) -> Double? {
        guard text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 }), text.utf8.contains(where: { $0 != 46 })
        else { return nil }
        return Double(text)
    }
}

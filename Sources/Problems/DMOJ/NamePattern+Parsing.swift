extension NamePattern {
    /// The pattern that is written as `text`.
    ///
    /// - Throws: `NamePatternError` for what is no pattern, or has something that is not read.
    init(_ text: String) throws(NamePatternError) {
        guard text.utf8.count <= 1000 else { throw NamePatternError(message: "the pattern has more than 1000 bytes") }
        var parser = PatternParser(text: Array(text.utf8))
        root = try parser.either(depth: 0)
        guard parser.place == parser.text.count else { throw parser.error("there is a ) too many") }
    }
}

/// Reads a pattern from left to right.
private struct PatternParser {
    typealias Node = NamePattern.Node

    let text: [UInt8]
    var place = 0

    init(text: [UInt8]) { self.text = text }

    func error(_ message: String) -> NamePatternError {
        NamePatternError(message: "\(message), at character \(place + 1) of the pattern")
    }

    private var next: UInt8? { place < text.count ? text[place] : nil }

    private mutating func take(_ characters: String) -> Bool {
        guard text[place...].starts(with: characters.utf8) else { return false }
        place += characters.utf8.count
        return true
    }

    mutating func either(depth: Int) throws(NamePatternError) -> Node {
        guard depth < 16 else { throw error("groups are nested too deep") }
        var options = [try sequence(depth: depth)]
        while take("|") { options.append(try sequence(depth: depth)) }
        return options.count == 1 ? options[0] : .either(options)
    }

    private mutating func sequence(depth: Int) throws(NamePatternError) -> Node {
        var nodes: [Node] = []
        while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
            nodes.append(try quantified(try atom(depth: depth)))
        }
        return .sequence(nodes)
    }

    private mutating func quantified(_ node: Node) throws(NamePatternError) -> Node {
        var bounds: (from: Int, to: Int)?
        if take("*") {
            bounds = (0, .max)
        } else if take("+") {
            bounds = (1, .max)
        } else if take("?") {
            bounds = (0, 1)
        } else if next == UInt8(ascii: "{") {
            bounds = try counts()
        }
        guard let bounds else { return node }
        let isLazy = take("?")
        if let byte = next, "*+?{".utf8.contains(byte) { throw error("a repetition is repeated") }
        return .repeated(node, from: bounds.from, to: bounds.to, isLazy: isLazy)
    }

    private mutating func counts() throws(NamePatternError) -> (from: Int, to: Int) {
        place += 1
        let from = number()
        var to = from
        if take(",") { to = number() ?? .max }
        guard take("}"), let to, to >= from ?? 0, from ?? 0 <= 1000 else { throw error("this is no {from,to}") }
        return (from ?? 0, to)
    }

    private mutating func number() -> Int? {
        var value: Int?
        while let byte = next, byte.isDigit {
            value = min((value ?? 0) * 10 + Int(byte - 0x30), 1_000_000)
            place += 1
        }
        return value
    }

    private mutating func atom(depth: Int) throws(NamePatternError) -> Node {
        if take("(") { return try group(depth: depth) }
        if take("[") { return .set(try set()) }
        if take(".") { return .any }
        if take("^") { return .start }
        if take("$") { return .end }
        guard let byte = next else { throw error("something is missing") }
        if "*+?{".utf8.contains(byte) { throw error("there is nothing to repeat") }
        place += 1
        guard byte == UInt8(ascii: "\\") else { return .byte(byte.folded) }
        guard let escaped = next else { throw error("there is nothing behind the backslash") }
        place += 1
        switch escaped {
        case UInt8(ascii: "b"): return .boundary(isInverted: false)
        case UInt8(ascii: "B"): return .boundary(isInverted: true)
        default: break
        }
        if let set = PatternParser.set(escaped) { return .set(set) }
        return .byte(try literal(escaped))
    }

    private func literal(_ escaped: UInt8) throws(NamePatternError) -> UInt8 {
        guard !escaped.isDigit, !(0x61...0x7A).contains(escaped.folded) else {
            throw error("\\\(String(decoding: [escaped], as: UTF8.self)) is not read")
        }
        return escaped
    }

    private mutating func group(depth: Int) throws(NamePatternError) -> Node {
        var capture: String?
        var isAhead: Bool?
        if take("?=") {
            isAhead = true
        } else if take("?!") {
            isAhead = false
        } else if take("?P<") {
            let name = text[place...].prefix { $0 != UInt8(ascii: ">") }
            guard !name.isEmpty, name.allSatisfy(\.isWordByte) else { throw error("a group has no name") }
            capture = String(decoding: name, as: UTF8.self)
            place += name.count
            guard take(">") else { throw error("the name of a group does not end") }
        } else if !take("?:"), next == UInt8(ascii: "?") {
            throw error("a group of this kind is not read")
        }
        let inner = try either(depth: depth + 1)
        guard take(")") else { throw error("a ) is missing") }
        if let isAhead { return .ahead(inner, isInverted: !isAhead) }
        return .group(inner, capture: capture)
    }

    private mutating func set() throws(NamePatternError) -> NamePattern.ByteSet {
        var result = NamePattern.ByteSet()
        let isInverted = take("^")
        var isFirst = true
        while let byte = next, isFirst || byte != UInt8(ascii: "]") {
            isFirst = false
            place += 1
            var low = byte
            if byte == UInt8(ascii: "\\") {
                guard let escaped = next else { break }
                place += 1
                if let known = PatternParser.set(escaped) {
                    for index in 0..<256 where known.contains[index] { result.contains[index] = true }
                    continue
                }
                low = try literal(escaped)
            }
            var high = low
            if next == UInt8(ascii: "-"), place + 1 < text.count, text[place + 1] != UInt8(ascii: "]") {
                high = text[place + 1]
                place += 2
            }
            guard low <= high else { throw error("a range goes backwards") }
            for byte in low...high { result.contains[Int(byte.folded)] = true }
        }
        guard take("]") else { throw error("a ] is missing") }
        if isInverted { result.invert() }
        return result
    }

    private static func set(_ escaped: UInt8) -> NamePattern.ByteSet? {
        var set = NamePattern.ByteSet()
        for byte in UInt8.min...UInt8.max {
            switch escaped.folded {
            case UInt8(ascii: "d"): set.contains[Int(byte)] = byte.isDigit
            case UInt8(ascii: "w"): set.contains[Int(byte)] = byte.isWordByte
            case UInt8(ascii: "s"): set.contains[Int(byte)] = byte.isSpace
            default: return nil
            }
        }
        if escaped != escaped.folded { set.invert() }
        return set
    }
}

internal import YAML

/// Decisions that depend on arguments.
extension PolicyDocument {
    /// A decision: a word, or a mapping of `when`, `do` and `else`.
    func decision(_ node: YAMLNode, keys: [String] = ["when", "do", "else"]) throws(PolicyError) -> Decision {
        guard node.pairs != nil else { return try word(node) }
        try only(keys, in: node)
        let when = try require("when", of: node)
        var decision = try decision(require("do", of: node))
        let otherwise = try self.decision(require("else", of: node))
        // All conditions must hold: each one leads to the next, and the last to `do`.
        for condition in (when.list ?? [when]).reversed() {
            let (condition, isNegated) = try self.condition(condition)
            decision =
                isNegated
                ? .check(condition, then: otherwise, otherwise: decision)
                : .check(condition, then: decision, otherwise: otherwise)
        }
        return decision
    }

    private func condition(_ node: YAMLNode) throws(PolicyError) -> (Condition, isNegated: Bool) {
        let tests = ["equals", "notEquals", "anyBits", "noBits"]
        try only(["argument", "bits", "masked"] + tests, in: node)
        let place = try require("argument", of: node)
        guard let argument = place.int, 0...5 ~= argument else {
            throw error(place, "\(place.kind) is no argument: count from 0 to 5")
        }
        let isWide = try width(node)
        let given = tests.filter { node[$0] != nil }
        guard given.count == 1, let test = given.first, let operand = node[test] else {
            throw error(node, "a condition has exactly one of \(tests.joined(separator: ", ")): mend it")
        }
        let numbers = try numbers(operand, isWide: isWide)
        let question: Condition.Question
        switch test {
        case "equals", "notEquals":
            var mask = UInt64.max
            if let masked = node["masked"] { mask = bits(try self.numbers(masked, isWide: isWide)) }
            if let stray = numbers.first(where: { $0 & ~mask != 0 }) {
                throw error(operand, "0x\(String(stray, radix: 16)) has bits outside masked: mend one of them")
            }
            question = .isOne(of: numbers, mask: mask)
        default:
            if let mask = node["masked"] { throw error(mask, "masked goes with equals only: take it out") }
            question = .hasAny(of: bits(numbers))
        }
        let condition = Condition(argument: argument, isWide: isWide, question: question)
        return (condition, isNegated: test == "notEquals" || test == "noBits")
    }

    private func width(_ node: YAMLNode) throws(PolicyError) -> Bool {
        guard let bits = node["bits"] else { return false }
        guard let width = bits.int, width == 32 || width == 64 else {
            throw error(bits, "bits is 32 or 64, not \(bits.kind)")
        }
        return width == 64
    }

    private func bits(_ numbers: [UInt64]) -> UInt64 { numbers.reduce(0, |) }

    /// A number, a constant's name, or a list of them.
    private func numbers(_ node: YAMLNode, isWide: Bool) throws(PolicyError) -> [UInt64] {
        var numbers: [UInt64] = []
        for element in node.list ?? [node] {
            let text = try string(element, "a number or a constant's name")
            guard let number = element.int.flatMap(UInt64.init(exactly:)) ?? KernelConstants.value(of: text) else {
                throw error(element, "the constant \"\(text)\" is not known: write its number instead")
            }
            guard isWide || number <= UInt32.max else {
                throw error(element, "\(text) does not fit into 32 bits: add bits: 64, or mend it")
            }
            numbers.append(number)
        }
        guard !numbers.isEmpty else { throw error(node, "the list is empty: write a number or a constant's name") }
        return numbers
    }

    private func only(_ keys: [String], in node: YAMLNode) throws(PolicyError) {
        guard let pairs = node.pairs else {
            throw error(node, "\(node.kind) stands where a mapping of \(keys.joined(separator: ", ")) belongs")
        }
        for (key, _) in pairs where !keys.contains(key.text ?? "") {
            throw error(key, "\(key.kind) means nothing here: write one of \(keys.joined(separator: ", "))")
        }
    }
}

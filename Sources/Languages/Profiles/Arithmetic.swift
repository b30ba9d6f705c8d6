/// What a template does to a number, as the `*3/4+16` of `{memory*3/4+16}`.
package struct Arithmetic: Hashable, Sendable {
    private enum Operator: Character {
        case add = "+"
        case subtract = "-"
        case multiply = "*"
        case divide = "/"
    }

    private struct Step: Hashable {
        let operation: Operator
        let operand: Int
    }

    private var steps: [Step] = []

    /// Whether the number is left as it is.
    package var isNothing: Bool { steps.isEmpty }

    /// The name at the beginning of `text`, and what is done to its value.
    ///
    /// Only a sign with digits up to the end, or up to the next such, is a step: a tool may be called `g++`.
    package static func split(_ text: Substring) -> (name: Substring, Arithmetic) {
        var name = text
        var result = Arithmetic()
        while let sign = name.lastIndex(where: { Operator(rawValue: $0) != nil }), sign != name.startIndex,
            let operation = Operator(rawValue: name[sign])
        {
            let digits = name[name.index(after: sign)...]
            guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let operand = Int(digits),
                operand <= 1 << 31, operation != .divide || operand > 0
            else { break }
            result.steps.insert(Step(operation: operation, operand: operand), at: 0)
            name = name[..<sign]
        }
        return (name, result)
    }

    /// What becomes of `number`: at least 1, since every number in a template is a size or a count.
    package func applied(to number: Int) -> Int {
        // Nobody needs numbers beyond these; they only must not overflow.
        let result = steps.reduce(number) { number, step in
            let result =
                switch step.operation {
                case .add: number + step.operand
                case .subtract: number - step.operand
                case .multiply: number * step.operand
                case .divide: number / step.operand
                }
            return min(result, 1 << 31)
        }
        return max(1, result)
    }
}

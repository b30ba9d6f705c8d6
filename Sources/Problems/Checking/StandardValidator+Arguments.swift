extension StandardValidator {
    /// Why arguments are refused.
    public struct ArgumentError: Error, Hashable, CustomStringConvertible {
        /// What is wrong, and with which argument.
        public let description: String
    }

    /// The validator that `arguments` ask for.
    ///
    /// - Throws: `ArgumentError` for what is no argument of the validator, and in the newer format for what is there
    ///   twice; in the older one the last counts.
    public init(arguments: [String], format: Problem.Format = .y2025_09) throws(ArgumentError) {
        var rest = arguments[...]
        var seen: Set<String> = []
        while let name = rest.popFirst() {
            if !seen.insert(name).inserted && format != .legacy {
                throw ArgumentError(
                    description: "the output validator's argument \(name) is there twice; leave one out"
                )
            }
            switch name {
            case "case_sensitive": isCaseSensitive = true
            case "space_change_sensitive": isSpaceSensitive = true
            case "float_relative_tolerance":
                relativeTolerance = try StandardValidator.tolerance(rest.popFirst(), of: name)
            case "float_absolute_tolerance":
                absoluteTolerance = try StandardValidator.tolerance(rest.popFirst(), of: name)
            case "float_tolerance":
                let tolerance = try StandardValidator.tolerance(rest.popFirst(), of: name)
                relativeTolerance = tolerance
                absoluteTolerance = tolerance
            default:
                throw ArgumentError(
                    description: "the standard output validator has no argument \"\(name)\"; it has case_sensitive, "
                        + "space_change_sensitive, float_tolerance, float_relative_tolerance and "
                        + "float_absolute_tolerance"
                )
            }
        }
        let single: Set = ["float_relative_tolerance", "float_absolute_tolerance"]
        if format != .legacy, seen.contains("float_tolerance"), !single.isDisjoint(with: seen) {
            throw ArgumentError(
                description: "the output validator's argument float_tolerance sets both tolerances; "
                    + "give it alone, or the other two"
            )
        }
    }

    private static func tolerance(_ text: String?, of name: String) throws(ArgumentError) -> Double {
        guard let text else {
            throw ArgumentError(description: "there is no number after \(name); write one, as in 1e-6")
        }
        var token = FloatToken()
        for byte in text.utf8 { token.feed(byte) }
        guard let value = token.value, value >= 0, value.isFinite else {
            throw ArgumentError(description: "\(name) is followed by \"\(text)\"; write a number from 0 on")
        }
        return value
    }
}

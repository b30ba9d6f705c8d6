/// Arguments for input validators: the same for all, or by the validator's name.
public struct InputValidatorArguments: Hashable, Sendable {
    /// For every validator that is not named.
    public var common: [String] = []
    /// By the names of validators, without endings.
    public var byName: [String: [String]] = [:]

    /// No arguments.
    public init() {}

    /// The arguments for the validator called `name`, which may have an ending.
    public func arguments(for name: String) -> [String] {
        let stem = name.split(separator: "/").last.map(String.init) ?? name
        return byName[stem] ?? byName[stem.lastIndex(of: ".").map { String(stem[..<$0]) } ?? stem] ?? common
    }
}

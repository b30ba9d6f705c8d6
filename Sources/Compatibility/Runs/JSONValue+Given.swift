public import Service

extension JSONValue {
    /// The member of that name; nil also where it is null.
    public func given(_ name: String) -> JSONValue? {
        guard let value = self[name], value != .null else { return nil }
        return value
    }

    /// The number, or null where there is none.
    static func number(orNull number: Int?) -> JSONValue { number.map { .number($0) } ?? .null }
}

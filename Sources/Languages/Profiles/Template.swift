/// One argument of a command with placeholders in braces, as in `-Xmx{memory}m`.
public struct Template: Hashable, Sendable {
    /// The argument as the profile writes it.
    public let text: String
}
